using EcomOps.Core;
using EcomOps.Inventory.Demand;
using EcomOps.Inventory.Distributions;
using EcomOps.Inventory.Replenishment;
using NodaTime;

namespace EcomOps.Inventory.Purchasing.Internal;

// What one item needs now, before the budget is looked at.
internal sealed class ItemNeed
{
    private readonly Dictionary<long, double> _losses = [];

    private ItemNeed(PlanningItem item, ItemClass @class, PlanningOptions options, LocalDate orderOn, int interval)
    {
        Item = item;
        Class = @class;
        OrderOn = orderOn;
        DaysPerPeriod = item.Demand.Period.MeanDays();
        Wait = Period.DaysBetween(options.Today, orderOn);
        Interval = interval;
        LeadDays = item.Supplier.LeadTime.MeanInDays(item.Demand.Period);
        Protection = LeadTimeDemand.Over(item.Demand, item.Supplier.LeadTime, (Wait + interval) / DaysPerPeriod);
        Stake = MarginalReturn.Stake(item);
        double carry = MarginalReturn.Carry(item, Wait + LeadDays + interval, options);
        ByReturn = item.Service is null && options.LevelsByReturn && Stake is > 0 && carry > 0;
        Service = item.Service ?? (ByReturn ? ServiceLevel.FromCosts(Stake!.Value, carry) : options.Targets.For(@class));
        ReviewDemand = Math.Max(1, Mean(Wait + LeadDays + interval) - Mean(Wait + LeadDays));
        double yearly = Mean(365);
        double holding = options.HoldingRate * (double)item.UnitCost.Amount;
        double lot = item.Supplier.OrderCost is { } k && holding > 0 ? Math.Sqrt(2 * (double)k.Amount * yearly / holding) : 0;
        double quantity = Math.Max(1, Math.Max(lot, Math.Max(ReviewDemand, item.Supplier.Constraints.Minimum)));
        Point = SafetyStock.ForDemand(Protection).Reaching(Service, quantity);
        OrderUpTo = Point.Units + Math.Max(0, (long)Math.Ceiling(lot - ReviewDemand));
        CoverEnd = options.Today.PlusDays((int)Math.Min(3_000_000, Math.Ceiling(Wait + LeadDays + interval)));
        DueInTime = item.OpenOrders.Where(o => o.Due <= CoverEnd).Sum(o => o.Quantity);
        DueTooLate = item.OpenOrders.Where(o => o.Due > CoverEnd).Sum(o => o.Quantity);
        Position = item.OnHand + DueInTime - item.BackOrders - item.Claims;
    }

    public PlanningItem Item { get; }

    public ItemClass Class { get; }

    public LocalDate OrderOn { get; }

    // Days until the order can be placed; days between this opportunity and the next; mean days of delivery.
    public int Wait { get; }

    public int Interval { get; }

    public double LeadDays { get; }

    public double DaysPerPeriod { get; }

    public DemandDistribution Protection { get; }

    // Margin and penalty of a sale; whether the promise follows from it.
    public double? Stake { get; }

    public bool ByReturn { get; }

    public double ReviewDemand { get; }

    public ServiceLevel Service { get; }

    public ReorderPoint Point { get; }

    public long OrderUpTo { get; }

    public LocalDate CoverEnd { get; }

    public long DueInTime { get; }

    public long DueTooLate { get; }

    public long Position { get; }

    public PurchaseProposal? Proposal { get; private set; }

    public WithheldOrder? Withheld { get; private set; }

    public List<Issue> Issues { get; } = [];

    public static ItemNeed Of(PlanningItem item, ItemClass @class, PlanningOptions options)
    {
        LocalDate? first = item.Supplier.Calendar.NextOrderDay(options.Today);
        LocalDate orderOn = first ?? options.Today;
        LocalDate next = item.Supplier.Calendar.NextOrderDay(orderOn.PlusDays(options.ReviewDays)) ?? orderOn.PlusDays(options.ReviewDays);
        var need = new ItemNeed(item, @class, options, orderOn, Period.DaysBetween(orderOn, next));
        foreach (OpenPurchaseOrder late in item.OpenOrders.Where(o => o.Due < options.Today))
        {
            need.Issues.Add(new Issue("overdue_order", item.Label, $"{item.Label}: order {late.Reference} ({late.Quantity} units) was due on {late.Due:uuuu-MM-dd}; it is counted as arriving in time. Ask the supplier, or take it out.", Severity.Warning));
        }

        need.Decide(options, first is null);
        return need;
    }

    public double Mean(double days) => Item.Demand.Total(days / DaysPerPeriod).Mean;

    // Expected shortage at a level; levels repeat from budget to budget.
    public double Loss(long level)
    {
        if (!_losses.TryGetValue(level, out double loss))
        {
            _losses[level] = loss = Protection.Loss(level);
        }

        return loss;
    }

    private void Decide(PlanningOptions options, bool closed)
    {
        if (Position > Point.Units || OrderUpTo <= Position)
        {
            return;
        }

        long need = OrderUpTo - Position;
        if (closed)
        {
            Withheld = Refuse(need, 0, "supplier_closed", $"{Item.Supplier.Supplier} takes no orders within three years by its calendar.");
            return;
        }

        if (options.LevelsByReturn && Item.Service is null && Stake <= 0)
        {
            Withheld = Refuse(need, 0, "no_return", "A sale brings no margin, so that no unit is worth buying. Raise the price, lower the cost, or give the item its own service promise.");
            return;
        }

        if (Item.Supplier.Constraints.Apply(need) is not OrderQuantity.Orderable { Units: var quantity })
        {
            var conflict = (OrderQuantity.ConstraintConflict)Item.Supplier.Constraints.Apply(need);
            Withheld = Refuse(need, 0, "constraint_conflict", $"Needs {need}, but {conflict.Reason}.");
            return;
        }

        if (Item.ShelfLifeDays is { } life && !FitsShelfLife(life, ref quantity))
        {
            Withheld = Refuse(need, quantity, "exceeds_shelf_life", FormattableString.Invariant(
                $"The smallest order of {quantity} would not sell within its shelf life of {life} days (expected demand {Mean(life):0.#}). Ask for smaller packs or a fresher delivery."));
            return;
        }

        double yearly = Mean(options.MaximumCoverDays);
        if (quantity > need && quantity > yearly)
        {
            Withheld = Refuse(need, quantity, "moq_exceeds_cover", FormattableString.Invariant(
                $"Needs {need}, but the smallest order is {quantity}; {options.MaximumCoverDays} days of expected demand are {yearly:0.#}. Negotiate the minimum, order it for a customer only, or take the item out of the range."));
            return;
        }

        LocalDate arrives = OrderOn.PlusDays((int)Math.Ceiling(LeadDays));
        Proposal = new PurchaseProposal(
            Item, quantity, OrderOn, arrives, Item.UnitCost * quantity, Point, OrderUpTo, Position, MarginalReturn.Of(this, Position, quantity, options), ProposalText.Of(this, quantity, need, options));
    }

    private bool FitsShelfLife(int life, ref long quantity)
    {
        long sellable = (long)Math.Floor(Mean(Wait + LeadDays + life) - Math.Max(0, Position));
        if (quantity <= sellable)
        {
            return true;
        }

        OrderConstraints c = Item.Supplier.Constraints;
        long cut = sellable / c.Multiple * c.Multiple;
        if (cut < c.Minimum || cut <= 0)
        {
            return false;
        }

        quantity = cut;
        return true;
    }

    private WithheldOrder Refuse(long need, long quantity, string reason, string text) => new(Item, need, reason, Item.UnitCost * quantity, $"{Item.Label}: {text}");
}
