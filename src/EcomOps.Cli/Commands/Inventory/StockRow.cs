using System.Globalization;
using EcomOps.Cli.Commands.Catalog;
using EcomOps.Core;
using EcomOps.Inventory.Ledger;
using NodaTime;
using NodaTime.Text;

namespace EcomOps.Cli.Commands.Inventory;

/// <summary>One row of a <see cref="StockTable"/>: cells by column, and what is wrong with them.</summary>
internal sealed record StockRow(string Place, IReadOnlyDictionary<string, string> Cells)
{
    public string? Text(string column) => Cells.TryGetValue(column, out string? text) && text.Length > 0 ? text : null;

    public string Required(string column, List<Issue> issues)
    {
        if (Text(column) is { } text)
        {
            return text;
        }

        issues.Add(new("cell_empty", Place, $"{column} is empty; fill it in."));
        return string.Empty;
    }

    public Sku Sku(List<Issue> issues)
    {
        string text = Required("sku", issues);
        if (text.Length > 0 && !Core.Sku.IsValid(text))
        {
            issues.Add(new("sku_invalid", Place, $"'{text}' is no SKU; use at most 64 printable characters without spaces at the ends."));
        }

        return Core.Sku.IsValid(text) ? new Sku(text) : default;
    }

    public long Quantity(string column, long least, List<Issue> issues)
    {
        string text = Required(column, issues);
        if (text.Length == 0)
        {
            return 0;
        }

        bool isWhole = decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal value) && value == decimal.Truncate(value);
        if (!isWhole || value > StockLedger.MaximumQuantity || value < least)
        {
            string remedy = least == 0 ? "give a whole number of 0 or more" : string.Create(CultureInfo.InvariantCulture, $"give a whole number of {least} or more");
            issues.Add(new(isWhole && value > StockLedger.MaximumQuantity ? "quantity_overflow" : isWhole ? "quantity_not_positive" : "quantity_unreadable", Place,
                isWhole && value > StockLedger.MaximumQuantity ? $"{column} {text} is more than {StockLedger.MaximumQuantity}, the most that one line holds." : $"{column} '{text}': {remedy}, without thousands separators."));
            return 0;
        }

        return (long)value;
    }

    public LocalDate? Date(string column, List<Issue> issues)
    {
        if (Text(column) is not { } text)
        {
            return null;
        }

        ParseResult<LocalDate> date = LocalDatePattern.Iso.Parse(text);
        if (!date.Success)
        {
            issues.Add(new("date_unreadable", Place, $"{column} '{text}' is no date; write 2026-12-31."));
            return null;
        }

        return date.Value;
    }

    // An amount and its currency, for example "4.50 EUR".
    public Money? Amount(string column, List<Issue> issues)
    {
        if (Text(column) is not { } text)
        {
            return null;
        }

        if (CatalogAmount.Read(text) is { } money)
        {
            return money;
        }

        issues.Add(new("amount_unreadable", Place, $"{column} '{text}' is no amount; write 4.50 EUR."));
        return null;
    }
}
