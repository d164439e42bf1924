using EcomOps.Analytics.Customers;
using EcomOps.Core;
using NodaTime;

namespace EcomOps.Analytics.Tests.Ltv;

/// <summary>Shops whose truth is known, drawn from the framework's seeded generator so that they owe nothing to the code under test.</summary>
internal sealed class SimulatedShop(int seed)
{
    internal static readonly LocalDate Start = new(2020, 1, 6);

    private readonly Random _random = new(seed);

    internal double Uniform() => 1 - _random.NextDouble();

    internal double Exponential(double rate) => -Math.Log(Uniform()) / rate;

    internal double Normal() => Math.Sqrt(-2 * Math.Log(Uniform())) * Math.Cos(2 * Math.PI * Uniform());

    // Marsaglia and Tsang (2000).
    internal double Gamma(double shape)
    {
        if (shape < 1)
        {
            return Gamma(shape + 1) * Math.Pow(Uniform(), 1 / shape);
        }

        double d = shape - (1.0 / 3), c = 1 / Math.Sqrt(9 * d);
        while (true)
        {
            double x = Normal(), v = Math.Pow(1 + (c * x), 3);
            if (v > 0 && Math.Log(Uniform()) < (x * x / 2) + d - (d * v) + (d * Math.Log(v)))
            {
                return d * v;
            }
        }
    }

    /// <summary>Weeks of purchases after the first of a customer who leaves at any time (Pareto/NBD).</summary>
    internal IEnumerable<double> Pareto(double r, double alpha, double s, double beta, double age)
    {
        double rate = Gamma(r) / alpha, end = Math.Min(age, Exponential(Gamma(s) / beta));
        for (double t = Exponential(rate); t <= end; t += Exponential(rate))
        {
            yield return t;
        }
    }

    /// <summary>Weeks of purchases after the first of a customer who may leave at each purchase, the first included (MBG/NBD) or not (BG/NBD).</summary>
    internal IEnumerable<double> Geometric(double r, double alpha, double a, double b, double age, bool afterFirst)
    {
        double rate = Gamma(r) / alpha, g = Gamma(a), leave = g / (g + Gamma(b));
        if (afterFirst && _random.NextDouble() < leave)
        {
            yield break;
        }

        for (double t = Exponential(rate); t <= age; t += Exponential(rate))
        {
            yield return t;
            if (_random.NextDouble() < leave)
            {
                yield break;
            }
        }
    }

    internal static RepeatSummary Summary(IEnumerable<double> times, double age)
    {
        double last = 0;
        int count = 0;
        foreach (double t in times)
        {
            (last, count) = (t, count + 1);
        }

        return new RepeatSummary(count, last, age);
    }

    /// <summary>Orders by day of customers who come in evenly over the first weeks.</summary>
    /// <param name="customers">Customers.</param>
    /// <param name="arrivals">Weeks over which they first buy.</param>
    /// <param name="weeks">Weeks of the history.</param>
    /// <param name="repeats">Weeks of later purchases, given how long the customer is observed.</param>
    internal List<(string Customer, LocalDate Day)> Orders(int customers, double arrivals, double weeks, Func<double, IEnumerable<double>> repeats)
    {
        List<(string, LocalDate)> orders = [];
        for (int c = 0; c < customers; c++)
        {
            double first = arrivals * _random.NextDouble();
            foreach (double t in repeats(weeks - first).Prepend(0))
            {
                orders.Add(($"c{c:00000}", Start.PlusDays((int)((first + t) * 7))));
            }
        }

        return orders;
    }

    internal static CustomerOrders Build(IEnumerable<(string Customer, LocalDate Day)> orders)
    {
        var builder = new CustomerOrdersBuilder(DateTimeZone.Utc, Currency.Eur);
        foreach ((string customer, LocalDate day) in orders)
        {
            builder.Add(customer, day, Money.Eur(20));
        }

        return builder.Build();
    }
}
