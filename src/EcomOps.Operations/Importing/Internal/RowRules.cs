using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using EcomOps.Operations.Settings;

namespace EcomOps.Operations.Importing.Internal;

/// <summary>The exclusion and returns rules of a shop, ready to be asked for many rows. Not thread-safe: it remembers answers by text.</summary>
internal sealed class RowRules
{
    private readonly StoreSettings _settings;
    private readonly Dictionary<string, string> _skus = new(StringComparer.Ordinal);
    private readonly Func<OrderRow, bool>[] _tests;
    private readonly bool[] _describesItem;
    private readonly int _firstCustomerRule;

    internal RowRules(StoreSettings settings)
    {
        _settings = settings;
        Ordered = [.. settings.Exclusions.OrderBy(rule => rule.Scope == ExclusionScope.Customers)];
        _firstCustomerRule = Ordered.Count(rule => rule.Scope == ExclusionScope.Sales);
        _tests = [.. Ordered.Select(Compile)];
        _describesItem = [.. Ordered.Select(rule => rule.Field is not (OrderField.OrderId or OrderField.Quantity or OrderField.UnitPrice))];
    }

    /// <summary>The rules in the order in which they apply: those on sales, then those on customers.</summary>
    internal IReadOnlyList<ExclusionRule> Ordered { get; }

    internal string Sku(OrderRow row)
    {
        if (!_settings.Orders.UpperCaseSkus)
        {
            return row.StockCode;
        }

        ref string? known = ref CollectionsMarshal.GetValueRefOrAddDefault(_skus, row.StockCode, out bool exists);
        return exists ? known! : known = row.StockCode.ToUpperInvariant();
    }

    /// <summary>Index of the first rule that a row meets, or -1.</summary>
    internal int FirstMet(OrderRow row)
    {
        for (int i = 0; i < _tests.Length; i++)
        {
            if (_tests[i](row))
            {
                return i;
            }
        }

        return -1;
    }

    internal bool IsSale(int firstMet) => firstMet < 0 || firstMet >= _firstCustomerRule;

    internal bool IsReturn(OrderRow row)
    {
        if (row.Quantity >= 0 || row.UnitPrice <= 0m || !HasReturnNumber(row.OrderId))
        {
            return false;
        }

        for (int i = 0; i < _firstCustomerRule; i++)
        {
            if (_describesItem[i] && _tests[i](row))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether the row counts in customer figures.</summary>
    internal bool IsCustomerRow(OrderRow row)
    {
        for (int i = _firstCustomerRule; i < _tests.Length; i++)
        {
            if (_tests[i](row))
            {
                return false;
            }
        }

        return true;
    }

    private bool HasReturnNumber(string orderId)
    {
        IReadOnlyList<string> prefixes = _settings.Returns.OrderIdPrefixes;
        return prefixes.Count == 0 || StartsWithAny(orderId, prefixes);
    }

    private Func<OrderRow, bool> Compile(ExclusionRule rule)
    {
        Func<OrderRow, string?> text = TextOf(rule.Field);
        switch (rule.Test)
        {
            case StartsWithTest test:
                return row => text(row) is { } value && StartsWithAny(value, test.Prefixes);
            case AtMostTest test:
                Func<OrderRow, decimal?> number = NumberOf(rule.Field);
                return row => number(row) <= test.Limit;
            case PatternTest test:
                var regex = new Regex(test.Pattern, RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
                var answers = new Dictionary<string, bool>(StringComparer.Ordinal);
                return row =>
                {
                    string value = text(row) ?? string.Empty;
                    ref bool known = ref CollectionsMarshal.GetValueRefOrAddDefault(answers, value, out bool exists);
                    return exists ? known : known = regex.IsMatch(value) != test.Negated;
                };
            default:
                return row => string.IsNullOrWhiteSpace(text(row));
        }
    }

    private Func<OrderRow, string?> TextOf(OrderField field) => field switch
    {
        OrderField.OrderId => row => row.OrderId,
        OrderField.Sku => Sku,
        OrderField.Title => row => row.Title,
        OrderField.CustomerId => row => row.CustomerId,
        OrderField.Country => row => row.Country,
        OrderField.Channel => row => row.Channel,
        OrderField.Region => row => row.Region,
        OrderField.ShippingTier => row => row.ShippingTier,
        OrderField.PlacedAt => row => row.PlacedAt.ToString("uuuu-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture),
        OrderField.Currency => _ => _settings.Currency.Code,
        _ => row => NumberOf(field)(row)?.ToString(CultureInfo.InvariantCulture),
    };

    private static Func<OrderRow, decimal?> NumberOf(OrderField field) => field switch
    {
        OrderField.Quantity => row => row.Quantity,
        OrderField.UnitPrice => row => row.UnitPrice,
        OrderField.UnitDiscount => row => row.UnitDiscount,
        _ => _ => null,
    };

    private static bool StartsWithAny(string text, IReadOnlyList<string> prefixes)
    {
        foreach (string prefix in prefixes)
        {
            if (text.StartsWith(prefix, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
