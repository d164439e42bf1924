using System.Globalization;
using EcomOps.Analytics.Ltv;
using EcomOps.Cli.Commands.Rules;
using EcomOps.Core;
using NodaTime;

namespace EcomOps.Cli.Commands.Analytics;

// A study of lifetime value as JSON and as text.
internal static class LifetimeOutput
{
    private const int Shown = 10;

    public static object Json(LifetimeStudy study, int months, LocalDate asOf)
    {
        ModelFit fit = study.Model.Purchases.Estimate!;
        return new
        {
            AsOf = Date(asOf),
            Months = months,
            study.Model.Purchases.Name,
            fit.Parameters,
            fit.LogLikelihood,
            fit.Aic,
            fit.Bic,
            Warnings = fit.Warnings.Concat(study.Selection.Issues).Select(w => w.ToString()),
            study.Model.Spend.SpendFrequencyCorrelation,
            Choice = Choice(study.Selection.Choice),
            Calendar = Calendar(study.Selection),
            Holdout = study.Selection.Holdout is { } holdout ? Report(holdout) : null,
            Origins = study.Origins.Reports.Select(Report),
            Customers = study.Customers.Count,
            ExpectedPurchases = study.Customers.Sum(c => c.ExpectedPurchases),
            LifetimeValue = study.Total?.Amount,
            Top = Best(study).Select(c => new { c.CustomerId, c.ProbabilityAlive, c.ExpectedPurchases, LifetimeValue = c.LifetimeValue?.Amount }),
        };
    }

    public static void Print(TextWriter output, LifetimeStudy study, int months, LocalDate asOf)
    {
        ModelFit fit = study.Model.Purchases.Estimate!;
        output.WriteLine($"{study.Model.Purchases.Name} over {Tool.Count(study.Customers.Count)} customers as of {Date(asOf)}: log-likelihood {Number(fit.LogLikelihood, "0.00")}, AIC {Number(fit.Aic, "0.0")}");
        output.WriteLine("  " + string.Join(", ", fit.Parameters.Select(p => $"{p.Name} {Number(p.Value, "0.####")}{(p.StandardError is { } se ? $" (± {Number(se, "0.####")})" : string.Empty)}")));
        foreach (Issue warning in fit.Warnings.Concat(study.Selection.Issues))
        {
            output.WriteLine("  " + warning);
        }

        PrintChoice(output, study.Selection.Choice);
        PrintCalendar(output, study.Selection);
        PrintOrigins(output, study);
        output.WriteLine($"Next {months} months: {Number(study.Customers.Sum(c => c.ExpectedPurchases), "#,##0.0")} purchases{(study.Total is { } total ? $", worth {Tool.Amount(total.Amount)} {total.Currency} today" : "; their value cannot be told, because the mean spend has no finite estimate")}");
        Tool.Table(output, [["customer", "alive", "purchases", "value"], .. Best(study).Select(c => new[]
        {
            c.CustomerId, Tool.Percent(c.ProbabilityAlive), Number(c.ExpectedPurchases, "0.00"), c.LifetimeValue is { } value ? Tool.Amount(value.Amount) : "-",
        })], 1, 2, 3);
    }

    private static void PrintChoice(TextWriter output, ModelChoice choice)
    {
        if (choice is ModelChoice.ByCriterion criterion)
        {
            output.WriteLine($"Chosen by the smallest BIC up to {Date(criterion.Until)}: {string.Join(", ", criterion.Fits.Select(f => $"{f.Model} {Number(f.Bic, "0.0")}"))}");
        }

        if (choice is ModelChoice.ByValidation validation)
        {
            output.WriteLine($"Chosen by the predictive log score of {Date(validation.After.PlusDays(1))} to {Date(validation.Until)}, lead {Number(validation.Lead, "0.0")}{(validation.LeadError is { } error ? $" (± {Number(error, "0.0")})" : string.Empty)} nats{(validation.IsClear ? string.Empty : ", which is within chance")}:");
            Tool.Table(output, [["model", "score", "foretold", "happened", "MAE"], .. validation.Scores.Select(s => new[]
            {
                s.Model, Number(s.LogScore, "#,##0.0"), Number(s.Report.Expected, "#,##0.0"), Number(s.Report.Actual, "#,##0"), Number(s.Report.MeanAbsoluteError, "0.000"),
            })], 1, 2, 3, 4);
        }
    }

    private static void PrintCalendar(TextWriter output, ModelSelection selection)
    {
        output.WriteLine(selection.Calendar switch
        {
            CalendarUse.Helps helps => $"Time is counted by the seasons of the shop, which foretold {Windows(helps.Windows)} before the holdout better by {Number(helps.Lead, "0.0")} (± {Number(helps.LeadError, "0.0")}) nats: {Months(selection.Histories.Calendar!)}",
            CalendarUse.DoesNotHelp no => $"Seasons of the shop were tried and are not used: by them the score of {Windows(no.Windows)} before the holdout changes by {Number(no.Lead, "+0.0;-0.0;0.0")} nats.",
            CalendarUse.NotTried not => $"Seasons are not used: {not.Reason.Message}",
            _ => string.Empty,
        });
    }

    private static string Windows(int count) => count == 1 ? "the window" : $"{count} windows";

    private static string Months(ActivityCalendar calendar) =>
        string.Join(", ", calendar.Months.Select((index, m) => $"{CultureInfo.InvariantCulture.DateTimeFormat.AbbreviatedMonthNames[m]} {Number(index, "0.00")}"));

    private static void PrintOrigins(TextWriter output, LifetimeStudy study)
    {
        if (study.Selection.Holdout is not { } holdout)
        {
            output.WriteLine("The history is too short for a holdout: take the figures as a sketch.");
            return;
        }

        output.WriteLine($"Holdout from {Date(holdout.Origin!.Value.PlusDays(1))} to {Date(holdout.Until!.Value)}, which took no part in the choice, and earlier origins of the same length:");
        Tool.Table(output, [["fitted up to", "foretold", "happened", "ratio", "90 % range", "MAE"], .. study.Origins.Reports.Select(r => new[]
        {
            r.Origin is { } origin ? Date(origin) : "-", Number(r.Expected, "#,##0.0"), Number(r.Actual, "#,##0"), r.Ratio is { } ratio ? Number(ratio, "0.00") : "-",
            r.RatioInterval() is { } range ? $"{Number(range.Low, "0.00")} to {Number(range.High, "0.00")}" : "-", Number(r.MeanAbsoluteError, "0.000"),
        })], 1, 2, 3, 5);
    }

    private static object Choice(ModelChoice choice) => choice switch
    {
        ModelChoice.ByValidation v => new
        {
            By = "validation",
            v.Model,
            After = Date(v.After),
            Until = Date(v.Until),
            v.Lead,
            v.LeadError,
            v.IsClear,
            Scores = v.Scores.Select(s => new { s.Model, s.LogScore, Report = Report(s.Report) }),
        },
        ModelChoice.ByCriterion c => new { By = "bic", c.Model, Until = Date(c.Until), Reason = c.Reason.ToString(), Fits = c.Fits.Select(f => new { f.Model, f.Bic }) },
        _ => new { By = "given", choice.Model },
    };

    private static object Calendar(ModelSelection selection) => selection.Calendar switch
    {
        CalendarUse.Helps h => new { Used = true, h.Lead, LeadError = (double?)h.LeadError, Months = (IReadOnlyList<double>?)selection.Histories.Calendar!.Months, Reason = (string?)null },
        CalendarUse.DoesNotHelp n => new { Used = false, n.Lead, n.LeadError, Months = (IReadOnlyList<double>?)n.Trial.Months, Reason = (string?)null },
        var other => new { Used = false, Reason = (other as CalendarUse.NotTried)?.Reason.ToString() },
    };

    private static object Report(HoldoutReport r) => new
    {
        r.Model,
        Origin = r.Origin is { } origin ? Date(origin) : null,
        Until = r.Until is { } until ? Date(until) : null,
        r.Horizon,
        r.Actual,
        r.Expected,
        r.Ratio,
        RatioLow = r.RatioInterval()?.Low,
        RatioHigh = r.RatioInterval()?.High,
        r.MeanAbsoluteError,
        r.RootMeanSquaredError,
        r.MeanSquaredLogError,
    };

    private static IEnumerable<CustomerValue> Best(LifetimeStudy study) =>
        study.Customers.OrderByDescending(c => c.LifetimeValue?.Amount ?? 0).ThenBy(c => c.CustomerId, StringComparer.Ordinal).Take(Shown);

    private static string Date(LocalDate day) => day.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture);

    private static string Number(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
