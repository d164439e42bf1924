using EcomOps.Core;

namespace EcomOps.Inventory.Counting;

/// <summary>How often items are counted and which differences are accepted.</summary>
/// <remarks>Immutable.</remarks>
public sealed record CountOptions
{
    /// <summary>Cumulative share of value that ends class A; 0.80 by default.</summary>
    public decimal CutA { get; init; } = 0.80m;

    /// <summary>Cumulative share of value that ends class B; 0.95 by default.</summary>
    public decimal CutB { get; init; } = 0.95m;

    /// <summary>Counts a year of classes A, B and C; 4, 2 and 1 by default.</summary>
    public (int A, int B, int C) CountsPerYear { get; init; } = (4, 2, 1);

    /// <summary>Accepted difference of classes A, B and C as a share of the book quantity, inclusive; 1 %, 3 % and 5 % by default. A book of 0 needs a count of 0.</summary>
    public (decimal A, decimal B, decimal C) Tolerance { get; init; } = (0.01m, 0.03m, 0.05m);

    /// <summary>Fewest days between two counts of a record; 7 by default.</summary>
    public int MinimumDaysBetween { get; init; } = 7;

    /// <summary>Most counts of one record, 1 or more; 3 by default. Counting goes on until two agree; 1 lets the first count stand whatever it says, for a stocktake that was checked on paper.</summary>
    public int MaximumCounts
    {
        get;
        init => field = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "At least one count.");
    } = 3;

    /// <summary>Worth of a record's difference above which it is counted again though it is within tolerance, or null for no such limit. A difference of unknown worth is counted again too.</summary>
    public Money? RecountOver { get; init; }

    /// <summary>Worth of all differences of a count, plus not set off against minus, above which it is booked only with approval; null for no such limit.</summary>
    public Money? ApprovalOver { get; init; }

    /// <summary>Accepted difference of a class.</summary>
    /// <param name="countClass">The class.</param>
    /// <returns>Share of the book quantity.</returns>
    public decimal ToleranceOf(CountClass countClass) => countClass switch { CountClass.A => Tolerance.A, CountClass.B => Tolerance.B, _ => Tolerance.C };

    /// <summary>Classes by annual usage value.</summary>
    /// <param name="annualUsage">Units a year times unit cost, by item; 0 or more, all in one currency.</param>
    /// <returns>Class of each item: an item belongs to A as long as the value of those before it is below the cut. Ties by SKU.</returns>
    /// <exception cref="ArgumentException">A value is negative.</exception>
    public IReadOnlyDictionary<Sku, CountClass> Classify(IReadOnlyDictionary<Sku, decimal> annualUsage)
    {
        ArgumentNullException.ThrowIfNull(annualUsage);
        if (annualUsage.Values.Any(v => v < 0))
        {
            throw new ArgumentException("Usage values are 0 or more.", nameof(annualUsage));
        }

        decimal total = annualUsage.Values.Sum();
        decimal before = 0;
        var classes = new Dictionary<Sku, CountClass>();
        foreach ((Sku sku, decimal value) in annualUsage.OrderByDescending(p => p.Value).ThenBy(p => p.Key))
        {
            classes[sku] = total == 0 || before >= CutB * total ? CountClass.C : before >= CutA * total ? CountClass.B : CountClass.A;
            before += value;
        }

        return classes;
    }

    internal bool Tolerates(CountClass countClass, CountTake take) => Math.Abs(take.Variance) <= ToleranceOf(countClass) * take.Book;

    internal void MustMatch(IEnumerable<Money> costs)
    {
        Currency? currency = null;
        foreach (Money amount in costs.Concat(new[] { RecountOver, ApprovalOver }.OfType<Money>()))
        {
            currency = currency is null || currency == amount.Currency ? amount.Currency : throw new CurrencyMismatchException(currency.Value, amount.Currency);
        }
    }
}
