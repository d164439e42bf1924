using EcomOps.Core;
using NodaTime;

namespace EcomOps.Analytics.Metrics;

/// <summary>What one unit of a currency was worth on a day.</summary>
/// <param name="From">Currency that is converted.</param>
/// <param name="To">Currency that comes out.</param>
/// <param name="Rate">Units of <paramref name="To"/> for one unit of <paramref name="From"/>, above 0.</param>
/// <param name="On">Day of the rate.</param>
public sealed record ExchangeRate(Currency From, Currency To, decimal Rate, LocalDate On);
