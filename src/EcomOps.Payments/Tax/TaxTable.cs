using EcomOps.Core;
using NodaTime;

namespace EcomOps.Payments.Tax;

/// <summary>Tax rates by jurisdiction, category and date: data of the shop, without any claim to be complete.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class TaxTable
{
    private readonly ILookup<(string, string), TaxRate> _rates;

    /// <summary>Takes rows.</summary>
    /// <param name="rates">Rows.</param>
    public TaxTable(IEnumerable<TaxRate> rates)
    {
        ArgumentNullException.ThrowIfNull(rates);
        Rates = [.. rates];
        _rates = Rates.ToLookup(r => (r.Jurisdiction, r.Category));
    }

    /// <summary>Rows as given.</summary>
    public IReadOnlyList<TaxRate> Rates { get; }

    /// <summary>The rate that holds.</summary>
    /// <param name="jurisdiction">Jurisdiction.</param>
    /// <param name="category">Category; null for what is not taxed.</param>
    /// <param name="taxPoint">Day of supply or payment, local to the jurisdiction; null for the current one.</param>
    /// <returns>The rate, the one that began last where several hold; null when there is none: no tax.</returns>
    public TaxRate? Find(string jurisdiction, string? category, LocalDate? taxPoint) => category is null
        ? null
        : _rates[(jurisdiction, category)].Where(r => r.Holds(taxPoint)).MaxBy(r => r.From ?? LocalDate.MinIsoValue);

    /// <summary>Checks the histories.</summary>
    /// <returns>Issues <c>negative_rate</c>, <c>reversed_dates</c>, <c>overlap</c> and <c>gap</c> (a warning); empty when there is none.</returns>
    public IReadOnlyList<Issue> Validate()
    {
        List<Issue> issues = [];
        foreach (TaxRate rate in Rates)
        {
            if (rate.Percent < 0)
            {
                issues.Add(new Issue("negative_rate", rate.Jurisdiction, $"{rate.Percent} % must be 0 or more."));
            }

            if (rate.From > rate.Until)
            {
                issues.Add(new Issue("reversed_dates", rate.Jurisdiction, $"The rate from {rate.From:uuuu-MM-dd} ends before it begins."));
            }
        }

        foreach (IGrouping<(string Jurisdiction, string Category), TaxRate> history in _rates)
        {
            TaxRate[] rows = [.. history.OrderBy(r => r.From ?? LocalDate.MinIsoValue)];
            for (int i = 1; i < rows.Length; i++)
            {
                LocalDate begin = rows[i].From ?? LocalDate.MinIsoValue;
                if (rows[i - 1].Until is not { } end || end >= begin)
                {
                    issues.Add(new Issue("overlap", $"{history.Key.Jurisdiction}/{history.Key.Category}", $"Two rates hold on {begin:uuuu-MM-dd}; end the earlier one the day before."));
                }
                else if (end.PlusDays(1) < begin)
                {
                    issues.Add(new Issue("gap", $"{history.Key.Jurisdiction}/{history.Key.Category}", $"No rate holds from {end.PlusDays(1):uuuu-MM-dd} to {begin.PlusDays(-1):uuuu-MM-dd}.", Severity.Warning));
                }
            }
        }

        return issues;
    }
}
