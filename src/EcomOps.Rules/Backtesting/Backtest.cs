using EcomOps.Core;
using EcomOps.Rules.Backtesting.Internal;
using EcomOps.Rules.DecisionSets;

namespace EcomOps.Rules.Backtesting;

/// <summary>Runs versions of a set over recorded decisions (JSON lines), streaming.</summary>
/// <remarks>Memory does not grow with the number of lines. Pure and thread-safe; the same file gives the same report.</remarks>
public static class Backtest
{
    private const int MostRejected = 100;

    /// <summary>Evaluates each line.</summary>
    /// <param name="before">Old version, or null to look at one version alone.</param>
    /// <param name="after">New version, over the same vocabulary object.</param>
    /// <param name="lines">Lines of JSON.</param>
    /// <param name="options">How records are read and judged; null for the defaults.</param>
    /// <param name="progress">Told the number of lines every 10,000; or null.</param>
    /// <param name="cancellationToken">Token.</param>
    /// <returns>The report. A line that cannot be read is rejected with its number and never ends the run.</returns>
    /// <exception cref="ArgumentException">The versions have different vocabularies.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static BacktestReport Run(
        RuleSet? before, RuleSet after, IEnumerable<string> lines, BacktestOptions? options = null, IProgress<long>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(after);
        ArgumentNullException.ThrowIfNull(lines);
        if (before is not null && !ReferenceEquals(before.Vocabulary, after.Vocabulary))
        {
            throw new ArgumentException("Both versions must be read with the same vocabulary.", nameof(before));
        }

        options ??= new BacktestOptions();
        RecordReader reader = new(after, options);
        VersionTally tallyAfter = new(after, options);
        VersionTally? tallyBefore = before is null ? null : new VersionTally(before, options);
        Dictionary<(string, string), CellCount> changes = [];
        CellCount unchanged = new(options.SamplesPerCell);
        List<Issue> rejected = [];
        long read = 0;
        long line = 0;
        long rejections = 0;
        foreach (string text in lines)
        {
            line++;
            if (string.IsNullOrWhiteSpace(text))
            {
                continue;
            }

            if (++read % 10_000 == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
                progress?.Report(read);
            }

            if (reader.Read(text, line, out string problem) is not { } record)
            {
                rejections++;
                if (rejected.Count < MostRejected)
                {
                    rejected.Add(new Issue("unreadable_record", FormattableString.Invariant($"line {line}"), problem));
                }

                continue;
            }

            string now = tallyAfter.Add(record);
            if (tallyBefore is null)
            {
                continue;
            }

            string then = tallyBefore.Add(record);
            if (then == now)
            {
                unchanged.Add(record);
                continue;
            }

            if (!changes.TryGetValue((then, now), out CellCount? change))
            {
                changes[(then, now)] = change = new CellCount(options.SamplesPerCell);
            }

            change.Add(record);
        }

        return new BacktestReport(
            read, read - rejections, rejected, rejections, tallyBefore?.Report(), tallyAfter.Report(), changes.ToDictionary(c => c.Key, c => c.Value.ToCell()), unchanged.ToCell());
    }
}
