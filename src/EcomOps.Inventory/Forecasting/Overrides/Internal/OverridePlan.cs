using EcomOps.Core;
using EcomOps.Inventory.Demand;
using NodaTime;
using NodaTime.Text;

namespace EcomOps.Inventory.Forecasting.Overrides.Internal;

// Which override counts on which day of a forecast, and why others do not.
internal sealed class OverridePlan
{
    private readonly ForecastOverride?[][] _days;

    private OverridePlan(ForecastOverride?[][] days, IReadOnlyList<ForecastOverride> used, IReadOnlyList<Issue> issues)
    {
        _days = days;
        Used = used;
        Issues = issues;
    }

    public IReadOnlyList<ForecastOverride> Used { get; }

    public IReadOnlyList<Issue> Issues { get; }

    public static OverridePlan Of(ForecastOverride[] overrides, Forecast forecast, LocalDate firstDay, LocalDate today)
    {
        DemandPeriod period = forecast.Period;
        LocalDate start = period.StartOf(firstDay);
        LocalDate end = period.Plus(start, forecast.Horizon);
        var issues = new List<Issue>();
        // Stable, so that of the same instant the later in the list comes first.
        ForecastOverride[] youngestFirst = [.. overrides.Reverse().OrderByDescending(o => o.CreatedAt)];
        var usable = new List<ForecastOverride>();
        foreach (ForecastOverride one in youngestFirst)
        {
            if (Refusal(one, start, end, today) is { } issue)
            {
                issues.Add(issue);
                continue;
            }

            issues.AddRange(usable.Where(y => y.Days.Intersection(one.Days) is not null).Select(y => Found(
                "override_overlap", one, $"overlaps with a younger one by {y.Author} ({y.Reason}), which counts on the common days; withdraw one of them.")));
            usable.Add(one);
        }

        ForecastOverride?[][] days = [.. Enumerable.Range(0, forecast.Horizon).Select(h =>
        {
            LocalDate from = period.Plus(start, h);
            int length = Period.DaysBetween(from, period.Plus(start, h + 1));
            return Enumerable.Range(0, length).Select(d => usable.Find(o => o.Days.Contains(from.PlusDays(d)))).ToArray();
        })];
        var seen = days.SelectMany(d => d).ToHashSet();
        return new OverridePlan(days, [.. usable.Where(seen.Contains)], issues);
    }

    public double[] Means(Forecast forecast) => [.. _days.Select((days, h) => days.All(d => d is null) ? forecast.Mean[h] : days.Average(d => d switch
    {
        null => forecast.Mean[h],
        { Kind: OverrideKind.Factor } => forecast.Mean[h] * d.Value,
        _ => d.Value,
    }))];

    public ForecastOverride? Main(int step) =>
        _days[step].Where(d => d is not null).GroupBy(d => d, ReferenceEqualityComparer.Instance).OrderByDescending(g => g.Count()).FirstOrDefault()?.First();

    private static Issue? Refusal(ForecastOverride one, LocalDate start, LocalDate end, LocalDate today) =>
        !one.IsValid ? Found("override_invalid", one, "was left out: it needs a value from 0 to 1e12, a reason and an author.")
        : one.ExpiresOn < today ? Found("override_expired", one, $"expired on {LocalDatePattern.Iso.Format(one.ExpiresOn)} and was left out; renew it or delete it.")
        : one.Days.End < start || one.Days.Start >= end ? Found("override_outside_horizon", one, "lies outside the forecast's periods.")
        : null;

    private static Issue Found(string code, ForecastOverride one, string what) => new(
        code, $"overrides[{one.Series}]", $"The override by '{one.Author}' for {LocalDatePattern.Iso.Format(one.Days.Start)} ({one.Reason}) {what}", Severity.Warning);
}
