using EcomOps.Core;

namespace EcomOps.Payments.Tax;

/// <summary>Works out the tax of orders, exact to the minor unit.</summary>
/// <remarks>
/// Prices without tax: base x rate. Prices with tax: base x rate / (1 + rate). Roundings are half up, away from zero. Discounts are spread by largest remainder, ties by line id, and inside a line in
/// equal shares with the odd minor units on the first ones; so no total depends on the order of lines. Thread-safe.
/// </remarks>
public sealed class TaxCalculator
{
    // Far more digits than any tie needs, and fewer than decimal has: takes back what endless fractions lost before a sum is rounded.
    private const int Guard = 20;

    private readonly TaxTable _table;
    private readonly TaxBasis _basis;

    /// <summary>Makes a calculator.</summary>
    /// <param name="table">Rates.</param>
    /// <param name="basis">Per line (the default) or per unit.</param>
    /// <exception cref="ArgumentException">The table has an error (see <see cref="TaxTable.Validate"/>).</exception>
    public TaxCalculator(TaxTable table, TaxBasis basis = TaxBasis.Line)
    {
        ArgumentNullException.ThrowIfNull(table);
        if (table.Validate().FirstOrDefault(i => i.Severity == Severity.Error) is { } issue)
        {
            throw new ArgumentException(issue.ToString(), nameof(table));
        }

        _table = table;
        _basis = basis;
    }

    /// <summary>Works out the tax of an order.</summary>
    /// <param name="order">Order.</param>
    /// <returns>The quote.</returns>
    /// <exception cref="ArgumentException">No line, a line id twice, a quantity below 1, an amount that is negative or not payable, or a unit discount above its price.</exception>
    /// <exception cref="CurrencyMismatchException">Amounts of several currencies.</exception>
    public TaxQuote Quote(TaxableOrder order)
    {
        Check(order);
        Currency currency = order.Lines[0].UnitPrice.Currency;
        Part[] parts = [.. order.Lines.Select(l => new Part(l, _table.Find(order.Jurisdiction, l.Category, order.TaxPoint)))];
        Spread(order.Discounts, parts, currency);
        foreach (Part part in parts)
        {
            part.ExactTax = part.Rate is null ? 0m : _basis == TaxBasis.Line ? Rounded(part.Rate, Tax(part.Rate, part.Total.Amount), currency) : ByUnit(part, currency);
        }

        Part? shipping = order.Shipping is { } s ? Shipping(s, _table.Find(order.Jurisdiction, s.Category, order.TaxPoint), currency) : null;
        Part[] all = shipping is null ? parts : [.. parts, shipping];
        RoundOnce(all, included: false, currency);
        RoundOnce(all, included: true, currency);
        return new TaxQuote([.. parts.Select(p => p.ToTaxed(currency))], shipping?.ToTaxed(currency));
    }

    private static decimal Tax(TaxRate rate, decimal amount) => rate.IsIncluded ? amount * rate.Percent / (100m + rate.Percent) : amount * rate.Percent / 100m;

    private static decimal Rounded(TaxRate rate, decimal tax, Currency currency) => rate.Precision == TaxPrecision.Exact ? tax : Round(tax, currency);

    private static decimal Round(decimal tax, Currency currency) => decimal.Round(decimal.Round(tax, Guard), currency.MinorUnits, MidpointRounding.AwayFromZero);

    // Units of a line differ by one minor unit at most for each discount: groups of equal units, not one by one.
    private static decimal ByUnit(Part part, Currency currency)
    {
        long quantity = part.Line!.Quantity;
        decimal unit = part.UnitPrice.Amount;
        List<long> odd = [];
        foreach (Money discount in part.Discounts)
        {
            long minor = discount.ToMinorUnits();
            unit -= minor / quantity * currency.MinorUnit;
            odd.Add(minor % quantity);
        }

        decimal tax = 0;
        long from = 0;
        foreach (long until in odd.Append(quantity).Distinct().Order())
        {
            decimal price = unit - (odd.Count(o => o > from) * currency.MinorUnit);
            tax += (until - from) * Rounded(part.Rate!, Tax(part.Rate!, price), currency);
            from = until;
        }

        return Round(tax, currency);
    }

    // With exact rates the order's tax is rounded once and then shared out, so that the printed parts add up to it.
    private static void RoundOnce(Part[] parts, bool included, Currency currency)
    {
        Part[] exact = [.. parts.Where(p => p.Rate is { Precision: TaxPrecision.Exact } rate && rate.IsIncluded == included).OrderBy(p => p.Id, StringComparer.Ordinal)];
        decimal sum = exact.Sum(p => p.ExactTax);
        if (sum == 0)
        {
            return;
        }

        IReadOnlyList<Money> shares = Money.Of(Round(sum, currency), currency).Allocate([.. exact.Select(p => p.ExactTax)], AllocationPolicy.LargestRemainder);
        for (int i = 0; i < exact.Length; i++)
        {
            exact[i].ExactTax = shares[i].Amount;
        }
    }

    private static void Spread(IReadOnlyList<Money> discounts, Part[] parts, Currency currency)
    {
        Part[] byId = [.. parts.OrderBy(p => p.Id, StringComparer.Ordinal)];
        foreach (Money discount in discounts)
        {
            Money total = byId.Aggregate(Money.Zero(currency), (sum, p) => sum + p.Total);
            Money taken = discount > total ? total : discount;
            if (taken.IsZero)
            {
                continue;
            }

            IReadOnlyList<Money> shares = taken.Allocate([.. byId.Select(p => p.Total.Amount)], AllocationPolicy.LargestRemainder);
            for (int i = 0; i < byId.Length; i++)
            {
                byId[i].Discounts.Add(shares[i]);
                byId[i].Total -= shares[i];
            }
        }
    }

    private static Part Shipping(TaxableShipping shipping, TaxRate? rate, Currency currency)
    {
        Money discount = (shipping.Fee * (shipping.DiscountPercent / 100m)).Round(MoneyRounding.HalfUp);
        Part part = new(null, rate) { Total = shipping.Fee - discount };
        part.Discounts.Add(discount);
        part.ExactTax = rate is null ? 0m : Rounded(rate, Tax(rate, part.Total.Amount), currency);
        return part;
    }

    private static void Check(TaxableOrder order)
    {
        ArgumentNullException.ThrowIfNull(order);
        bool Good(Money money) => !money.IsNegative && money.IsPayable;
        bool fine = order.Lines.Count > 0
            && order.Lines.Select(l => l.Id).Distinct(StringComparer.Ordinal).Count() == order.Lines.Count
            && order.Lines.All(l => l.Quantity >= 1 && Good(l.UnitPrice) && (l.UnitDiscount is not { } d || (Good(d) && d <= l.UnitPrice)))
            && order.Discounts.All(Good)
            && (order.Shipping is not { } s || (Good(s.Fee) && s.DiscountPercent is >= 0 and <= 100));
        if (!fine)
        {
            throw new ArgumentException("An order needs lines with different ids, quantities of 1 or more, and amounts of 0 or more without fractions of a minor unit.", nameof(order));
        }
    }

    private sealed class Part
    {
        public Part(TaxableLine? line, TaxRate? rate)
        {
            Line = line;
            Rate = rate;
            if (line is not null)
            {
                UnitPrice = line.UnitDiscount is { } discount ? line.UnitPrice - discount : line.UnitPrice;
                Total = UnitPrice * line.Quantity;
            }
        }

        public TaxableLine? Line { get; }

        public TaxRate? Rate { get; }

        public string Id => Line?.Id ?? "shipping";

        public Money UnitPrice { get; }

        public Money Total { get; set; }

        public List<Money> Discounts { get; } = [];

        public decimal ExactTax { get; set; }

        public TaxedPart ToTaxed(Currency currency) =>
            new(Id, Total, Discounts.Aggregate(Money.Zero(currency), (sum, d) => sum + d), Money.Of(ExactTax, currency), Rate);
    }
}
