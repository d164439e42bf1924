using EcomOps.Core;
using EcomOps.Inventory.Locations;
using EcomOps.Inventory.Lots;
using EcomOps.Inventory.Reservations;
using NodaTime;

namespace EcomOps.Inventory.Ledger.Internal;

// A movement in the making: lines, findings, and what it would do to accounts.
internal sealed class MovementDraft(StockState state, Instant now)
{
    public StockState State { get; } = state;

    public Instant Now { get; } = now;

    public MovementKind Kind { get; set; }

    public List<MovementLine> Lines { get; } = [];

    public List<Issue> Issues { get; } = [];

    public List<StockLot> NewLots { get; } = [];

    public StockClaim? Claim { get; set; }

    public bool Place(string code, string path, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out StockLocation? location)
    {
        location = State.Tree.Location(code);
        if (location is null)
        {
            Issues.Add(Check.UnknownLocation(code, path));
        }

        return location is not null;
    }

    public ItemState? Item(Sku sku, string path)
    {
        if (!sku.IsEmpty && State.Items.TryGetValue(sku, out ItemState? item))
        {
            return item;
        }

        Issues.Add(Check.UnknownSku(sku, path));
        return null;
    }

    public bool Quantity(long quantity, string path)
    {
        List<Issue>? issues = null;
        Check.Quantity(quantity, path, ref issues);
        Issues.AddRange(issues ?? []);
        return issues is null;
    }

    public void Add(Sku sku, in StockAccount from, in StockAccount to, long quantity, Money? cost = null) =>
        Lines.Add(new(sku, from, to, quantity) { UnitCost = cost });

    // No real account may become negative, and none may grow beyond the largest quantity.
    public void CheckBalances(bool allowNegative)
    {
        if (Lines.Count == 1)
        {
            CheckOne(Lines[0].Sku, Lines[0].From, -Lines[0].Quantity, allowNegative);
            CheckOne(Lines[0].Sku, Lines[0].To, Lines[0].Quantity, allowNegative);
            return;
        }

        var changes = new Dictionary<(Sku, StockAccount), long>();
        foreach (MovementLine line in Lines)
        {
            changes[(line.Sku, line.From)] = changes.GetValueOrDefault((line.Sku, line.From)) - line.Quantity;
            changes[(line.Sku, line.To)] = changes.GetValueOrDefault((line.Sku, line.To)) + line.Quantity;
        }

        foreach (((Sku sku, StockAccount account), long change) in changes)
        {
            CheckOne(sku, account, change, allowNegative);
        }
    }

    // Commitments that can no longer be met: the loss is a fact and is booked, the youngest claims are named.
    public IReadOnlyList<Issue> Shortages()
    {
        List<Issue>? warnings = null;
        foreach (MovementLine line in Lines)
        {
            if (line.From.Condition != StockCondition.Sellable || VirtualLocation.IsVirtual(line.From.Location) || Claim is not null || !State.Items.TryGetValue(line.Sku, out ItemState? item))
            {
                continue;
            }

            long free = State.Available(item, State.Tree.NodeOf(line.From.Location)) - (line.To.Condition == StockCondition.Sellable && line.To.Location == line.From.Location ? 0 : line.Quantity);
            if (free < -item.Item.BackorderLimit && !(warnings?.Exists(w => w.Path == line.Sku.Value) ?? false))
            {
                IEnumerable<string> youngest = State.Claims
                    .Where(c => c.IsActive && c.Lines.Any(l => l.Sku == line.Sku && l.Open > 0))
                    .OrderByDescending(c => c.PlacedAt).ThenBy(c => c.Id, StringComparer.Ordinal).Take(5).Select(c => c.Id);
                (warnings ??= []).Add(new("shortage", line.Sku.Value, $"{-free} units of '{line.Sku}' are promised and no longer there; youngest claims: {string.Join(", ", youngest)}.", Severity.Warning));
            }
        }

        return (IReadOnlyList<Issue>?)warnings ?? [];
    }

    private void CheckOne(Sku sku, in StockAccount account, long change, bool allowNegative)
    {
        long before = State.Items.TryGetValue(sku, out ItemState? item) && item.Accounts.TryGetValue(new(account.Location, account.Condition, account.Lot), out AccountState? found) ? found.Quantity : 0;
        bool isVirtual = VirtualLocation.IsVirtual(account.Location);
        if (!isVirtual || account.Location.StartsWith("@transit/", StringComparison.Ordinal))
        {
            if (before + change < 0 && !allowNegative)
            {
                Issues.Add(new("not_enough_on_hand", $"lines[{sku}]", $"{account} holds {before} units of '{sku}', {-change} are needed."));
            }
        }

        if (Math.Abs(before + change) > (isVirtual ? 1000 : 1) * Check.MaximumQuantity)
        {
            Issues.Add(new("quantity_overflow", $"lines[{sku}]", $"{account} would hold more than {Check.MaximumQuantity} units of '{sku}'; check the unit of measure."));
        }
    }
}
