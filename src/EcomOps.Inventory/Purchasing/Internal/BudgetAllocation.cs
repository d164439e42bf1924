using EcomOps.Core;

namespace EcomOps.Inventory.Purchasing.Internal;

// Spends a budget line by line in order of return; a line that does not fit whole is cut to packs that do.
internal static class BudgetAllocation
{
    public static List<PurchaseProposal> Spend(
        List<PurchaseProposal> wanted, Money? budget, Dictionary<PurchaseProposal, ItemNeed> needs, List<WithheldOrder> withheld)
    {
        IEnumerable<PurchaseProposal> ranked = wanted.OrderByDescending(p => p.Return ?? Urgency(p, needs[p]))
            .ThenBy(p => p.Item.Label, StringComparer.Ordinal);
        if (budget is not { } limit)
        {
            return [.. ranked];
        }

        var taken = new List<PurchaseProposal>();
        Money left = limit;
        foreach (PurchaseProposal proposal in ranked)
        {
            if (proposal.Cost.Currency != left.Currency)
            {
                withheld.Add(new WithheldOrder(proposal.Item, proposal.Quantity, "over_budget", proposal.Cost, $"{proposal.Item.Label}: bought in {proposal.Cost.Currency}, the budget is in {left.Currency}."));
                continue;
            }

            long fits = Fitting(proposal, left);
            if (fits > 0)
            {
                Money cost = proposal.Item.UnitCost * fits;
                left -= cost;
                taken.Add(fits == proposal.Quantity ? proposal : proposal with
                {
                    Quantity = fits,
                    Cost = cost,
                    Explanation = proposal.Explanation + $" Cut from {proposal.Quantity} to {fits} by the budget.",
                });
            }

            if (fits < proposal.Quantity)
            {
                Money missing = proposal.Item.UnitCost * (proposal.Quantity - fits);
                withheld.Add(new WithheldOrder(proposal.Item, proposal.Quantity - fits, "over_budget", missing, $"{proposal.Item.Label}: {proposal.Quantity - fits} units for {missing} do not fit into the budget; orders of higher return came first."));
            }
        }

        return taken;
    }

    private static long Fitting(PurchaseProposal proposal, Money left)
    {
        if (proposal.Cost <= left)
        {
            return proposal.Quantity;
        }

        long affordable = (long)Math.Floor(left.Amount / proposal.Item.UnitCost.Amount);
        Replenishment.OrderConstraints c = proposal.Item.Supplier.Constraints;
        long cut = affordable / c.Multiple * c.Multiple;
        return cut >= c.Minimum ? cut : 0;
    }

    // Without prices: the probability that the stock does not last, per unit of money, so that the barest shelves come first.
    private static double Urgency(PurchaseProposal proposal, ItemNeed need) =>
        (need.Protection.Loss(proposal.Position) - need.Protection.Loss(proposal.Position + proposal.Quantity)) / proposal.Quantity;
}
