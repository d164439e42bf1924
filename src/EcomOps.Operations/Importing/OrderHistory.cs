using EcomOps.Core;
using EcomOps.Operations.History;
using EcomOps.Operations.Importing.Internal;
using EcomOps.Operations.Settings;

namespace EcomOps.Operations.Importing;

/// <summary>Turns rows of order files into a <see cref="ShopHistory"/> by the rules of the settings. Pure and thread-safe.</summary>
public static class OrderHistory
{
    /// <summary>Counts how the rows of one file were taken in.</summary>
    /// <param name="settings">Settings with the exclusion rules.</param>
    /// <param name="import">What the file holds.</param>
    /// <param name="alreadyKnown">Rows of it that an earlier run had imported, 0 up to the accepted ones.</param>
    /// <returns>The counts; every rule of the settings is listed, also with 0 rows.</returns>
    /// <exception cref="ArgumentOutOfRangeException">More rows are known than the file has.</exception>
    public static ImportSummary Summarise(StoreSettings settings, OrderImport import, long alreadyKnown = 0)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(import);
        ArgumentOutOfRangeException.ThrowIfNegative(alreadyKnown);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(alreadyKnown, import.Rows.Count);
        var rules = new RowRules(settings);
        long[] counts = new long[rules.Ordered.Count];
        foreach (OrderRow row in import.Rows)
        {
            if (rules.FirstMet(row) is >= 0 and var met)
            {
                counts[met]++;
            }
        }

        return new(
            import.Read,
            import.Rows.Count,
            import.Rejected.Count,
            alreadyKnown,
            [.. rules.Ordered.Select((rule, i) => new ExcludedRows(rule.Id, rule.Reason, counts[i], rule.Scope))]);
    }

    /// <summary>Builds the history of a shop.</summary>
    /// <param name="settings">The shop's settings.</param>
    /// <param name="source">Where the rows came from, in words, for titles.</param>
    /// <param name="rows">Readable rows of one or more files, in the order of the source.</param>
    /// <param name="summary">How the rows of the latest file were taken in; see <see cref="Summarise"/>.</param>
    /// <returns>
    /// Orders, returns, products and customers as the rules leave them; sites, suppliers and costs as the settings say, each such
    /// assumption named; and a gap for everything that neither holds.
    /// </returns>
    /// <remarks>
    /// Stock codes are cut and, by setting, put in upper case. A product's title is its most frequent description over sales, ties
    /// by ordinal order; its price is the one last sold at. Local times that occur twice a year mean the earlier one, those that
    /// never occur are moved on by the length of the gap.
    /// </remarks>
    /// <exception cref="EcomOpsException">No row counts as a sale (<c>no_sales</c>).</exception>
    public static ShopHistory Build(StoreSettings settings, string source, IReadOnlyList<OrderRow> rows, ImportSummary summary)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentException.ThrowIfNullOrWhiteSpace(source);
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(summary);
        return new HistoryAssembly(settings, rows).Complete(source, summary);
    }
}
