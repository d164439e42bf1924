using System.Globalization;
using EcomOps.Core;
using EcomOps.Operations.Importing;
using EcomOps.Operations.Settings;
using NodaTime;
using NodaTime.Text;

namespace EcomOps.Formats.Orders.Internal;

/// <summary>Reads the cells of a row. The first thing that is wrong with it decides its code.</summary>
internal sealed class OrderRowParser(StoreSettings settings, OrderColumnMap map)
{
    private const long LargestQuantity = 1_000_000_000;
    private const decimal LargestAmount = 1_000_000_000_000m;

    private readonly NumberFormatInfo _numbers = new() { NumberDecimalSeparator = settings.Orders.DecimalSeparator.ToString() };
    private readonly LocalDateTimePattern _dates = LocalDateTimePattern.CreateWithInvariantCulture(settings.Orders.DatePattern);
    private (string? Text, LocalDateTime Value) _lastDate;

    /// <summary>Reads a row; what cannot be read gives a code and a sentence instead.</summary>
    internal OrderRow? Parse(long line, RowCells cells, out (string Code, string Remedy) problem)
    {
        problem = default;
        if (cells.Count != map.Count)
        {
            problem = (RejectionCodes.WrongColumnCount, $"The row has {cells.Count} cells, the header {map.Count}; put cells that hold the delimiter into quotes.");
            return null;
        }

        if (Text(cells, OrderField.OrderId) is not { } orderId)
        {
            problem = (RejectionCodes.MissingOrderId, "The order number is blank; fill it in.");
        }
        else if (Text(cells, OrderField.Sku) is not { } sku)
        {
            problem = (RejectionCodes.MissingSku, "The stock code is blank; fill it in.");
        }
        else if (!Sku.IsValid(sku))
        {
            problem = (RejectionCodes.BadSku, $"The stock code is longer than {Sku.MaximumLength} characters or holds control characters; correct it.");
        }
        else if (!TryQuantity(cells[map[OrderField.Quantity]], out long quantity))
        {
            problem = (RejectionCodes.BadQuantity, "The quantity is no whole number between plus and minus 1,000,000,000; correct it.");
        }
        else if (!TryDate(cells, out LocalDateTime placedAt))
        {
            problem = (RejectionCodes.BadDate, $"The date is none of the years 1970 to 2199 as {settings.Orders.DatePattern}; correct it, or orders.datePattern in store.yaml.");
        }
        else if (!TryAmount(cells[map[OrderField.UnitPrice]], out decimal price))
        {
            problem = (RejectionCodes.BadPrice, $"The price is no number with '{settings.Orders.DecimalSeparator}' before its fraction; correct it, or orders.decimalSeparator in store.yaml.");
        }
        else if (!TryDiscount(cells, out decimal? discount))
        {
            problem = (RejectionCodes.BadDiscount, "The discount is no number of 0 or more; correct it or leave it blank.");
        }
        else if (CurrencyProblem(cells) is { } wrong)
        {
            problem = wrong;
        }
        else
        {
            return new(line, orderId, sku, quantity, placedAt, price)
            {
                Title = Text(cells, OrderField.Title),
                CustomerId = Text(cells, OrderField.CustomerId),
                Country = Text(cells, OrderField.Country),
                Channel = Text(cells, OrderField.Channel),
                Region = Text(cells, OrderField.Region),
                ShippingTier = Text(cells, OrderField.ShippingTier),
                UnitDiscount = discount,
            };
        }

        return null;
    }

    private string? Text(RowCells cells, OrderField field) => map[field] is >= 0 and var index ? cells.Text(index) : null;

    private static bool TryQuantity(ReadOnlySpan<char> cell, out long quantity) =>
        long.TryParse(cell, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out quantity) && quantity is >= -LargestQuantity and <= LargestQuantity;

    private bool TryAmount(ReadOnlySpan<char> cell, out decimal amount) =>
        decimal.TryParse(cell, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, _numbers, out amount) && amount is >= -LargestAmount and <= LargestAmount;

    private bool TryDiscount(RowCells cells, out decimal? discount)
    {
        discount = null;
        if (map[OrderField.UnitDiscount] is not (>= 0 and var index) || cells[index].IsEmpty)
        {
            return true;
        }

        bool read = TryAmount(cells[index], out decimal amount) && amount >= 0m;
        discount = amount;
        return read;
    }

    private bool TryDate(RowCells cells, out LocalDateTime value)
    {
        string? text = cells.Text(map[OrderField.PlacedAt]);
        if (text is not null && ReferenceEquals(text, _lastDate.Text))
        {
            value = _lastDate.Value;
            return true;
        }

        value = default;
        if (text is null || !_dates.Parse(text).TryGetValue(default, out value) || value.Year is < 1970 or > 2199)
        {
            return false;
        }

        _lastDate = (text, value);
        return true;
    }

    private (string Code, string Remedy)? CurrencyProblem(RowCells cells)
    {
        if (map[OrderField.Currency] is not (>= 0 and var index))
        {
            return null;
        }

        string? code = cells.Text(index);
        if (!Currency.TryFromCode(code?.ToUpperInvariant(), out Currency currency))
        {
            return (RejectionCodes.UnknownCurrency, "The currency is no ISO 4217 code; write three letters such as EUR.");
        }

        return currency == settings.Currency
            ? null
            : (RejectionCodes.ForeignCurrency, $"The price is in {currency}, the shop's currency is {settings.Currency}; convert it before the import.");
    }
}
