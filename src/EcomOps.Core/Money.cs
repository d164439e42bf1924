using System.Globalization;
using System.Text.Json.Serialization;
using EcomOps.Core.Internal;
using EcomOps.Core.Json;

namespace EcomOps.Core;

/// <summary>An exact amount of one currency.</summary>
/// <param name="Amount">Amount in major units (euro, not cent); any scale that <see cref="decimal"/> holds.</param>
/// <param name="Currency">Its currency.</param>
/// <remarks>
/// Arithmetic never rounds by itself: <see cref="Round(MoneyRounding)"/>, <see cref="Divide"/> and <see cref="Allocate(IReadOnlyList{decimal}, AllocationPolicy)"/>
/// name their policy. Amounts of different currencies never mix: sums and order comparisons throw
/// <see cref="CurrencyMismatchException"/>, and <c>==</c> is false. Trailing zeros do not matter for equality.
/// <c>default</c> is zero of no currency. Immutable and thread-safe.
/// </remarks>
[JsonConverter(typeof(MoneyJsonConverter))]
public readonly record struct Money(decimal Amount, Currency Currency) : IComparable<Money>
{
    /// <summary>Whether the amount is exactly zero.</summary>
    public bool IsZero => Amount == 0m;

    /// <summary>Whether the amount is below zero.</summary>
    public bool IsNegative => Amount < 0m;

    /// <summary>Whether the amount can be paid: no digits beyond the currency's minor unit.</summary>
    public bool IsPayable => decimal.Round(Amount, Currency.MinorUnits) == Amount;

    /// <summary>Sum of two amounts of one currency.</summary>
    /// <param name="left">First amount.</param>
    /// <param name="right">Second amount.</param>
    /// <exception cref="CurrencyMismatchException">The currencies differ.</exception>
    /// <exception cref="OverflowException">The sum leaves the range of <see cref="decimal"/>.</exception>
    public static Money operator +(Money left, Money right) => new(left.Amount + left.Matching(right), left.Currency);

    /// <summary>Difference of two amounts of one currency.</summary>
    /// <param name="left">Amount to take from.</param>
    /// <param name="right">Amount to take away.</param>
    /// <exception cref="CurrencyMismatchException">The currencies differ.</exception>
    public static Money operator -(Money left, Money right) => new(left.Amount - left.Matching(right), left.Currency);

    /// <summary>The amount with the other sign.</summary>
    /// <param name="value">Amount.</param>
    public static Money operator -(Money value) => new(-value.Amount, value.Currency);

    /// <summary>Exact product; not rounded to the minor unit.</summary>
    /// <param name="value">Amount.</param>
    /// <param name="factor">Factor without unit.</param>
    public static Money operator *(Money value, decimal factor) => new(value.Amount * factor, value.Currency);

    /// <summary>Exact product; not rounded to the minor unit.</summary>
    /// <param name="factor">Factor without unit.</param>
    /// <param name="value">Amount.</param>
    public static Money operator *(decimal factor, Money value) => value * factor;

    /// <summary>Whether the left amount is smaller.</summary>
    /// <param name="left">Left.</param>
    /// <param name="right">Right.</param>
    /// <exception cref="CurrencyMismatchException">The currencies differ.</exception>
    public static bool operator <(Money left, Money right) => left.Amount < left.Matching(right);

    /// <summary>Whether the left amount is smaller or equal.</summary>
    /// <param name="left">Left.</param>
    /// <param name="right">Right.</param>
    /// <exception cref="CurrencyMismatchException">The currencies differ.</exception>
    public static bool operator <=(Money left, Money right) => left.Amount <= left.Matching(right);

    /// <summary>Whether the left amount is larger.</summary>
    /// <param name="left">Left.</param>
    /// <param name="right">Right.</param>
    /// <exception cref="CurrencyMismatchException">The currencies differ.</exception>
    public static bool operator >(Money left, Money right) => left.Amount > left.Matching(right);

    /// <summary>Whether the left amount is larger or equal.</summary>
    /// <param name="left">Left.</param>
    /// <param name="right">Right.</param>
    /// <exception cref="CurrencyMismatchException">The currencies differ.</exception>
    public static bool operator >=(Money left, Money right) => left.Amount >= left.Matching(right);

    /// <summary>An amount in major units.</summary>
    /// <param name="amount">Major units.</param>
    /// <param name="currency">Currency.</param>
    public static Money Of(decimal amount, Currency currency) => new(amount, currency);

    /// <summary>Zero of a currency.</summary>
    /// <param name="currency">Currency.</param>
    public static Money Zero(Currency currency) => new(0m, currency);

    /// <summary>Euros.</summary>
    /// <param name="amount">Major units.</param>
    public static Money Eur(decimal amount) => new(amount, Currency.Eur);

    /// <summary>US dollars.</summary>
    /// <param name="amount">Major units.</param>
    public static Money Usd(decimal amount) => new(amount, Currency.Usd);

    /// <summary>Pounds sterling.</summary>
    /// <param name="amount">Major units.</param>
    public static Money Gbp(decimal amount) => new(amount, Currency.Gbp);

    /// <summary>An amount from whole minor units, as payment interfaces carry it.</summary>
    /// <param name="minorUnits">Count of minor units: 1250 is 12.50 EUR, 1250 JPY or 1.250 KWD.</param>
    /// <param name="currency">Currency.</param>
    public static Money FromMinorUnits(long minorUnits, Currency currency) => new(minorUnits * currency.MinorUnit, currency);

    /// <summary>The amount as whole minor units.</summary>
    /// <returns>Count of minor units.</returns>
    /// <exception cref="InvalidOperationException">The amount is finer than the minor unit; round it first, naming the rule.</exception>
    /// <exception cref="OverflowException">The count leaves the range of <see cref="long"/>.</exception>
    public long ToMinorUnits() => IsPayable
        ? decimal.ToInt64(Amount / Currency.MinorUnit)
        : throw new InvalidOperationException($"{this} is finer than the minor unit of {Currency}; round it first.");

    /// <summary>Rounds to the currency's minor unit.</summary>
    /// <param name="rounding">Rule for amounts between two units.</param>
    /// <returns>A payable amount.</returns>
    public Money Round(MoneyRounding rounding) => new(Rounding.ToScale(Amount, Currency.MinorUnits, rounding), Currency);

    /// <summary>Rounds to a multiple of an increment, for example 0.05 for cash in Switzerland.</summary>
    /// <param name="increment">Step in major units; above 0.</param>
    /// <param name="rounding">Rule for amounts between two steps.</param>
    /// <returns>A multiple of <paramref name="increment"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="increment"/> is not above 0.</exception>
    public Money RoundTo(decimal increment, MoneyRounding rounding)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(increment);
        return new(Rounding.ToScale(Amount / increment, 0, rounding) * increment, Currency);
    }

    /// <summary>Divides and rounds to the minor unit. To split an amount without losing a cent, use <see cref="Allocate(IReadOnlyList{decimal}, AllocationPolicy)"/>.</summary>
    /// <param name="divisor">Any number but 0.</param>
    /// <param name="rounding">Rule for the quotient.</param>
    /// <returns>A payable amount.</returns>
    /// <exception cref="DivideByZeroException"><paramref name="divisor"/> is 0.</exception>
    public Money Divide(decimal divisor, MoneyRounding rounding) => new Money(Amount / divisor, Currency).Round(rounding);

    /// <summary>Splits the amount in proportion to weights so that the parts add up to it exactly.</summary>
    /// <param name="weights">One per part, each 0 or more; when all are 0 they count as equal.</param>
    /// <param name="policy">Who gets the minor units that do not divide evenly.</param>
    /// <returns>Parts in the order of <paramref name="weights"/>, each payable, with the amount as their sum; negative amounts give the negated split.</returns>
    /// <exception cref="ArgumentException">There is no weight, or one is negative.</exception>
    /// <exception cref="InvalidOperationException">The amount itself is not payable; round it first.</exception>
    public IReadOnlyList<Money> Allocate(IReadOnlyList<decimal> weights, AllocationPolicy policy)
    {
        Currency currency = Currency;
        return [.. MoneyAllocation.Split(ToMinorUnits(), weights, policy).Select(units => FromMinorUnits(units, currency))];
    }

    /// <summary>Splits the amount into equal parts, the first ones getting the odd minor units.</summary>
    /// <param name="parts">Number of parts; 1 or more.</param>
    /// <returns>Parts that add up to the amount exactly and differ by at most one minor unit.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="parts"/> is below 1.</exception>
    public IReadOnlyList<Money> AllocateEqually(int parts)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(parts, 1);
        return Allocate([.. Enumerable.Repeat(1m, parts)], AllocationPolicy.LargestRemainder);
    }

    /// <summary>Compares amounts of one currency.</summary>
    /// <param name="other">Other amount.</param>
    /// <returns>Negative, zero or positive.</returns>
    /// <exception cref="CurrencyMismatchException">The currencies differ.</exception>
    public int CompareTo(Money other) => Amount.CompareTo(Matching(other));

    /// <summary>Amount with at least the minor digits, then the code; invariant.</summary>
    /// <returns>For example <c>12.50 EUR</c>, <c>1250 JPY</c> or <c>12.345 EUR</c>.</returns>
    public override string ToString()
    {
        string format = "0." + new string('0', Currency.MinorUnits) + new string('#', 28 - Currency.MinorUnits);
        return Amount.ToString(format, CultureInfo.InvariantCulture) + " " + Currency.Code;
    }

    private decimal Matching(Money other) =>
        Currency == other.Currency ? other.Amount : throw new CurrencyMismatchException(Currency, other.Currency);
}
