using EcomOps.Analytics.Customers;
using EcomOps.Analytics.Ltv.Internal;
using EcomOps.Core;

namespace EcomOps.Analytics.Ltv;

/// <summary>Lifetime value: expected purchases of one model times the expected spend of another, discounted by month.</summary>
/// <param name="Purchases">Model of purchases in days, weeks or operational weeks; in the last only <see cref="ValueAll"/> can tell how long a month is.</param>
/// <param name="Spend">Model of spend.</param>
/// <remarks>Immutable and thread-safe. The value is revenue as the orders carry it; multiply by a margin before comparing with acquisition cost.</remarks>
public sealed record LifetimeValueModel(PurchaseModel Purchases, GammaGammaModel Spend)
{
    /// <summary>Expected future value of one customer.</summary>
    /// <param name="customer">History.</param>
    /// <param name="averageSpend">Average value of the customer's repeat purchases; zero of the currency without any.</param>
    /// <param name="horizon">How far and at which discount.</param>
    /// <returns>Value, not rounded; null when the models give no finite value below 10^15, as fits to degenerate histories do.</returns>
    /// <exception cref="ArgumentException">The purchase model counts opportunities or operational weeks.</exception>
    public Money? LifetimeValue(RepeatSummary customer, Money averageSpend, LifetimeHorizon horizon) =>
        Value(customer, averageSpend, DiscountedPurchases(customer, horizon));

    /// <summary>Expected purchases, each month discounted.</summary>
    /// <param name="customer">History.</param>
    /// <param name="horizon">How far and at which discount.</param>
    /// <returns>Discounted expected purchases, 0 or more.</returns>
    /// <exception cref="ArgumentException">The purchase model counts opportunities or operational weeks.</exception>
    public double DiscountedPurchases(RepeatSummary customer, LifetimeHorizon horizon) => Discounted(customer, horizon, MonthEnds(horizon, null));

    /// <summary>Expected future value of every customer.</summary>
    /// <param name="customers">Summaries made from orders.</param>
    /// <param name="horizon">How far and at which discount.</param>
    /// <returns>One row a customer, in the order of the summaries; values are not rounded.</returns>
    /// <exception cref="ArgumentException">The unit of the histories is not the model's, or they were not made from orders.</exception>
    public IReadOnlyList<CustomerValue> ValueAll(RepeatSummaries customers, LifetimeHorizon horizon)
    {
        ArgumentNullException.ThrowIfNull(horizon);
        Purchases.RequireUnit(customers);
        if (customers.Source is null)
        {
            throw new ArgumentException("Value needs summaries made from orders, which carry spend.", nameof(customers));
        }

        double[] months = MonthEnds(horizon, customers);
        CustomerValue[] values = new CustomerValue[customers.Items.Count];
        for (int i = 0; i < values.Length; i++)
        {
            RepeatSummary row = customers.Items[i];
            values[i] = new CustomerValue(
                customers.CustomerId(i)!, row, Purchases.ProbabilityAlive(row), Purchases.ExpectedPurchases(row, months[^1]),
                Value(row, customers.AverageRepeatSpend[i], Discounted(row, horizon, months)));
        }

        return values;
    }

    /// <summary>Interval of a customer's expected value from the uncertainty of the parameters of both models.</summary>
    /// <param name="customer">History.</param>
    /// <param name="averageSpend">Average value of repeat purchases.</param>
    /// <param name="horizon">How far and at which discount.</param>
    /// <param name="seed">Seed of the draws.</param>
    /// <param name="level">Share of draws inside, 0 to 1 exclusive; 0.9 by default.</param>
    /// <param name="draws">Number of draws, 2 or more; 400 by default.</param>
    /// <returns>Ends of the interval; null without standard errors of the purchase model or finite mean.</returns>
    /// <exception cref="ArgumentException">The purchase model counts opportunities or operational weeks.</exception>
    /// <remarks>
    /// It covers what the data leave open about the population, normal in the logarithms of the parameters; a model whose parameters were
    /// given adds nothing. It does not cover the luck of the single customer, which is larger (<see cref="PredictiveInterval"/>), a wrong model, or a season.
    /// On 400 simulated shops of 400 customers the 90 % interval held the true value in 89 to 92 of 100, by history.
    /// </remarks>
    public (Money Low, Money High)? Interval(RepeatSummary customer, Money averageSpend, LifetimeHorizon horizon, int seed, double level = 0.9, int draws = 400)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(level, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(level, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(draws, 2);
        double[] months = MonthEnds(horizon, null);
        decimal[] values =
        [
            .. Purchases.Draws(draws, seed).Zip(Spend.Draws(draws, unchecked(seed + 1)), (purchases, spend) => new LifetimeValueModel(purchases, spend))
                .Select(m => m.Value(customer, averageSpend, m.Discounted(customer, horizon, months))).OfType<Money>().Select(m => m.Amount).Order(),
        ];
        if (values.Length == 0)
        {
            return null;
        }

        int skip = (int)Math.Floor((1 - level) / 2 * (values.Length - 1));
        return (new Money(values[skip], averageSpend.Currency), new Money(values[^(skip + 1)], averageSpend.Currency));
    }

    /// <summary>Interval of what one customer will bring: the luck of a single future, with the models' parameters taken as given.</summary>
    /// <param name="customer">History.</param>
    /// <param name="averageSpend">Average value of repeat purchases; zero of the currency without any.</param>
    /// <param name="horizon">How far and at which discount.</param>
    /// <param name="seed">Seed of the simulated futures.</param>
    /// <param name="level">Share of futures inside, 0 to 1 exclusive; 0.9 by default.</param>
    /// <param name="draws">Number of futures; 2,000 by default.</param>
    /// <returns>Ends of the interval; the lower end is zero when enough of such customers never return.</returns>
    /// <exception cref="ArgumentException">The purchase model counts opportunities or operational weeks, or the customer is no history.</exception>
    /// <remarks>It leaves out what the data leave open about the population (<see cref="Interval"/>), a wrong model, and seasons. On 100 simulated shops of 400 customers, with fitted models, the 90 % interval held what the customer brought in 94 of 100; the upper end was passed by 5.6 of 100.</remarks>
    public (Money Low, Money High) PredictiveInterval(RepeatSummary customer, Money averageSpend, LifetimeHorizon horizon, int seed, double level = 0.9, int draws = 2000)
    {
        ArgumentNullException.ThrowIfNull(horizon);
        ArgumentOutOfRangeException.ThrowIfLessThan(draws, 1);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(level, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(level, 1);
        horizon.Check();
        customer.Require();
        var random = new FutureDraws(seed);
        double month = MonthLength(horizon);
        double[] values = new double[draws];
        for (int i = 0; i < draws; i++)
        {
            double rate = random.Gamma((Spend.P * customer.Frequency) + Spend.Q, Spend.V + (customer.Frequency * (double)averageSpend.Amount));
            foreach (double time in Purchases.Future(customer, horizon.Months * month, random))
            {
                values[i] += random.Gamma(Spend.P, rate) / Math.Pow(1 + horizon.MonthlyDiscount, Math.Max(1, Math.Ceiling(time / month)));
            }
        }

        Array.Sort(values);
        int skip = (int)Math.Floor((1 - level) / 2 * (draws - 1));
        Money At(int i) => new((decimal)Math.Min(values[i], 1e15), averageSpend.Currency);
        return (At(skip), At(draws - 1 - skip));
    }

    private Money? Value(RepeatSummary customer, Money averageSpend, double purchases) =>
        Spend.Mean(customer.Frequency, (double)averageSpend.Amount) is { } mean && mean * purchases is var value && Math.Abs(value) < 1e15
            ? new Money((decimal)value, averageSpend.Currency)
            : null;

    private double Discounted(RepeatSummary customer, LifetimeHorizon horizon, double[] monthEnds)
    {
        double sum = 0, previous = 0, factor = 1;
        foreach (double end in monthEnds)
        {
            double upTo = Purchases.ExpectedPurchases(customer, end);
            factor *= 1 + horizon.MonthlyDiscount;
            sum += (upTo - previous) / factor;
            previous = upTo;
        }

        return sum;
    }

    // Ends of the months ahead in the model's unit. By a calendar a month is as long as it is busy, which needs the day it starts.
    private double[] MonthEnds(LifetimeHorizon horizon, RepeatSummaries? customers)
    {
        ArgumentNullException.ThrowIfNull(horizon);
        horizon.Check();
        IEnumerable<int> months = Enumerable.Range(1, horizon.Months);
        if (customers is { Calendar: { } calendar, Until: { } today })
        {
            return [.. months.Select(k => calendar.WeeksAhead(today, k * horizon.WeeksPerMonth))];
        }

        double month = MonthLength(horizon);
        return [.. months.Select(k => k * month)];
    }

    private double MonthLength(LifetimeHorizon horizon) => Purchases.Unit switch
    {
        TimeUnit.Week => horizon.WeeksPerMonth,
        TimeUnit.Day => horizon.WeeksPerMonth * 7,
        TimeUnit.OperationalWeek => throw new ArgumentException("By an activity calendar a month has no length without the day it starts on; value all customers of a summary instead.", nameof(horizon)),
        _ => throw new ArgumentException("Months have no length in opportunities; use a model in days or weeks.", nameof(horizon)),
    };
}
