using System.CommandLine;
using System.Globalization;
using EcomOps.Analytics.Experiments;
using EcomOps.Cli.Commands.Files;
using EcomOps.Cli.Commands.Rules;
using EcomOps.Formats.Analytics;
using EcomOps.Formats.Tables;

namespace EcomOps.Cli.Commands.Analytics;

internal static class AbtestCommand
{
    public static Command Create()
    {
        Argument<string> file = new("visitors") { Description = "One row a visitor (.csv, .jsonl, .parquet): variant, orders, revenue; visitor, prior_revenue and segment where known. Visitors who bought nothing belong in it with zeros." };
        Option<string> control = new("--control") { Description = "Variant that the others are compared with.", DefaultValueFactory = _ => "control" };
        Option<double> alpha = new("--alpha") { Description = "Two-sided error rate.", DefaultValueFactory = _ => 0.05 };
        Option<double?> cap = new("--winsorise") { Description = "Percentile of revenue of all variants together at which it is capped, such as 0.999." };
        Option<double?> sequential = new("--sequential") { Description = "For a test that is looked at while it runs: number of visitors at which it is sharpest, such as 5000." };
        Option<double> margin = new("--guardrail") { Description = "Relative loss of conversion that is tolerated.", DefaultValueFactory = _ => 0.02 };
        Option<bool> json = new("--json") { Description = "Print JSON." };
        TableFileInput files = new();
        Command command = new("abtest", """
            Analyse an experiment: revenue per visitor first, then conversion and order value, with a decision in words.

            Example:
              ecomops analytics abtest visitors.csv --control control --winsorise 0.999

            Exit code: 0 done, 1 rows rejected with --strict, or the split is broken, 2 nothing readable.
            """) { file, control, alpha, cap, sequential, margin };
        files.AddTo(command);
        command.Add(json);
        command.Does((parsed, output, error) =>
        {
            double level = parsed.GetValue(alpha) is > 0 and < 1 and var a ? a : throw new ToolFailure("Alpha must lie between 0 and 1, both exclusive.");
            double? percentile = parsed.GetValue(cap) is not { } p || p is > 0 and < 1 ? parsed.GetValue(cap) : throw new ToolFailure("The percentile must lie between 0 and 1, both exclusive.");
            double? tuning = parsed.GetValue(sequential) is not { } t || t > 0 ? parsed.GetValue(sequential) : throw new ToolFailure("The number of visitors must be above 0.");
            TableRows<VisitorRow> table = TableFileInput.Readable(AnalyticsFiles.VisitorsAsync(parsed.GetValue(file)!, files.Options(parsed)));
            TableFileInput.Report(error, table);
            VisitorRow[] rows = Once(table, error);
            VariantData[] variants = [.. rows.GroupBy(r => r.Variant, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => new VariantData(g.Key, [.. g.Select(r => r.Outcome)]))];
            string name = parsed.GetValue(control)!;
            VariantData first = variants.FirstOrDefault(v => v.Name == name) ?? throw new ToolFailure($"No visitor saw '{name}'; name the control by --control, one of {string.Join(", ", variants.Select(v => v.Name))}.");
            VariantData[] others = [.. variants.Where(v => v != first)];
            if (others.Length == 0)
            {
                throw new ToolFailure($"Every visitor saw '{name}'; there is nothing to compare.");
            }

            ExperimentOptions options = new(level) { WinsoriseAt = percentile, SequentialTuning = tuning, GuardrailMargin = parsed.GetValue(margin) };
            IReadOnlyList<ExperimentResult> results = Experiment.Analyse(first, others, options);
            SegmentEffects?[] segments = [.. others.Select(o => Segments(rows, first.Name, o.Name, level / others.Length))];
            if (parsed.GetValue(json))
            {
                Tool.Json(output, results.Zip(segments, (r, s) => new
                {
                    r.Control,
                    r.Treatment,
                    Visitors = new[] { r.Visitors.Control, r.Visitors.Treatment },
                    SplitP = r.Split.PValue,
                    r.RevenuePerVisitor,
                    r.Conversion,
                    r.AverageOrderValue,
                    r.Posterior,
                    r.IsVarianceReduced,
                    Guardrails = r.Guardrails.Select(g => new { g.Guardrail.Name, State = g.State.ToString() }),
                    Decision = r.Decision.Sentence,
                    Segments = s is null ? null : new { s.InteractionPValue, s.Segments, Words = s.InWords(level) },
                }));
            }
            else
            {
                foreach ((ExperimentResult result, SegmentEffects? effects) in results.Zip(segments))
                {
                    Print(output, result, effects, level);
                }
            }

            return results.Any(r => r.Split.IsMismatch) ? Tool.Findings : files.ExitCode(parsed, table);
        });
        return command;
    }

    // A visitor in several variants belongs to none; several rows of one visitor and variant add up.
    private static VisitorRow[] Once(TableRows<VisitorRow> table, TextWriter error)
    {
        if (table.Rows.All(r => r.VisitorId is null))
        {
            return [.. table.Rows];
        }

        string?[] several = [.. table.Rows.Where(r => r.VisitorId is not null).GroupBy(r => r.VisitorId, StringComparer.Ordinal).Where(g => g.Select(r => r.Variant).Distinct(StringComparer.Ordinal).Skip(1).Any()).Select(g => g.Key)];
        if (several.Length > 0)
        {
            error.WriteLine($"{table.FileName}: {Tool.Count(several.Length, "visitor")} saw several variants and {(several.Length == 1 ? "is" : "are")} left out");
        }

        HashSet<string?> leftOut = new(several, StringComparer.Ordinal);
        return
        [
            .. table.Rows.Where(r => r.VisitorId is null),
            .. table.Rows.Where(r => r.VisitorId is not null && !leftOut.Contains(r.VisitorId)).GroupBy(r => r.VisitorId, StringComparer.Ordinal).Select(g => g.First() with
            {
                Outcome = new VisitorOutcome(g.Sum(r => r.Outcome.Orders), g.Sum(r => r.Outcome.Revenue), g.First().Outcome.PriorRevenue),
            }),
        ];
    }

    private static SegmentEffects? Segments(VisitorRow[] rows, string control, string treatment, double alpha)
    {
        string[] names = [.. rows.Select(r => r.Segment).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        return names.Length < 2 ? null : SegmentEffects.Analyse([.. names.Select(s => (s, Mean(s, control), Mean(s, treatment)))], alpha);

        SampleStatistic Mean(string segment, string variant) => MeanStatistic.Of(rows.Where(r => r.Segment == segment && r.Variant == variant).Select(r => r.Outcome.Revenue));
    }

    private static void Print(TextWriter output, ExperimentResult r, SegmentEffects? segments, double alpha)
    {
        output.WriteLine($"{r.Treatment} against {r.Control}: {r.Decision}");
        Tool.Table(output,
        [
            ["metric", r.Control, r.Treatment, "difference", "interval", "p"],
            ["visitors", Tool.Count(r.Visitors.Control), Tool.Count(r.Visitors.Treatment), string.Empty, string.Empty, Number(r.Split.PValue, "0.0000")],
            ["revenue per visitor", Number(r.RevenueMeans.Control, "0.0000"), Number(r.RevenueMeans.Treatment, "0.0000"), .. Difference(r.RevenuePerVisitor)],
            ["conversion", Tool.Percent(r.ConversionRates.Control), Tool.Percent(r.ConversionRates.Treatment), .. Difference(r.Conversion)],
            ["average order value", string.Empty, string.Empty, .. Difference(r.AverageOrderValue)],
        ], 1, 2, 3, 4, 5);
        output.WriteLine($"  chance that {r.Treatment} is better: {(r.Posterior.Error is null ? Tool.Percent(r.Posterior.ChanceToWin) : "not known")}{(r.IsVarianceReduced ? "; revenue is adjusted by what visitors spent before" : string.Empty)}{(r.Winsorised is { } w ? $"; revenue is capped at {Number(w.Cap, "0.00")} ({Tool.Percent(w.Share)} of visitors)" : string.Empty)}");
        if (segments is not null)
        {
            output.WriteLine("  " + segments.InWords(alpha));
        }
    }

    private static string[] Difference(TwoSampleResult r) => r.Error is not null
        ? ["-", "nothing to compare", "-"]
        : [Number(r.Effect, "+0.0 %;-0.0 %;0 %"), $"{Number(r.Low ?? double.NegativeInfinity, "+0.0 %;-0.0 %;0 %")} to {Number(r.High ?? double.PositiveInfinity, "+0.0 %;-0.0 %;0 %")}", Number(r.PValue, "0.0000")];

    private static string Number(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
