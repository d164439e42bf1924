using EcomOps.Analytics.Customers;
using EcomOps.Analytics.Customers.Internal;
using EcomOps.Core;
using NodaTime;

namespace EcomOps.Analytics.Ltv.Internal;

internal static class SeasonEstimator
{
    private const int FewestRepeatedMonths = 6;

    public static ActivityCalendarEstimate Estimate(CustomerOrders orders, LocalDate until)
    {
        YearMonth first = WholeMonthFrom(orders.FirstDay ?? until);
        YearMonth last = until.PlusDays(1).ToYearMonth().PlusMonths(-1);
        int months = Math.Max(0, ((last.Year - first.Year) * 12) + last.Month - first.Month + 1);
        if (months < ActivityCalendarEstimate.FewestMonths)
        {
            return new ActivityCalendarEstimate.TooShort(new Issue(
                "history_too_short_for_calendar", "history",
                $"The history up to {until:uuuu-MM-dd} holds {months} whole calendar months; a season can be told from a change with {ActivityCalendarEstimate.FewestMonths} or more.", Severity.Info));
        }

        int[] days = Counts(orders, first, months);
        double[] counts = new double[months], rates = new double[months];
        LocalDate start = first.OnDayOfMonth(1);
        for (int m = 0; m < months; m++)
        {
            (int from, int length) = Span(start, m);
            counts[m] = days.AsSpan(from, length).ToArray().Sum() + 0.5;
            rates[m] = counts[m] / length;
        }

        (double[] effects, double[] variances) = Effects(first, counts, rates, Dispersion(days, start, months));
        double between = Math.Max(0, (effects.Sum(e => e * e) / 11) - variances.Average());
        double[] kept = [.. variances.Select(v => between / (between + v))];
        return new ActivityCalendarEstimate.Found(new ActivityCalendar([.. effects.Zip(kept, (e, k) => Math.Exp(k * e))]), months, kept.Average());
    }

    // Mean logarithm of the ratio to the centred average for each calendar month, and its variance by chance.
    private static (double[] Effects, double[] Variances) Effects(YearMonth first, double[] counts, double[] rates, double dispersion)
    {
        List<double>[] ratios = [.. Enumerable.Range(0, 12).Select(_ => new List<double>())];
        double[] inverse = new double[12];
        for (int m = 6; m < rates.Length - 6; m++)
        {
            double average = (rates[m - 6] + rates[m + 6]) / 24;
            for (int k = m - 5; k <= m + 5; k++)
            {
                average += rates[k] / 12;
            }

            int month = (first.Month - 1 + m) % 12;
            ratios[month].Add(Math.Log(rates[m] / average));
            inverse[month] += 1 / counts[m];
        }

        double[] effects = [.. ratios.Select(r => r.Average())];
        double mean = effects.Average(), years = BetweenYears(ratios);
        return ([.. effects.Select(e => e - mean)], [.. ratios.Select((r, k) => Math.Max(dispersion * inverse[k] / r.Count, years) / r.Count)]);
    }

    // Variance of the same month over years, which also holds what made one single month special; 0 where too few months are there twice.
    private static double BetweenYears(List<double>[] ratios)
    {
        double squares = ratios.Sum(r => r.Sum(x => (x - r.Average()) * (x - r.Average())));
        int freedom = ratios.Sum(r => r.Count - 1);
        return freedom >= FewestRepeatedMonths ? squares / freedom : 0;
    }

    // Variance over mean of the weekly counts within months, 1 (Poisson) at least.
    private static double Dispersion(int[] days, LocalDate start, int months)
    {
        double squares = 0, expected = 0;
        for (int m = 0; m < months; m++)
        {
            double[] weeks = new double[4];
            (int from, _) = Span(start, m);
            for (int d = 0; d < 28; d++)
            {
                weeks[d / 7] += days[from + d];
            }

            double mean = weeks.Average();
            squares += weeks.Sum(w => (w - mean) * (w - mean)) / 3;
            expected += mean;
        }

        return expected > 0 ? Math.Max(1, squares / expected) : 1;
    }

    // Customers who bought, day by day from the first whole month on.
    private static int[] Counts(CustomerOrders orders, YearMonth first, int months)
    {
        LocalDate start = first.OnDayOfMonth(1);
        int from = DayNumber.Of(start);
        int[] counts = new int[Period.DaysBetween(start, start.PlusMonths(months))];
        ReadOnlySpan<int> starts = orders.Orders.Starts, days = orders.Orders.Days;
        for (int c = 0; c < orders.CustomerCount; c++)
        {
            int previous = int.MinValue;
            foreach (int day in days[starts[c]..starts[c + 1]])
            {
                if (day != previous && day >= from && day < from + counts.Length)
                {
                    counts[day - from]++;
                }

                previous = day;
            }
        }

        return counts;
    }

    private static YearMonth WholeMonthFrom(LocalDate day) => day.Day == 1 ? day.ToYearMonth() : day.ToYearMonth().PlusMonths(1);

    private static (int From, int Length) Span(LocalDate start, int month) =>
        (Period.DaysBetween(start, start.PlusMonths(month)), Period.DaysBetween(start.PlusMonths(month), start.PlusMonths(month + 1)));
}
