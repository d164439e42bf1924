using EcomOps.Analytics.Customers.Internal;
using EcomOps.Analytics.Segments.Internal;
using NodaTime;

namespace EcomOps.Analytics.Segments;

/// <summary>Scores of all customers at one day.</summary>
/// <remarks>Immutable and thread-safe; customers come in the id order of the store.</remarks>
public sealed class RfmScores
{
    private readonly CustomerLabels _labels;
    private readonly RfmValues _values;
    private readonly byte[] _r;
    private readonly byte[] _f;
    private readonly byte[] _m;

    internal RfmScores(CustomerLabels labels, LocalDate asOf, RfmOptions options, RfmValues values, byte[] r, byte[] f, byte[] m, RfmLevels levels)
    {
        _labels = labels;
        _values = values;
        (_r, _f, _m) = (r, f, m);
        AsOf = asOf;
        Options = options;
        Levels = levels;
    }

    /// <summary>Day of scoring.</summary>
    public LocalDate AsOf { get; }

    /// <summary>Settings used.</summary>
    public RfmOptions Options { get; }

    /// <summary>Levels that can occur; fewer than asked for when quantile cuts collapsed.</summary>
    public RfmLevels Levels { get; }

    /// <summary>Number of scored customers.</summary>
    public int Count => _r.Length;

    /// <summary>Every customer's scores.</summary>
    public IEnumerable<RfmScore> Customers => Enumerable.Range(0, Count).Select(i => this[i]);

    /// <summary>Scores of one customer.</summary>
    /// <param name="index">0 to <see cref="Count"/> - 1.</param>
    public RfmScore this[int index] => new(
        _labels.IdOf(_values.PositionOf(index)), _values.RecencyDays[index], _values.Frequency[index], _labels.ToMoney(_values.Monetary[index]), _r[index], _f[index], _m[index]);

    /// <summary>Customers a cell (for example 555), non-empty cells only, ascending.</summary>
    /// <returns>Count by cell.</returns>
    public IReadOnlyDictionary<int, int> Cells()
    {
        SortedDictionary<int, int> cells = [];
        for (int i = 0; i < Count; i++)
        {
            int cell = (100 * _r[i]) + (10 * _f[i]) + _m[i];
            cells[cell] = cells.GetValueOrDefault(cell) + 1;
        }

        return cells;
    }

    /// <summary>Cut points that give every customer of these the score of <see cref="RfmScoring.Quantile"/>, to score other days by the same measure.</summary>
    /// <param name="levels">Scores a dimension, 2 to 9; 5 by default.</param>
    /// <returns>Cuts for <see cref="RfmScoring.Fixed"/>; some are equal where many customers do not differ.</returns>
    /// <exception cref="InvalidOperationException">No customer was scored.</exception>
    public RfmCuts QuantileCuts(int levels = 5)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(levels, 2);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(levels, 9);
        return Count > 0 ? Internal.QuantileCuts.Fixed(_values, levels, _labels.AmountDigits) : throw new InvalidOperationException("No customer was scored, so there is nothing to take cuts from.");
    }

    /// <summary>Assigns every customer to a segment.</summary>
    /// <param name="rules">Rule set, for example <see cref="RfmRuleSets.Shopify11"/>.</param>
    /// <returns>Assignment and totals.</returns>
    public RfmSegmentation Segment(RfmRuleSet rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        return RfmSegmentation.Of(this, rules);
    }
}
