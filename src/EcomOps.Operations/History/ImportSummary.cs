using EcomOps.Operations.Settings;

namespace EcomOps.Operations.History;

/// <summary>How the rows of a source were taken in; <c>Accepted + Rejected = Read</c>.</summary>
/// <param name="Read">Data rows in the source, the header not counted.</param>
/// <param name="Accepted">Rows that could be read, whether new or already known, excluded from sales or not.</param>
/// <param name="Rejected">Rows that could not be read; each is in <c>rejected.csv</c> with line, code and remedy.</param>
/// <param name="AlreadyKnown">Accepted rows that an earlier run had imported.</param>
/// <param name="Excluded">Accepted rows that a named rule left out, in the order of the rules; each row counts at its first rule only, so the counts can be taken off one after the other.</param>
public sealed record ImportSummary(long Read, long Accepted, long Rejected, long AlreadyKnown, IReadOnlyList<ExcludedRows> Excluded)
{
    /// <summary>Accepted rows that count as sales: those that no rule with <see cref="ExclusionScope.Sales"/> left out.</summary>
    public long Sales => Accepted - Excluded.Where(rule => rule.Scope == ExclusionScope.Sales).Sum(rule => rule.Rows);

    /// <summary>Rows of <see cref="Sales"/> that also count in customer figures.</summary>
    public long CustomerSales => Accepted - Excluded.Sum(rule => rule.Rows);
}
