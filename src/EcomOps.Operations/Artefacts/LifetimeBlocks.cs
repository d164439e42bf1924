using EcomOps.Analytics.Ltv;
using EcomOps.Operations.Documents;
using EcomOps.Operations.Steps;
using static EcomOps.Operations.Artefacts.Wording;

namespace EcomOps.Operations.Artefacts;

/// <summary>Why a model of purchases was taken and how far it can be believed.</summary>
internal static class LifetimeBlocks
{
    internal static IEnumerable<Block> Evidence(LifetimeValueResults ltv)
    {
        yield return new Paragraph(Ground(ltv.Selection.Choice));
        if (ltv.Selection.Choice is ModelChoice.ByValidation validation)
        {
            yield return Table("Models on the weeks that chose", "Model|Log score#|Foretold#|Happened#|Mean error a customer#", validation.Scores.Select(s => (IReadOnlyList<string>)
                [s.Model, Number(s.LogScore), Number(s.Report.Expected, 0), Number(s.Report.Actual, 0), Number(s.Report.MeanAbsoluteError, 2)]));
        }

        yield return new Paragraph(Seasons(ltv.Selection.Calendar));
        if (ltv.Selection.Holdout is not { } holdout)
        {
            yield return new Paragraph("The history is too short to hold weeks back for a check: read the values as a sketch.");
            yield break;
        }

        yield return new Paragraph(
            $"Check: fitted anew without the weeks after {Day(holdout.Origin!.Value)}, which took no part in the choice, {holdout.Model} foretold {Number(holdout.Expected, 0)} purchases where {Number(holdout.Actual, 0)} came.{Bias(holdout, ltv.Origins)}");
        if (ltv.Origins.Reports.Count > 1)
        {
            yield return Table("The same model at earlier days", "Fitted up to|Foretold#|Happened#|Happened to foretold#|90 % range#", ltv.Origins.Reports.Select(r => (IReadOnlyList<string>)
            [
                r.Origin is { } origin ? Iso(origin) : None, Number(r.Expected, 0), Number(r.Actual, 0), Number(r.Ratio, 2),
                r.RatioInterval() is { } range ? $"{Number(range.Low, 2)} to {Number(range.High, 2)}" : None,
            ]));
            yield return new Paragraph("The range holds the luck of single customers only. What moves all customers at once, such as a season, shows as ratios that differ from day to day by more than their ranges.");
        }
    }

    private static string Ground(ModelChoice choice) => choice switch
    {
        ModelChoice.ByValidation { IsClear: true } v => $"{Scored(v)} {v.Model} scored best, by more than chance would give.",
        ModelChoice.ByValidation v => $"{Scored(v)} {v.Model} scored best or equal, though by no more than chance would give: {v.Scores[1].Model} would serve as well.",
        ModelChoice.ByCriterion c => $"{c.Model} is used because it describes the history up to {Day(c.Until)} best for its number of parameters (smallest BIC). A choice by what came later was not possible: {c.Reason.Message}",
        _ => $"{choice.Model} is used as given.",
    };

    private static string Seasons(CalendarUse use) => use switch
    {
        CalendarUse.Helps h => $"Time is counted by the seasons of the shop, estimated from earlier years: in {Count(h.Windows, "stretch", "stretches")} of weeks before the check that foretold better than plain time, by {Number(h.Lead)} ± {Number(h.LeadError)} of log score.",
        CalendarUse.DoesNotHelp => "Counting time by the seasons of earlier years was tried on weeks before the check and foretold no better, so it is not used.",
        CalendarUse.NotTried n => $"Seasons are not part of the model: {n.Reason.Message}",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static string Scored(ModelChoice.ByValidation v) =>
        $"Each model was fitted to the history up to {Day(v.After)} and scored by the probability it had given to the purchases that came until {Day(v.Until)} (logarithmic score; nearer to zero is better).";

    private static string Bias(HoldoutReport report, RollingOrigins origins)
    {
        if (report.Ratio is not { } ratio || Math.Abs(ratio - 1) <= 0.1)
        {
            return string.Empty;
        }

        string off = $" That is {Percent(Math.Abs((1 / ratio) - 1), 0)} too {(ratio > 1 ? "few" : "many")}.";
        HoldoutReport[] earlier = [.. origins.Reports.Skip(1).Where(r => r.Ratio is not null)];
        bool habit = earlier.Length > 0 && earlier.All(r => ratio > 1 ? r.RatioInterval()?.Low > 1 : r.RatioInterval()?.High < 1);
        return off + (earlier.Length == 0 ? $" Read the value of the next year as possibly that much too {(ratio > 1 ? "low" : "high")}."
            : habit ? $" It was so at every earlier day too, so read the value of the next year as too {(ratio > 1 ? "low" : "high")}."
            : " It was not so at every earlier day, so a season or an event of these weeks is the likely reason; a year ahead holds such weeks once.");
    }
}
