using System.Globalization;
using EcomOps.Operations.History;
using NodaTime;

namespace EcomOps.Testing.Shop.Internal;

/// <summary>Visits of the web shop: those that led to an order and the many that did not.</summary>
internal sealed class WebTraffic
{
    /// <summary>Share of begun checkouts that end in an order.</summary>
    internal const double CheckoutCompletion = 0.42;

    private const double VisitsPerOrder = 23;
    private static readonly string[] Devices = ["mobile", "desktop", "tablet"];
    private static readonly double[] BrowsingDevices = [0.66, 0.29, 0.05];
    private static readonly double[] BuyingDevices = [0.52, 0.43, 0.05];
    private static readonly double[] Furthest = [0.46, 0.402, 0.08, 0.031, 0.015, 0.012];
    private static readonly double[] MedianSeconds = [0, 25, 60, 40, 45, 50, 30];
    private static readonly double[] VisitShares = [0.33, 0.20, 0.23, 0.14, 0.05, 0.05];
    private static readonly int[][] NoSteps = [[]];

    private readonly ExperimentPlan _experiments = new();
    private readonly List<string> _recent = [];
    private int _number;
    private int _visitors;

    internal List<WebSession> Sessions { get; } = [];

    /// <summary>The visit that led to an order, or to a payment that failed.</summary>
    internal void Buy(int day, ShopperProfile shopper, string channel, Instant paidAt, string? orderId, SimulationRandom random)
    {
        WebStep reached = orderId is null ? WebStep.AddPaymentInfo : WebStep.Purchase;
        string device = Devices[random.Weighted(BuyingDevices)];
        int[] steps = Steps(reached, device, random);
        var visit = orderId is null ? ExperimentPlan.Visit.AbandonedCheckout : ExperimentPlan.Visit.Converting;
        Add(day, shopper.VisitorId, paidAt - Duration.FromSeconds(steps[^1]), channel, device, reached, steps, visit, orderId, random);
    }

    internal void Browse(int day, LocalDate date, DateTimeZone zone, double expectedOrders, SimulationRandom random)
    {
        int count = random.Poisson(expectedOrders * VisitsPerOrder);
        Instant midnight = date.AtStartOfDayInZone(zone).ToInstant();
        for (int i = 0; i < count; i++)
        {
            var reached = (WebStep)random.Weighted(Furthest);
            string device = Devices[random.Weighted(BrowsingDevices)];
            var visit = reached >= WebStep.BeginCheckout ? ExperimentPlan.Visit.AbandonedCheckout : ExperimentPlan.Visit.Browsing;
            string channel = AcquisitionChannel.All[random.Weighted(VisitShares)].Name;
            Instant at = midnight + Duration.FromSeconds(DayHours.Second(random));
            Add(day, Visitor(random), at, channel, device, reached, Steps(reached, device, random), visit, null, random);
        }
    }

    private void Add(int day, string visitor, Instant at, string channel, string device, WebStep reached, int[] steps, ExperimentPlan.Visit visit, string? orderId, SimulationRandom random)
    {
        var session = new WebSession(string.Create(CultureInfo.InvariantCulture, $"s{++_number:0000000}"), visitor, at, channel, device, reached)
        {
            OrderId = orderId,
            StepSeconds = steps,
        };
        Sessions.Add(_experiments.Assign(day, visitor, visit, random) is { } variants ? session with { Variants = variants } : session);
    }

    private string Visitor(SimulationRandom random)
    {
        if (_recent.Count > 100 && random.Chance(0.22))
        {
            return random.Pick(_recent);
        }

        string visitor = string.Create(CultureInfo.InvariantCulture, $"v{++_visitors:x6}a");
        if (_recent.Count < 3000)
        {
            _recent.Add(visitor);
        }
        else
        {
            _recent[_visitors % 3000] = visitor;
        }

        return visitor;
    }

    private static int[] Steps(WebStep reached, string device, SimulationRandom random)
    {
        if (reached == WebStep.Visit)
        {
            return NoSteps[0];
        }

        int[] seconds = new int[(int)reached];
        double at = 0;
        for (int step = 1; step <= (int)reached; step++)
        {
            at += MedianSeconds[step] * Math.Exp(0.6 * random.Normal()) * (device == "mobile" ? 1.2 : 1);
            seconds[step - 1] = Math.Max((int)at, step);
        }

        for (int i = 1; i < seconds.Length; i++)
        {
            seconds[i] = Math.Max(seconds[i], seconds[i - 1] + 1);
        }

        return seconds;
    }
}
