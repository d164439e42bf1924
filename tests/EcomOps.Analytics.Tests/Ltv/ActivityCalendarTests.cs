using EcomOps.Analytics.Customers;
using EcomOps.Analytics.Ltv;
using EcomOps.Core;
using NodaTime;

namespace EcomOps.Analytics.Tests.Ltv;

/// <summary>Operational time: busy months are long, quiet months short, and it is used only where it foretells better.</summary>
public sealed class ActivityCalendarTests
{
    private static readonly double[] Gifts = [0.7, 0.7, 0.8, 0.8, 0.9, 0.8, 0.7, 0.8, 1.0, 1.3, 2.0, 1.5];

    [Fact]
    public void Length_is_the_sum_of_the_indices_of_the_days()
    {
        var calendar = new ActivityCalendar(Gifts);
        var random = new Random(5);
        for (int k = 0; k < 200; k++)
        {
            LocalDate after = new LocalDate(2019, 1, 1).PlusDays(random.Next(2500));
            int days = random.Next(900);
            double expected = Enumerable.Range(1, days).Sum(d => calendar.Months[after.PlusDays(d).Month - 1]) / 7;
            Assert.Equal(expected, calendar.Weeks(after, after.PlusDays(days)), 8);
            Assert.Equal(expected, calendar.WeeksAhead(after, days / 7.0), 8);
        }

        Assert.Equal(365 / 7.0, calendar.Weeks(new(2020, 12, 31), new(2021, 12, 31)), 8);
        Assert.Equal(calendar.Months[1] / 14, calendar.WeeksAhead(new(2024, 2, 27), 0.5 / 7), 9);
        Assert.Equal(1, calendar.Months.Zip((int[])[31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31], (i, d) => i * d).Sum() / 365, 12);
    }

    [Fact]
    public void A_calendar_without_seasons_is_plain_time()
    {
        CustomerOrders orders = Shop(3, 400, 60, Enumerable.Repeat(1.0, 12));
        LocalDate until = SimulatedShop.Start.PlusWeeks(50);
        RepeatSummaries flat = new ActivityCalendar([.. Enumerable.Repeat(3.0, 12)]).Summarise(orders, until), plain = orders.ToRepeatSummaries(until);
        Assert.Equal(TimeUnit.OperationalWeek, flat.Unit);
        foreach ((RepeatSummary a, RepeatSummary b) in flat.Items.Zip(plain.Items))
        {
            Assert.Equal(b.Frequency, a.Frequency);
            Assert.Equal(b.Recency, a.Recency, 8);
            Assert.Equal(b.Age, a.Age, 8);
        }

        Assert.Equal(ParetoNbdModel.Fit(plain).Estimate!.LogLikelihood, ParetoNbdModel.Fit(flat).Estimate!.LogLikelihood, 5);
    }

    [Fact]
    public void Histories_by_another_calendar_or_in_plain_time_are_refused()
    {
        CustomerOrders orders = Shop(3, 400, 60, Gifts);
        LocalDate until = SimulatedShop.Start.PlusWeeks(50);
        var calendar = new ActivityCalendar(Gifts);
        RepeatSummaries own = calendar.Summarise(orders, until);
        PurchaseModel model = BgNbdModel.Fit(own);
        Assert.Equal(calendar, model.Estimate!.Calendar);
        Assert.NotEmpty(model.ExpectedPurchases(new ActivityCalendar(Gifts).Summarise(orders, until), 4));
        Assert.Throws<ArgumentException>(() => model.ExpectedPurchases(orders.ToRepeatSummaries(until), 4));
        Assert.Throws<ArgumentException>(() => model.ExpectedPurchases(new ActivityCalendar([.. Gifts.Reverse()]).Summarise(orders, until), 4));
        Assert.Throws<ArgumentException>(() => BgNbdModel.Fit(orders.ToRepeatSummaries(until)).ExpectedPurchases(own, 4));
        Assert.Throws<ArgumentException>(() => orders.ToRepeatSummaries(until, TimeUnit.OperationalWeek));
        Assert.Throws<ArgumentException>(() => new LifetimeValueModel(model, new GammaGammaModel(6, 4, 15)).DiscountedPurchases(own.Items[0], new(12)));
        Assert.Throws<ArgumentException>(() => new ActivityCalendar([1, 1, 1]));
        Assert.Throws<ArgumentException>(() => new ActivityCalendar([.. Enumerable.Repeat(0.0, 12)]));
    }

    [Fact]
    public void Seasons_are_found_from_two_whole_years_and_owe_nothing_to_later_orders()
    {
        CustomerOrders orders = Shop(7, 4000, 190, Gifts);
        LocalDate until = SimulatedShop.Start.PlusWeeks(150);
        var found = Assert.IsType<ActivityCalendarEstimate.Found>(ActivityCalendarEstimate.From(orders, until));
        Assert.Equal(33, found.WholeMonths);
        Assert.InRange(found.Kept, 0.9, 1);
        var truth = new ActivityCalendar(Gifts);
        Assert.All(found.Calendar.Months.Zip(truth.Months), m => Assert.InRange(m.First / m.Second, 0.85, 1.18));

        CustomerOrders early = SimulatedShop.Build(ShopRows(7, 4000, 190, Gifts).Where(r => r.Day <= until));
        Assert.Equal(found, ActivityCalendarEstimate.From(early, until));

        var missing = Assert.IsType<ActivityCalendarEstimate.TooShort>(ActivityCalendarEstimate.From(orders, new LocalDate(2022, 1, 30)));
        Assert.Equal("history_too_short_for_calendar", missing.Reason.Code);
        Assert.Contains("23 whole calendar months", missing.Reason.Message, StringComparison.Ordinal);
        Assert.IsType<ActivityCalendarEstimate.Found>(ActivityCalendarEstimate.From(orders, new LocalDate(2022, 1, 31)));
        Assert.IsType<ActivityCalendarEstimate.TooShort>(ActivityCalendarEstimate.From(SimulatedShop.Build([]), until));
    }

    [Fact]
    public void Months_that_differ_by_chance_alone_are_drawn_to_no_season()
    {
        var found = (ActivityCalendarEstimate.Found)ActivityCalendarEstimate.From(Shop(11, 800, 190, Enumerable.Repeat(1.0, 12)), SimulatedShop.Start.PlusWeeks(150));
        Assert.All(found.Calendar.Months, m => Assert.InRange(m, 0.93, 1.07));
    }

    [Fact]
    public void A_shop_with_seasons_is_foretold_better_by_them_and_one_without_is_none_the_worse()
    {
        double byCalendar = 0, plain = 0;
        for (int seed = 30; seed < 36; seed++)
        {
            // The holdout is October to December.
            LocalDate asOf = new(2023, 12, 31);
            var options = new ModelSelectionOptions { Candidates = [PurchaseModelCandidate.BgNbd] };
            double Off(CustomerOrders orders, bool tried) => Math.Log(ModelSelection.Run(orders, asOf, options with { TryCalendar = tried }).Holdout!.Ratio!.Value);
            CustomerOrders seasons = Shop(seed, 2500, 208, Gifts), none = Shop(seed, 2500, 208, Enumerable.Repeat(1.0, 12));
            var use = Assert.IsType<CalendarUse.Helps>(ModelSelection.Run(seasons, asOf, options).Calendar);
            Assert.Equal(4, use.Windows);
            byCalendar += Math.Abs(Off(seasons, true));
            plain += Math.Abs(Off(seasons, false));
            Assert.InRange(Off(none, true) - Off(none, false), -0.03, 0.03);
        }

        Assert.True(byCalendar / 6 < 0.08 && plain / 6 > 0.4, $"by calendar {byCalendar / 6:0.000}, plain {plain / 6:0.000}");
    }

    [Fact]
    public void The_lead_of_the_calendar_is_the_difference_of_two_densities_in_calendar_time()
    {
        // The rate of a customer at a day is Gamma(r + x, alpha + operational age) times the index of the day.
        const double r = 0.9, alpha = 8;
        LocalDate asOf = new(2022, 12, 31), holdoutAfter = asOf.PlusWeeks(-13);
        List<(string Customer, LocalDate Day)> rows = ShopRows(41, 200, 208, Gifts);
        CustomerOrders orders = SimulatedShop.Build(rows);
        var use = Assert.IsType<CalendarUse.Helps>(ModelSelection.Run(orders, asOf, new() { Candidates = [new("nbd", s => new NbdModel(r, alpha, s.Unit))] }).Calendar);
        Assert.Equal(2, use.Windows);
        double lead = 0;
        foreach (int window in (int[])[0, 1])
        {
            LocalDate until = holdoutAfter.PlusWeeks(-13 * window), after = until.PlusWeeks(-13);
            ActivityCalendar calendar = ((ActivityCalendarEstimate.Found)ActivityCalendarEstimate.From(orders, after)).Calendar;
            double Density(LocalDate[] days, Func<LocalDate, double> index)
            {
                double Length(LocalDate from, LocalDate to) => Enumerable.Range(1, Period.DaysBetween(from, to)).Sum(d => index(from.PlusDays(d))) / 7;
                int x = days.Count(d => d <= after) - 1;
                LocalDate[] next = [.. days.Where(d => d > after && d <= until)];
                double b = alpha + Length(days.Min(), after), h = Length(after, until);
                return next.Select((d, i) => Math.Log((r + x + i) * index(d) / (b + h))).Sum() + ((r + x) * Math.Log(b / (b + h)));
            }

            lead += rows.GroupBy(o => o.Customer).Where(g => g.Min(o => o.Day) <= after).Sum(g =>
            {
                LocalDate[] days = [.. g.Select(o => o.Day).Distinct()];
                return Density(days, calendar.Index) - Density(days, _ => 1);
            });
        }

        Assert.Equal(lead, use.Lead, 6);
    }

    [Fact]
    public void The_holdout_has_no_part_in_whether_seasons_are_used_and_too_little_history_is_said()
    {
        LocalDate asOf = new(2023, 12, 31), after = asOf.PlusWeeks(-13);
        List<(string Customer, LocalDate Day)> rows = ShopRows(40, 1500, 208, Gifts);
        CalendarUse first = ModelSelection.Run(SimulatedShop.Build(rows), asOf).Calendar;
        CalendarUse silent = ModelSelection.Run(SimulatedShop.Build(rows.Where(r => r.Day <= after)), asOf).Calendar;
        CalendarUse busy = ModelSelection.Run(SimulatedShop.Build([.. rows, .. rows.Select(r => r.Customer).Distinct().Select(c => (c, asOf.PlusDays(-3)))]), asOf).Calendar;
        Assert.Equal(first, silent);
        Assert.Equal(first, busy);
        Assert.Equal("history_too_short_for_calendar", Assert.IsType<CalendarUse.NotTried>(ModelSelection.Run(SimulatedShop.Build(rows), new LocalDate(2022, 3, 1)).Calendar).Reason.Code);
        Assert.Equal("history_too_short_for_calendar", Assert.IsType<CalendarUse.NotTried>(ModelSelection.Run(SimulatedShop.Build(rows), new LocalDate(2020, 3, 1)).Calendar).Reason.Code);
    }

    [Fact]
    public void Values_by_a_calendar_give_each_month_its_length()
    {
        CustomerOrders orders = Shop(8, 600, 60, Gifts);
        LocalDate today = new(2020, 10, 31);
        var calendar = new ActivityCalendar(Gifts);
        RepeatSummaries histories = calendar.Summarise(orders, today);
        var model = new LifetimeValueModel(BgNbdModel.Fit(histories), new GammaGammaModel(6, 4, 15));
        IReadOnlyList<CustomerValue> values = model.ValueAll(histories, new LifetimeHorizon(1, 0.01, 30 / 7.0));
        for (int i = 0; i < 50; i++)
        {
            double november = model.Purchases.ExpectedPurchases(histories.Items[i], 30 / 7.0 * calendar.Months[10]);
            Assert.Equal(november, values[i].ExpectedPurchases, 9);
            decimal spend = model.Spend.ExpectedAverageSpend(histories.Items[i].Frequency, histories.AverageRepeatSpend[i])!.Value.Amount;
            Assert.Equal(november / 1.01 * (double)spend, (double)values[i].LifetimeValue!.Value.Amount, 6);
        }
    }

    private static CustomerOrders Shop(int seed, int customers, int weeks, IEnumerable<double> months) => SimulatedShop.Build(ShopRows(seed, customers, weeks, [.. months]));

    // Purchases day by day, with a chance that follows the month; a customer may leave at each of them.
    private static List<(string Customer, LocalDate Day)> ShopRows(int seed, int customers, int weeks, double[] months)
    {
        var shop = new SimulatedShop(seed);
        double most = months.Max(), mean = months.Average();
        List<(string, LocalDate)> rows = [];
        for (int c = 0; c < customers; c++)
        {
            double rate = shop.Gamma(0.9) / 8 / 7, g = shop.Gamma(0.5), leave = g / (g + shop.Gamma(6));
            int day = 0;
            do
            {
                day = (int)(shop.Uniform() * weeks * 7 * 0.98);
            }
            while (shop.Uniform() > months[SimulatedShop.Start.PlusDays(day).Month - 1] / most);

            rows.Add(($"c{c:00000}", SimulatedShop.Start.PlusDays(day)));
            while (true)
            {
                day += Math.Max(1, (int)Math.Ceiling(shop.Exponential(rate * most / mean)));
                if (day >= weeks * 7)
                {
                    break;
                }

                if (shop.Uniform() <= months[SimulatedShop.Start.PlusDays(day).Month - 1] / most)
                {
                    rows.Add(($"c{c:00000}", SimulatedShop.Start.PlusDays(day)));
                    if (shop.Uniform() < leave)
                    {
                        break;
                    }
                }
            }
        }

        return rows;
    }
}
