using EcomOps.Analytics.Customers;
using EcomOps.Analytics.Ltv;
using EcomOps.Core;

namespace EcomOps.Analytics.Tests.Ltv;

/// <summary>Nominal 90 % intervals of value on simulated shops hold what they name: the expected value, or what one customer brought.</summary>
public sealed class ValueIntervalTests
{
    private const double R = 0.8, Alpha = 6, A = 0.9, B = 2.5, P = 6, Q = 4, V = 15, Calibration = 39;
    private const int Customers = 400;
    private static readonly LifetimeHorizon Year = new(12, 0.01);
    private static readonly LifetimeValueModel Truth = new(new BgNbdModel(R, Alpha, A, B), new GammaGammaModel(P, Q, V));

    [Fact]
    public void The_interval_of_the_expected_value_holds_the_truth_as_often_as_it_says()
    {
        const int shops = 150;
        (RepeatSummary History, decimal Spend)[] asked = [(new(0, 0, 39), 0), (new(1, 6, 39), 40), (new(3, 25, 39), 30), (new(8, 38, 39), 20)];
        int[] held = new int[asked.Length];
        for (int k = 0; k < shops; k++)
        {
            LifetimeValueModel model = Fit(new SimulatedShop(500 + k), out _);
            for (int i = 0; i < asked.Length; i++)
            {
                Money spend = Money.Eur(asked[i].Spend), truth = Truth.LifetimeValue(asked[i].History, spend, Year)!.Value;
                (Money low, Money high) = model.Interval(asked[i].History, spend, Year, seed: k, draws: 200)!.Value;
                held[i] += low <= truth && truth <= high ? 1 : 0;
            }
        }

        // The standard error of each share is 2.4 points.
        Assert.All(held, h => Assert.InRange((double)h / shops, 0.82, 0.97));
    }

    [Fact]
    public void The_interval_of_one_customer_holds_what_the_customer_brought_as_often_as_it_says()
    {
        int held = 0, asked = 0, above = 0;
        for (int k = 0; k < 100; k++)
        {
            LifetimeValueModel model = Fit(new SimulatedShop(900 + k), out var customers);
            foreach ((RepeatSummary history, double average, double came) in customers.Where((_, i) => i % 33 == 0))
            {
                (Money low, Money high) = model.PredictiveInterval(history, Money.Eur((decimal)average), Year, seed: asked, draws: 500);
                held += (double)low.Amount <= came && came <= (double)high.Amount ? 1 : 0;
                above += came > (double)high.Amount ? 1 : 0;
                asked++;
            }
        }

        // Many never return, so that the lower end is often zero and the interval holds more than it says; its upper end is a 95 % point.
        Assert.InRange((double)held / asked, 0.90, 0.97);
        Assert.InRange((double)above / asked, 0.03, 0.07);
    }

    [Fact]
    public void Uncertain_spend_makes_the_interval_wider()
    {
        LifetimeValueModel model = Fit(new SimulatedShop(5), out _);
        var shop = new SimulatedShop(6);
        model = model with { Spend = GammaGammaModel.Fit([.. Enumerable.Range(0, 30).Select(_ => new SpendObservation(2, 40 * shop.Gamma(3) / 3))]) };
        var history = new RepeatSummary(1, 25, 39);
        (Money low, Money high) = model.Interval(history, Money.Eur(30), Year, seed: 1)!.Value;
        (Money lowGiven, Money highGiven) = (model with { Spend = new(model.Spend.P, model.Spend.Q, model.Spend.V) }).Interval(history, Money.Eur(30), Year, seed: 1)!.Value;
        Assert.True(high.Amount / low.Amount > highGiven.Amount / lowGiven.Amount, $"{low} {high} against {lowGiven} {highGiven}");
    }

    // A shop of BG/NBD customers with gamma-gamma spend, fitted to 39 weeks, and what each customer brought in the discounted year after.
    private static LifetimeValueModel Fit(SimulatedShop shop, out List<(RepeatSummary History, double Average, double Came)> customers)
    {
        customers = [];
        List<SpendObservation> spend = [];
        double month = Year.WeeksPerMonth, end = Calibration + (Year.Months * month);
        for (int c = 0; c < Customers; c++)
        {
            double scale = shop.Gamma(Q) / V, sum = 0, came = 0;
            List<double> times = [];
            foreach (double t in shop.Geometric(R, Alpha, A, B, end, afterFirst: false))
            {
                double value = shop.Gamma(P) / scale;
                if (t <= Calibration)
                {
                    times.Add(t);
                    sum += value;
                }
                else
                {
                    came += value / Math.Pow(1 + Year.MonthlyDiscount, Math.Ceiling((t - Calibration) / month));
                }
            }

            RepeatSummary history = SimulatedShop.Summary(times, Calibration);
            double average = times.Count == 0 ? 0 : sum / times.Count;
            customers.Add((history, average, came));
            if (times.Count > 0)
            {
                spend.Add(new SpendObservation(times.Count, average));
            }
        }

        return new LifetimeValueModel(BgNbdModel.Fit(RepeatSummaries.Of(TimeUnit.Week, customers.Select(c => c.History))), GammaGammaModel.Fit(spend));
    }
}
