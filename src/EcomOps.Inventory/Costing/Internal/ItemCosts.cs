using EcomOps.Core;
using EcomOps.Inventory.Ledger;

namespace EcomOps.Inventory.Costing.Internal;

internal sealed record CostEvent(Movement Movement, long Change, Money? UnitCost);

// One item's history, folded when asked.
internal sealed class ItemCosts(Sku sku)
{
    private readonly List<CostEvent> _events = [];
    private (CostMethod Method, int Events, IReadOnlyList<CostOfGoods> Costs, InventoryValue Value)? _folded;

    public void Add(CostEvent change) => _events.Add(change);

    public (IReadOnlyList<CostOfGoods> Costs, InventoryValue Value) Result(CostMethod method)
    {
        if (_folded is not { } folded || folded.Method != method || folded.Events != _events.Count)
        {
            (IReadOnlyList<CostOfGoods> costs, InventoryValue value) = Fold(method);
            _folded = folded = (method, _events.Count, costs, value);
        }

        return (folded.Costs, folded.Value);
    }

    private (IReadOnlyList<CostOfGoods> Costs, InventoryValue Value) Fold(CostMethod method)
    {
        var costs = new List<CostOfGoods>();
        var layers = new LinkedList<(long Units, decimal? Cost)>();
        Currency? currency = null;
        decimal? last = null;
        foreach (CostEvent e in _events.OrderBy(e => e.Movement.EffectiveAt).ThenBy(e => e.Movement.Sequence))
        {
            if (e.UnitCost is { } given)
            {
                currency = currency is null || currency == given.Currency ? given.Currency : throw new CurrencyMismatchException(currency.Value, given.Currency);
            }

            if (e.Change > 0)
            {
                decimal? cost = e.UnitCost?.Amount ?? (e.Movement.Kind is MovementKind.Return or MovementKind.Reverse ? last : null) ?? Average(layers) ?? last;
                layers.AddLast((e.Change, cost));
                if (e.Movement.Kind == MovementKind.Return)
                {
                    costs.Add(new(e.Movement.Sequence, e.Movement.Kind, sku, -e.Change, Of(-e.Change * cost, currency), e.Movement.EffectiveAt));
                }

                continue;
            }

            decimal? total = Take(layers, -e.Change, method);
            last = total is { } t ? t / -e.Change : last;
            costs.Add(new(e.Movement.Sequence, e.Movement.Kind, sku, -e.Change, Of(total, currency), e.Movement.EffectiveAt));
        }

        long units = layers.Sum(l => l.Units);
        decimal? value = layers.Any(l => l.Cost is not null) ? layers.Sum(l => l.Units * (l.Cost ?? 0m)) : null;
        return (costs, new(sku, units, Of(value, currency), layers.Where(l => l.Cost is null).Sum(l => l.Units)));
    }

    // Cost of the units, null when none of them has one. Units beyond the layers (sold before their receipt was booked) cost what the last ones did.
    private static decimal? Take(LinkedList<(long Units, decimal? Cost)> layers, long units, CostMethod method)
    {
        decimal? average = Average(layers);
        decimal? total = null;
        decimal? unit = average;
        while (units > 0 && layers.First is { } first)
        {
            long taken = Math.Min(units, first.Value.Units);
            units -= taken;
            unit = method == CostMethod.MovingAverage ? average : first.Value.Cost;
            total = unit is { } u ? (total ?? 0m) + (taken * u) : total;
            if (taken == first.Value.Units)
            {
                layers.RemoveFirst();
            }
            else
            {
                first.Value = (first.Value.Units - taken, first.Value.Cost);
            }
        }

        if (method == CostMethod.MovingAverage && layers.Count > 0)
        {
            // What stays is worth the average too.
            long left = layers.Sum(l => l.Units);
            layers.Clear();
            layers.AddLast((left, average));
        }

        return units > 0 && unit is { } lastUnit ? (total ?? 0m) + (units * lastUnit) : total;
    }

    private static decimal? Average(LinkedList<(long Units, decimal? Cost)> layers)
    {
        long units = layers.Where(l => l.Cost is not null).Sum(l => l.Units);
        return units == 0 ? null : layers.Where(l => l.Cost is not null).Sum(l => l.Units * l.Cost!.Value) / units;
    }

    private static Money? Of(decimal? amount, Currency? currency) => amount is { } a && currency is { } c ? new Money(a, c) : null;
}
