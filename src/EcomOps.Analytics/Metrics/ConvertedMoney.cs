using EcomOps.Core;

namespace EcomOps.Analytics.Metrics;

/// <summary>An amount in another currency with the rate that made it.</summary>
/// <param name="Value">The amount, rounded half to even to the minor unit of its currency.</param>
/// <param name="Original">The amount before.</param>
/// <param name="Rate">The rate and its day; null when the currency was the wanted one already.</param>
public sealed record ConvertedMoney(Money Value, Money Original, ExchangeRate? Rate);
