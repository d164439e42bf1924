using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using EcomOps.Core.Internal;
using EcomOps.Core.Json;

namespace EcomOps.Core;

/// <summary>An ISO 4217 currency with its number of minor digits.</summary>
/// <remarks>
/// A two-byte value; equal when the codes are equal. <c>default</c> is <c>XXX</c>, "no currency". Thread-safe.
/// Source: ISO 4217 list one (active codes with a minor unit), 2026-01.
/// </remarks>
[JsonConverter(typeof(CurrencyJsonConverter))]
public readonly struct Currency : IEquatable<Currency>
{
    private readonly ushort _index;

    private Currency(ushort index) => _index = index;

    /// <summary>No currency, <c>XXX</c>: the value of <c>default(Currency)</c>.</summary>
    public static Currency None => default;

    /// <summary>Euro, 2 minor digits.</summary>
    public static Currency Eur { get; } = FromCode("EUR");

    /// <summary>US dollar, 2 minor digits.</summary>
    public static Currency Usd { get; } = FromCode("USD");

    /// <summary>Pound sterling, 2 minor digits.</summary>
    public static Currency Gbp { get; } = FromCode("GBP");

    /// <summary>Yen, no minor digits.</summary>
    public static Currency Jpy { get; } = FromCode("JPY");

    /// <summary>Every known currency but <see cref="None"/>, ordered by code.</summary>
    public static IReadOnlyList<Currency> All { get; } =
        [.. Enumerable.Range(1, CurrencyTable.Rows.Length - 1).Select(i => new Currency((ushort)i))];

    /// <summary>Three upper-case letters.</summary>
    public string Code => CurrencyTable.Rows[_index].Code;

    /// <summary>Digits after the decimal point that the currency's smallest unit has: 0 (JPY), 2 (EUR), 3 (KWD) or 4 (CLF).</summary>
    public int MinorUnits => CurrencyTable.Rows[_index].MinorUnits;

    /// <summary>English name.</summary>
    public string Name => CurrencyTable.Rows[_index].Name;

    /// <summary>The smallest amount that can be paid: 1, 0.01, 0.001 or 0.0001.</summary>
    public decimal MinorUnit => new(1, 0, 0, false, (byte)MinorUnits);

    /// <summary>Whether two currencies are the same.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    public static bool operator ==(Currency left, Currency right) => left._index == right._index;

    /// <summary>Whether two currencies differ.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    public static bool operator !=(Currency left, Currency right) => left._index != right._index;

    /// <summary>The currency of an ISO 4217 code.</summary>
    /// <param name="code">Three upper-case letters; lower case is refused, so that a typing error is seen.</param>
    /// <returns>The currency.</returns>
    /// <exception cref="ArgumentException">The code is not an active ISO 4217 code with a minor unit.</exception>
    public static Currency FromCode(string code) =>
        TryFromCode(code, out Currency currency)
            ? currency
            : throw new ArgumentException($"'{code}' is not an active ISO 4217 currency code; use three upper-case letters such as EUR.", nameof(code));

    /// <summary>Looks a code up without throwing.</summary>
    /// <param name="code">Three upper-case letters, or anything.</param>
    /// <param name="currency">The currency, or <see cref="None"/> when the result is false.</param>
    /// <returns>Whether the code is known.</returns>
    public static bool TryFromCode([NotNullWhen(true)] string? code, out Currency currency)
    {
        if (code is not null && CurrencyTable.Index.TryGetValue(code, out ushort index))
        {
            currency = new Currency(index);
            return true;
        }

        currency = default;
        return false;
    }

    /// <inheritdoc />
    public bool Equals(Currency other) => _index == other._index;

    /// <inheritdoc />
    public override bool Equals(object? obj) => obj is Currency other && Equals(other);

    /// <inheritdoc />
    public override int GetHashCode() => _index;

    /// <summary>The code.</summary>
    /// <returns>Three letters.</returns>
    public override string ToString() => Code;
}
