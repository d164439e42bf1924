using EcomOps.Core;
using EcomOps.Routing.Calendars;
using EcomOps.Routing.Eligibility;
using EcomOps.Routing.Internal;
using EcomOps.Routing.Orders;
using EcomOps.Routing.Plans;
using EcomOps.Routing.Sourcing;
using EcomOps.Routing.Stock;
using EcomOps.Rules.DecisionSets;
using NodaTime;

namespace EcomOps.Routing;

/// <summary>Chooses the locations that send an order: exact, explained, and repeatable.</summary>
/// <remarks>
/// Rules, rate table, stock, capacity and the promise decide which locations may send; among them the plan of least cost is found and proven, with splits where they pay. It reads stock and never
/// reserves: the host reserves the plan, and routes again when that fails. Thread-safe when the views it was given are.
/// </remarks>
public sealed class OrderRouter
{
    private readonly RoutingNetwork _network;
    private readonly RuleSet _rules;
    private readonly RoutingOptions _options;
    private readonly int[] _tolerances;
    private readonly CandidateReader _reader;

    /// <summary>Makes a router.</summary>
    /// <param name="network">Locations, prices and service levels.</param>
    /// <param name="stock">Stock to promise.</param>
    /// <param name="workload">Load that locations already have; null for none.</param>
    /// <param name="rules">Eligibility rules; null for <see cref="EligibilityRules.Default"/>.</param>
    /// <param name="options">How to decide; null for the defaults.</param>
    /// <exception cref="ArgumentException">The network has an error (see <see cref="RoutingNetwork.Validate"/>), or an option is out of range.</exception>
    public OrderRouter(RoutingNetwork network, IStockView stock, IWorkloadView? workload = null, RuleSet? rules = null, RoutingOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(stock);
        options ??= new RoutingOptions();
        if (network.Validate().FirstOrDefault(i => i.Severity == Severity.Error) is { } issue)
        {
            throw new ArgumentException(issue.ToString(), nameof(network));
        }

        ArgumentOutOfRangeException.ThrowIfNegative(options.SplitCost, nameof(options));
        ArgumentOutOfRangeException.ThrowIfNegative(options.CapacityHorizon, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MaximumNodes, 1, nameof(options));
        _network = network;
        _rules = rules ?? EligibilityRules.Default;
        _options = new RoutingOptions
        {
            Objective = options.Objective,
            SplitCost = options.SplitCost,
            ExplainMargins = options.ExplainMargins,
            CapacityHorizon = options.CapacityHorizon,
            MaximumNodes = options.MaximumNodes,
        };
        _tolerances = [0, .. options.Tolerances.Where(t => t > 0).Order()];
        _reader = new CandidateReader(network, stock, workload, _rules, options.CapacityHorizon);
    }

    /// <summary>Routes an order.</summary>
    /// <param name="order">Order.</param>
    /// <param name="at">When it came, for cut-offs and rules.</param>
    /// <returns><see cref="Routed"/>, <see cref="Backordered"/> or <see cref="Unroutable"/>.</returns>
    /// <exception cref="ArgumentException">The order has no line, a quantity below 1, a line id twice, a penalty in another currency or below 0, or fewer than 1 parcel allowed.</exception>
    public RoutingOutcome Route(RoutingOrder order, Instant at)
    {
        Check(order);
        string? region = _network.Rates.RegionOf(order.Destination)?.Name;
        Sku[] skus = [.. order.Lines.Select(l => l.Sku).Distinct()];
        IReadOnlyList<Candidate> candidates = _reader.Read(order, region, skus, at);
        LocalDate? deadline = order.RequiredBy ?? (region is null ? null : _network.ServiceLevels?.Deadline(order.Tier, region, at));
        BusinessCalendar calendar = _network.ServiceLevels?.Calendar ?? BusinessCalendar.Weekdays;
        SourcingInfeasible? infeasible = null;
        OrderSourcing? sourcing = null;
        foreach (int tolerance in _tolerances)
        {
            LocalDate? relaxed = deadline is { } day && tolerance > 0 ? calendar.Add(day, tolerance) : deadline;
            sourcing = new OrderSourcing(order, _network.Currency, candidates, skus, relaxed, Money.Of(_options.SplitCost, _network.Currency));
            SourcingOutcome outcome = sourcing.Solve(_options.Objective, _options.MaximumNodes);
            if (outcome is SourcingPlan found)
            {
                RoutingPlan plan = sourcing.ToPlan(found);
                RoutingDecision decision = Decision(tolerance, Verdicts(candidates, sourcing, plan));
                return plan.Unfilled.Count == 0 ? new Routed(decision, plan) : new Backordered(decision, plan);
            }

            infeasible ??= (SourcingInfeasible)outcome;
            if (deadline is null || ((SourcingInfeasible)outcome).Obstacle == SourcingObstacle.InsufficientStock)
            {
                break;
            }
        }

        return new Unroutable(Decision(0, Verdicts(candidates, sourcing!, null)), infeasible!.Obstacle, Message(infeasible.Obstacle));

        RoutingDecision Decision(int tolerance, IReadOnlyList<CandidateVerdict> verdicts) => new(order.Id, at, region, deadline, tolerance, _rules.Identity, verdicts);
    }

    private IReadOnlyList<CandidateVerdict> Verdicts(IReadOnlyList<Candidate> candidates, OrderSourcing sourcing, RoutingPlan? plan) =>
        [.. candidates.Select(c => Verdict(c, sourcing, plan))];

    private CandidateVerdict Verdict(Candidate candidate, OrderSourcing sourcing, RoutingPlan? plan)
    {
        CandidateVerdict verdict = new(candidate.Location.Id, CandidateStatus.Excluded, [.. candidate.Reasons], null, candidate.Earliest, candidate.Distance);
        if (!candidate.IsEligible)
        {
            return verdict;
        }

        if (sourcing.IsLate(candidate))
        {
            return verdict with { Reasons = [new CandidateReason("late", $"It arrives on {candidate.Earliest!.Value.ArrivesOn:uuuu-MM-dd} at the earliest, after the promised day.")] };
        }

        if (plan is null)
        {
            return verdict with { Status = CandidateStatus.Outbid, Reasons = [new CandidateReason("not_possible_together", "Together with the others it can't fill the order.")] };
        }

        if (plan.Parcels.Any(p => p.LocationId == candidate.Location.Id))
        {
            return verdict with { Status = CandidateStatus.Used };
        }

        if (!_options.ExplainMargins)
        {
            return verdict with { Status = CandidateStatus.Outbid };
        }

        Money? margin = sourcing.Margin(candidate, plan, _options.MaximumNodes);
        CandidateReason reason = margin switch
        {
            null => new CandidateReason("not_possible_together", "No allowed plan has a parcel from here."),
            { IsZero: true } => new CandidateReason("equal_cost", "A plan with it costs the same, but has more parcels or a later id."),
            { IsNegative: true } => new CandidateReason("dearer", "It is cheaper, but needs more parcels."),
            { } more => new CandidateReason("dearer", $"The cheapest plan with it costs {more} more."),
        };
        return verdict with { Status = CandidateStatus.Outbid, Reasons = [reason], Margin = margin };
    }

    private static string Message(SourcingObstacle obstacle) => obstacle switch
    {
        SourcingObstacle.InsufficientStock => "The locations that may send hold too few units; allow backorders, transfer or buy stock, or relax the rules that exclude the others.",
        SourcingObstacle.NotOnTime => "The locations that arrive on time hold too few units; allow a tolerance, or offer a faster tier.",
        SourcingObstacle.InsufficientCapacity => "The capacity of the locations that arrive on time is used up; raise it or allow a tolerance.",
        SourcingObstacle.MaximumSources => "More parcels would be needed than the order allows; raise the limit or allow backorders.",
        _ => "The search was cut short before it found a plan; raise the number of nodes.",
    };

    private void Check(RoutingOrder order)
    {
        ArgumentNullException.ThrowIfNull(order);
        if (order.Lines.Count == 0 || order.Lines.Any(l => l.Quantity < 1) || order.Lines.Select(l => l.Id).Distinct(StringComparer.Ordinal).Count() < order.Lines.Count)
        {
            throw new ArgumentException($"Order '{order.Id}' needs lines with different ids and quantities of 1 or more.", nameof(order));
        }

        if (order.Lines.Any(l => l.BackorderCost is { } cost && (cost.IsNegative || cost.Currency != _network.Currency)) || order.MaximumParcels < 1)
        {
            throw new ArgumentException($"Order '{order.Id}' needs penalties of 0 or more in {_network.Currency} and at least one parcel.", nameof(order));
        }
    }
}
