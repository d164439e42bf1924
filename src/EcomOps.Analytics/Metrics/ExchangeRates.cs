using EcomOps.Core;
using NodaTime;

namespace EcomOps.Analytics.Metrics;

/// <summary>Rates by currency pair and day. A conversion takes the latest rate that is not later than its day and not older than a limit, and names it.</summary>
/// <remarks>Immutable and thread-safe. Only given pairs convert: nothing is inverted or crossed, because the inverse of a buying rate is not a rate.</remarks>
public sealed class ExchangeRates
{
    private readonly Dictionary<(Currency, Currency), ExchangeRate[]> _byPair;
    private readonly int _longestDays;

    /// <summary>Takes rates.</summary>
    /// <param name="rates">Rates; the last one given wins where a pair has two on one day.</param>
    /// <param name="longestDays">How many days old a rate may be, 0 or more; weekends and holidays have none of their own.</param>
    /// <exception cref="ArgumentException">A rate is not above 0 or the limit is negative.</exception>
    public ExchangeRates(IEnumerable<ExchangeRate> rates, int longestDays = 7)
    {
        ArgumentNullException.ThrowIfNull(rates);
        ArgumentOutOfRangeException.ThrowIfNegative(longestDays);
        _longestDays = longestDays;
        _byPair = rates.GroupBy(r => (r.From, r.To)).ToDictionary(g => g.Key, g => g.GroupBy(r => r.On).Select(d => d.Last()).OrderBy(r => r.On).ToArray());
        if (_byPair.Values.SelectMany(r => r).FirstOrDefault(r => r.Rate <= 0) is { } bad)
        {
            throw new ArgumentException($"The rate from {bad.From} to {bad.To} on {bad.On} is not above 0.", nameof(rates));
        }
    }

    /// <summary>Converts an amount.</summary>
    /// <param name="amount">Amount.</param>
    /// <param name="to">Wanted currency.</param>
    /// <param name="on">Day whose rate counts.</param>
    /// <returns>The amount with its rate; null when no rate is known that is fresh enough.</returns>
    public ConvertedMoney? Convert(Money amount, Currency to, LocalDate on)
    {
        if (amount.Currency == to)
        {
            return new ConvertedMoney(amount, amount, null);
        }

        ExchangeRate? rate = _byPair.GetValueOrDefault((amount.Currency, to))?.LastOrDefault(r => r.On <= on);
        return rate is null || Period.DaysBetween(rate.On, on) > _longestDays
            ? null
            : new ConvertedMoney(new Money(amount.Amount * rate.Rate, to).Round(MoneyRounding.HalfEven), amount, rate);
    }
}
