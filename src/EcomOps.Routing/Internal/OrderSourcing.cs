using EcomOps.Core;
using EcomOps.Routing.Carriers;
using EcomOps.Routing.Orders;
using EcomOps.Routing.Plans;
using EcomOps.Routing.Promises;
using EcomOps.Routing.Sourcing;
using NodaTime;

namespace EcomOps.Routing.Internal;

// One order and its eligible locations as a sourcing problem in hundredths of the minor unit, and the way back.
internal sealed class OrderSourcing
{
    private const decimal Fraction = 100m;
    private readonly RoutingOrder _order;
    private readonly Currency _currency;
    private readonly Candidate[] _sources;
    private readonly (CarrierRate Rate, DeliveryPromise Promise)[][] _offers;
    private readonly long _split;

    public OrderSourcing(RoutingOrder order, Currency currency, IEnumerable<Candidate> candidates, Sku[] skus, LocalDate? deadline, Money splitCost)
    {
        _order = order;
        _currency = currency;
        _sources = [.. candidates.Where(c => c.IsEligible)];
        _split = Whole(splitCost);
        _offers = new (CarrierRate, DeliveryPromise)[_sources.Length][];
        List<SourcingSource> sources = [];
        for (int i = 0; i < _sources.Length; i++)
        {
            Candidate candidate = _sources[i];
            (CarrierRate Rate, DeliveryPromise Promise)[] onTime = [.. candidate.Offers.Where(o => deadline is not { } day || o.Promise.ArrivesOn <= day)];
            _offers[i] = onTime.Length > 0 ? onTime : [.. candidate.Offers];
            sources.Add(new SourcingSource(candidate.Location.Id, candidate.Room, candidate.Stock, [.. _offers[i].Select(o => Mode(candidate, o.Rate))], onTime.Length > 0));
        }

        Problem = new SourcingProblem(
            [.. order.Lines.Select(l => new SourcingLine(l.Id, Array.IndexOf(skus, l.Sku), l.Quantity, l.BackorderCost is { } cost ? Whole(cost) : null))],
            sources,
            order.MaximumParcels);
    }

    public SourcingProblem Problem { get; }

    public SourcingOutcome Solve(RoutingObjective objective, int maximumNodes)
    {
        SourcingOptions options = new() { MaximumNodes = maximumNodes };
        if (objective == RoutingObjective.FewestParcels && SourcingSolver.SolveWithFewestSources(Problem, options) is SourcingPlan fewest)
        {
            return fewest;
        }

        SourcingOutcome outcome = SourcingSolver.Solve(Problem, options);

        // Inside the problem every parcel carries the split cost, the first too. That shifts all plans alike but the one that sends nothing.
        if (_split > 0 && outcome is SourcingPlan { SourcesUsed: 0 } nothing)
        {
            foreach (int source in Enumerable.Range(0, _sources.Length))
            {
                if (SourcingSolver.Solve(Problem, options with { RequiredSource = source }) is SourcingPlan plan && plan.Cost - _split < nothing.Cost)
                {
                    return plan;
                }
            }
        }

        return outcome;
    }

    // What the cheapest plan with this location costs more; null when no plan can have it.
    public Money? Margin(Candidate candidate, RoutingPlan chosen, int maximumNodes) =>
        SourcingSolver.Solve(Problem, new SourcingOptions { MaximumNodes = maximumNodes, RequiredSource = Array.IndexOf(_sources, candidate) }) is SourcingPlan plan
            ? Amount(plan.Cost - _split) - chosen.Cost.Total
            : null;

    public bool IsLate(Candidate candidate) => !Problem.Sources[Array.IndexOf(_sources, candidate)].OnTime;

    public RoutingPlan ToPlan(SourcingPlan plan)
    {
        List<Parcel> parcels = [];
        long parcelCosts = 0, unitCosts = 0, surcharges = 0;
        foreach (IGrouping<(int Source, int Mode), SourcingAllocation> group in plan.Allocations.GroupBy(a => (a.Source, a.Mode)))
        {
            Candidate candidate = _sources[group.Key.Source];
            (CarrierRate rate, DeliveryPromise promise) = _offers[group.Key.Source][group.Key.Mode];
            SourcingMode mode = Problem.Sources[group.Key.Source].Modes[group.Key.Mode];
            long surcharge = Whole(candidate.Surcharge);
            long parcel = mode.ParcelCost - surcharge - _split;
            long units = group.Sum(a => a.Units * mode.UnitCost[a.Line]);
            parcelCosts += parcel;
            unitCosts += units;
            surcharges += surcharge;
            parcels.Add(new Parcel(
                candidate.Location.Id, rate.Carrier, rate.Service,
                [.. group.OrderBy(a => a.Line).Select(a => Content(a.Line, a.Units))],
                group.Aggregate(Weight.Zero, (sum, a) => sum + (_order.Lines[a.Line].UnitWeight * a.Units)),
                promise,
                Amount(parcel + units + surcharge)));
        }

        long splits = _split * Math.Max(0, parcels.Count - 1);
        long backorders = plan.Unfilled.Sum(u => u.Units * Problem.Lines[u.Line].BackorderCost!.Value);
        PlanCost cost = new(Amount(parcelCosts), Amount(unitCosts), Amount(surcharges), Amount(splits), Amount(backorders));
        Money bound = plan.IsOptimal ? cost.Total : Amount(Math.Max(0, plan.Bound - _split));
        return new RoutingPlan(parcels, [.. plan.Unfilled.Select(u => Content(u.Line, u.Units))], cost, bound);
    }

    private ParcelLine Content(int line, long units) => new(_order.Lines[line].Id, _order.Lines[line].Sku, units);

    private SourcingMode Mode(Candidate candidate, CarrierRate rate) => new(
        Whole(rate.CostPerParcel) + Whole(candidate.Location.ParcelHandlingCost) + Whole(candidate.Surcharge) + _split,
        [.. _order.Lines.Select(l => Whole((rate.CostPerKilogram * l.UnitWeight.InKilograms) + (candidate.Location.UnitHandlingCost ?? Money.Zero(_currency))))]);

    private long Whole(Money? money) => money is { } amount ? (long)decimal.Round(amount.Amount / _currency.MinorUnit * Fraction, MidpointRounding.AwayFromZero) : 0;

    private Money Amount(long whole) => Money.Of(whole / Fraction * _currency.MinorUnit, _currency);
}
