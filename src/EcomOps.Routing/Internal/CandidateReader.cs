using EcomOps.Core;
using EcomOps.Routing.Carriers;
using EcomOps.Routing.Eligibility;
using EcomOps.Routing.Locations;
using EcomOps.Routing.Orders;
using EcomOps.Routing.Plans;
using EcomOps.Routing.Promises;
using EcomOps.Routing.Stock;
using EcomOps.Rules.DecisionSets;
using NodaTime;

namespace EcomOps.Routing.Internal;

// Asks rules, rate table, stock and calendars about every location; every reason against one is kept.
internal sealed class CandidateReader(RoutingNetwork network, IStockView stock, IWorkloadView? workload, RuleSet rules, int horizon)
{
    public IReadOnlyList<Candidate> Read(RoutingOrder order, string? region, Sku[] skus, Instant at) =>
        [.. network.Locations.OrderBy(l => l.Id, StringComparer.Ordinal).Select(l => Read(order, region, skus, at, l))];

    private Candidate Read(RoutingOrder order, string? region, Sku[] skus, Instant at, Location location)
    {
        RoutingFacts facts = new(order, location, region);
        Candidate candidate = new(location)
        {
            Distance = facts.Distance,
            Surcharge = Money.Zero(network.Currency),
            Stock = [.. skus.Select(sku => Math.Max(0, stock.Available(location.Id, sku)))],
        };
        Judge(candidate, rules.Evaluate(facts, at));
        long possible = Possible(order, skus, candidate.Stock);
        if (possible == 0)
        {
            candidate.Reasons.Add(new CandidateReason("no_stock", "It has none of the order's SKUs."));
        }

        Offer(candidate, order, region, at, possible);
        return candidate;
    }

    private void Judge(Candidate candidate, Decision decision)
    {
        if (decision is not Decided decided)
        {
            string why = decision is Failed failed ? $"Rule '{failed.Rule}': {failed.Error.Message}" : $"The rules gave {decision.GetType().Name}.";
            candidate.Reasons.Add(new CandidateReason("rule_failed", why, (decision as Failed)?.Rule));
            return;
        }

        foreach (MatchedRule rule in decided.Matched)
        {
            string reason = rule.Outcome.GetOr("reason", rule.Id);
            if (rule.Outcome.GetOr("action", "exclude") == "surcharge")
            {
                decimal cost = rule.Outcome.GetOr("cost", 0m);
                candidate.Surcharge += Money.Of(Math.Max(0m, cost), network.Currency);
            }
            else
            {
                candidate.Reasons.Add(new CandidateReason("excluded_by_rule", reason, rule.Id));
            }
        }
    }

    private void Offer(Candidate candidate, RoutingOrder order, string? region, Instant at, long units)
    {
        IReadOnlyList<CarrierRate> rates = region is null ? [] : network.Rates.Find(order.Tier, region, candidate.Location.Country, order.Weight);
        if (rates.Count == 0)
        {
            candidate.Reasons.Add(new CandidateReason("no_rate", $"No carrier takes this order from {candidate.Location.Country} by '{order.Tier}' to {region ?? order.Destination.Country.Value}."));
            return;
        }

        foreach (CarrierRate rate in rates)
        {
            if (PromiseCalculator.Compute(candidate.Location, rate, at, workload, horizon, Math.Max(1, units)) is { } promise)
            {
                candidate.Offers.Add((rate, promise));
                if (candidate.Location.DailyUnits is { } daily)
                {
                    long room = daily - (workload?.Planned(candidate.Location.Id, promise.ShipsOn).Units ?? 0);
                    candidate.Room = Math.Min(candidate.Room ?? room, room);
                }
            }
        }

        if (candidate.Offers.Count == 0)
        {
            candidate.Reasons.Add(new CandidateReason("no_capacity", $"It has no capacity left within {horizon} days."));
        }
    }

    private static long Possible(RoutingOrder order, Sku[] skus, long[] stock)
    {
        long sum = 0;
        for (int sku = 0; sku < skus.Length; sku++)
        {
            sum += Math.Min(stock[sku], order.Lines.Where(l => l.Sku == skus[sku]).Sum(l => l.Quantity));
        }

        return sum;
    }
}
