using EcomOps.Core;
using EcomOps.Inventory.Replenishment;

namespace EcomOps.Inventory.Purchasing.Internal;

// Hands out a budget and the suppliers' containers block by block (smallest order first, then packs), always to the item whose next block
// gains most for its money.
internal sealed class MarginalAllocation
{
    private const long MostBlocks = 32;

    private readonly PlanningOptions _options;
    private readonly Money? _budget;
    private readonly Dictionary<string, ContainerSpace> _containers;
    private readonly List<WithheldOrder> _withheld;
    private decimal _left;

    public MarginalAllocation(PlanningOptions options, Money? budget, List<WithheldOrder> withheld)
    {
        (_options, _budget, _withheld) = (options, budget, withheld);
        _left = budget?.Amount ?? decimal.MaxValue;
        _containers = options.Containers.ToDictionary(c => c.Supplier, c => new ContainerSpace(c), StringComparer.Ordinal);
    }

    public IReadOnlyList<ContainerUse> Containers => [.. _options.Containers.Select(c => _containers[c.Supplier].Use)];

    public List<PurchaseProposal> Spend(IEnumerable<ItemNeed> needs)
    {
        var open = new PriorityQueue<Share, (double Return, string Label)>(Comparer<(double Return, string Label)>.Create((a, b) =>
            b.Return.CompareTo(a.Return) is not 0 and var order ? order : string.CompareOrdinal(a.Label, b.Label)));
        var shares = new List<Share>();
        foreach (ItemNeed need in needs)
        {
            if (_budget is { } budget && need.Item.UnitCost.Currency != budget.Currency)
            {
                PurchaseProposal foreign = need.Proposal!;
                Withhold(need, foreign.Quantity, "over_budget", $"bought in {foreign.Cost.Currency}, the budget is in {budget.Currency}.");
                continue;
            }

            var share = new Share(need);
            shares.Add(share);
            if (_budget is null && !_containers.ContainsKey(need.Item.Supplier.Supplier))
            {
                share.Taken = share.Wanted;
                continue;
            }

            open.Enqueue(share, Key(share));
        }

        while (open.TryDequeue(out Share? share, out _))
        {
            if (Take(share))
            {
                open.Enqueue(share, Key(share));
            }
        }

        shares.ForEach(Report);
        return [.. shares.Where(s => s.Taken > 0)
            .OrderByDescending(s => MarginalReturn.OfBlock(s.Need, s.Need.Position, s.Taken, _options)).ThenBy(s => s.Need.Item.Label, StringComparer.Ordinal)
            .Select(Line)];
    }

    private (double Return, string Label) Key(Share share) =>
        (MarginalReturn.OfBlock(share.Need, share.Need.Position + share.Taken, share.NextBlock, _options), share.Need.Item.Label);

    // Takes the next block, or as many packs of it as fit; false when the item is served or nothing more fits.
    private bool Take(Share share)
    {
        PlanningItem item = share.Need.Item;
        long block = share.NextBlock;
        long affordable = _budget is null ? long.MaxValue : (long)Math.Min(long.MaxValue, Math.Floor(_left / item.UnitCost.Amount));
        ContainerSpace? space = _containers.GetValueOrDefault(item.Supplier.Supplier);
        long room = space?.Room(item.Load) ?? long.MaxValue;
        long fits = Math.Min(affordable, room);
        if (fits < block)
        {
            share.Limit = room < affordable ? "over_container" : "over_budget";
            long packs = fits / share.Pack * share.Pack;
            block = share.Taken > 0 || packs >= share.Smallest ? packs : 0;
        }

        if (block > 0)
        {
            share.Taken += block;
            _left -= _budget is null ? 0 : item.UnitCost.Amount * block;
            space?.Take(item.Load, block);
        }

        return share.Limit is null && share.Taken < share.Wanted;
    }

    private void Report(Share share)
    {
        long missing = share.Wanted - share.Taken;
        if (missing > 0)
        {
            Money cost = share.Need.Item.UnitCost * missing;
            Withhold(share.Need, missing, share.Limit!, share.Limit == "over_container"
                ? $"{missing} units for {cost} do not fit into the container of {share.Need.Item.Supplier.Supplier}; units of higher return came first."
                : $"{missing} units for {cost} do not fit into the budget; units of higher return came first.");
        }
    }

    private void Withhold(ItemNeed need, long units, string reason, string text) =>
        _withheld.Add(new WithheldOrder(need.Item, units, reason, need.Item.UnitCost * units, $"{need.Item.Label}: {text}"));

    private PurchaseProposal Line(Share share)
    {
        PurchaseProposal wanted = share.Need.Proposal!;
        return share.Taken == share.Wanted ? wanted : wanted with
        {
            Quantity = share.Taken,
            Cost = wanted.Item.UnitCost * share.Taken,
            Return = MarginalReturn.Of(share.Need, wanted.Position, share.Taken, _options),
            Explanation = ProposalText.Cut(wanted, share.Taken, share.Limit == "over_container" ? $"the container of {wanted.Item.Supplier.Supplier}" : "the budget"),
        };
    }

    private sealed class Share
    {
        private readonly long _step;

        public Share(ItemNeed need)
        {
            Need = need;
            Pack = need.Item.Supplier.Constraints.Multiple;
            Wanted = need.Proposal!.Quantity;
            Smallest = need.Item.Supplier.Constraints.Apply(1) is OrderQuantity.Orderable { Units: var units } ? Math.Min(units, Wanted) : Wanted;
            _step = Pack * Math.Max(1, (Wanted - Smallest) / Pack / MostBlocks);
        }

        public ItemNeed Need { get; }

        public long Pack { get; }

        public long Wanted { get; }

        public long Smallest { get; }

        public long Taken { get; set; }

        public string? Limit { get; set; }

        public long NextBlock => Taken == 0 ? Smallest : Math.Min(_step, Wanted - Taken);
    }
}
