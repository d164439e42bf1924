using EcomOps.Core;

namespace EcomOps.Inventory.Counting;

/// <summary>Outcome of a count.</summary>
/// <param name="Results">One for each line that could be judged, in the order given.</param>
/// <param name="Issues">Every line that could not, with its place <c>line n</c> (from 1).</param>
/// <remarks>Immutable. The three accuracies say different things and are named apart on purpose.</remarks>
public sealed record CountReport(IReadOnlyList<CountResult> Results, IReadOnlyList<Issue> Issues)
{
    /// <summary>Inventory record accuracy: records within tolerance over records counted; null without records.</summary>
    public double? RecordAccuracy => Results.Count == 0 ? null : (double)Results.Count(r => r.IsWithinTolerance) / Results.Count;

    /// <summary>Gross unit accuracy: 1 less the sum of absolute differences over the book's units; null when the book has none.</summary>
    public double? UnitAccuracy => Book == 0 ? null : 1 - ((double)Results.Sum(r => Math.Abs(r.Variance)) / Book);

    /// <summary>Net difference over the book's units, plus against minus; it hides errors that cancel. Null when the book has no units.</summary>
    public double? NetVarianceRate => Book == 0 ? null : (double)Results.Sum(r => r.Variance) / Book;

    /// <summary>Units missing, not set off against units found.</summary>
    public long Shrinkage => Results.Sum(r => Math.Max(0, -r.Variance));

    /// <summary>Records that need a second count by another person.</summary>
    public IEnumerable<CountResult> Recounts => Results.Where(r => !r.IsWithinTolerance);

    private long Book => Results.Sum(r => r.Book);
}
