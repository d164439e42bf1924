using System.Globalization;
using EcomOps.Analytics.Experiments;
using EcomOps.Analytics.Funnels.Internal;

namespace EcomOps.Analytics.Funnels;

/// <summary>Why persons drop between two steps: which property value sets those who go on most apart from those who do not.</summary>
/// <param name="From">Step that was reached.</param>
/// <param name="To">Step that follows.</param>
/// <param name="Persons">Persons who reached <paramref name="From"/>.</param>
/// <param name="WentOn">Those of them who reached <paramref name="To"/>.</param>
/// <param name="Confidence">Confidence of the intervals.</param>
/// <param name="Factors">Every comparison, by adjusted p-value, then by the size of the effect, then by name.</param>
/// <remarks>A difference is not a cause: properties go together, and only an experiment tells what a change would do.</remarks>
public sealed record DropReport(string From, string To, int Persons, int WentOn, double Confidence, IReadOnlyList<DropFactor> Factors)
{
    /// <summary>Factors that stand after Holm's adjustment, the one with the largest effect first.</summary>
    public IReadOnlyList<DropFactor> Significant => [.. Factors.Where(f => f.AdjustedPValue <= 1 - Confidence).OrderByDescending(f => Math.Abs(f.Effect)).ThenBy(f => f.Property, StringComparer.Ordinal).ThenBy(f => f.Value, StringComparer.Ordinal)];

    /// <summary>The finding as one or two sentences.</summary>
    public string Words
    {
        get
        {
            string lost = string.Create(CultureInfo.InvariantCulture, $"{Persons - WentOn:N0} of {Persons:N0} ({Rate(Persons == 0 ? 0 : 1 - ((double)WentOn / Persons))}) leave between {From} and {To}.");
            if (Significant is not [var top, ..])
            {
                return lost + (Factors.Count == 0 ? " There is no property with two groups large enough to compare." : string.Create(CultureInfo.InvariantCulture, $" None of {Factors.Count} compared property values tells them apart."));
            }

            return lost + string.Create(CultureInfo.InvariantCulture,
                $" What tells them apart most is {top.Property} = {top.Value}: {Rate(top.Rate)} of {top.Persons:N0} go on, against {Rate(top.OtherRate)} of the others; difference {Points(top.Difference)} ({Confidence:P0} interval {Points(top.Interval.Low)} to {Points(top.Interval.High)}; adjusted for {Factors.Count} comparisons {PValue(top.AdjustedPValue)}). This is an association, not yet a cause.");
        }
    }

    /// <summary>Compares those who go on from a step with those who do not.</summary>
    /// <param name="events">Events in any sequence; properties are read from a person's events up to the step, the first value of each counts.</param>
    /// <param name="definition">Funnel.</param>
    /// <param name="step">0-based index of the step that was reached; not the last one.</param>
    /// <param name="confidence">Confidence of the intervals and of the family of comparisons, 0 to 1 exclusive.</param>
    /// <param name="leastPersons">Smallest number of persons with and without a value for it to be compared, 1 or more.</param>
    /// <returns>The report.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no step after the given one, or a number is out of range.</exception>
    public static DropReport Compute(IEnumerable<FunnelEvent> events, FunnelDefinition definition, int step, double confidence = 0.95, int leastPersons = 30)
    {
        ArgumentNullException.ThrowIfNull(events);
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentOutOfRangeException.ThrowIfNegative(step);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(step, definition.Steps.Count - 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(leastPersons, 1);
        RequireConfidence(confidence);
        return Compare(new PersonScan(definition).Paths(events, out _, out _), definition, step, confidence, leastPersons);
    }

    /// <summary>The same for every step but the last, from one pass over the events.</summary>
    /// <param name="events">Events in any sequence.</param>
    /// <param name="definition">Funnel.</param>
    /// <param name="confidence">Confidence of the intervals and of the comparisons of one step, 0 to 1 exclusive.</param>
    /// <param name="leastPersons">Smallest number of persons with and without a value for it to be compared, 1 or more.</param>
    /// <returns>One report a step.</returns>
    public static IReadOnlyList<DropReport> ComputeAll(IEnumerable<FunnelEvent> events, FunnelDefinition definition, double confidence = 0.95, int leastPersons = 30)
    {
        ArgumentNullException.ThrowIfNull(events);
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentOutOfRangeException.ThrowIfLessThan(leastPersons, 1);
        RequireConfidence(confidence);
        List<PersonPath> paths = new PersonScan(definition).Paths(events, out _, out _);
        return [.. Enumerable.Range(0, Math.Max(0, definition.Steps.Count - 1)).Select(step => Compare(paths, definition, step, confidence, leastPersons))];
    }

    private static void RequireConfidence(double confidence)
    {
        if (!(confidence is > 0 and < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(confidence), confidence, "Confidence must lie between 0 and 1.");
        }
    }

    private static DropReport Compare(List<PersonPath> paths, FunnelDefinition definition, int step, double confidence, int leastPersons)
    {
        int persons = 0, wentOn = 0;
        SortedDictionary<(string, string), (int Persons, int WentOn)> counts = new(Comparer<(string, string)>.Create((a, b) => string.CompareOrdinal(a.Item1, b.Item1) is not 0 and var c ? c : string.CompareOrdinal(a.Item2, b.Item2)));
        foreach (PersonPath path in paths.Where(p => p.Times.Length > step))
        {
            bool on = path.Times.Length > step + 1;
            persons++;
            wentOn += on ? 1 : 0;
            foreach ((string property, string value) in path.PropertiesUntil(step))
            {
                (int having, int havingOn) = counts.GetValueOrDefault((property, value));
                counts[(property, value)] = (having + 1, havingOn + (on ? 1 : 0));
            }
        }

        List<DropFactor> raw = [];
        foreach (((string property, string value), (int having, int havingOn)) in counts)
        {
            int others = persons - having, othersOn = wentOn - havingOn;
            if (having >= leastPersons && others >= leastPersons)
            {
                ProportionTestResult test = ProportionTest.Compare(new ProportionStatistic(others, othersOn), new ProportionStatistic(having, havingOn), confidence);
                raw.Add(new DropFactor(property, value, having, (double)havingOn / having, (double)othersOn / others, test.Difference, test.Newcombe, test.PValue, test.PValue));
            }
        }

        IReadOnlyList<double> adjusted = MultipleTests.Adjust([.. raw.Select(f => f.PValue)], MultiplicityMethod.Holm);
        return new DropReport(
            definition.Steps[step], definition.Steps[step + 1], persons, wentOn, confidence,
            [.. raw.Select((f, i) => f with { AdjustedPValue = adjusted[i] }).OrderBy(f => f.AdjustedPValue).ThenByDescending(f => Math.Abs(f.Effect)).ThenBy(f => f.Property, StringComparer.Ordinal).ThenBy(f => f.Value, StringComparer.Ordinal)]);
    }

    private static string Rate(double rate) => rate.ToString("P1", CultureInfo.InvariantCulture);

    private static string PValue(double p) => p < 0.001 ? "p below 0.001" : string.Create(CultureInfo.InvariantCulture, $"p = {p:0.000}");

    private static string Points(double difference) => (difference * 100).ToString("+0.0;-0.0;0.0", CultureInfo.InvariantCulture) + " points";
}
