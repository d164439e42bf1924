using System.Globalization;
using EcomOps.Operations.Importing;
using EcomOps.Operations.State;
using Microsoft.Data.Sqlite;
using NodaTime;
using NodaTime.Text;

namespace EcomOps.Operations.Sqlite.Internal;

/// <summary>Rows of order files. Prices are kept as text, since SQLite has no exact decimals.</summary>
internal static class RowTable
{
    private const int RowsPerCheck = 4096;
    private static readonly LocalDateTimePattern Times = LocalDateTimePattern.ExtendedIso;

    internal static ImportReceipt Insert(SqliteConnection connection, OrderImport import, CancellationToken cancellationToken)
    {
        using SqliteTransaction transaction = connection.BeginTransaction(deferred: false);
        long file = FileId(connection, import);
        using SqliteCommand insert = connection.Prepared(
            """
            INSERT OR IGNORE INTO order_row
                (file_id, line, order_id, stock_code, quantity, placed_at, unit_price, title, customer_id, country, channel, region, shipping_tier, unit_discount)
            VALUES ($file, $line, $order, $sku, $quantity, $at, $price, $title, $customer, $country, $channel, $region, $tier, $discount)
            """,
            "$file", "$line", "$order", "$sku", "$quantity", "$at", "$price", "$title", "$customer", "$country", "$channel", "$region", "$tier", "$discount");
        insert.Prepare();
        long added = 0;
        for (int i = 0; i < import.Rows.Count; i++)
        {
            if (i % RowsPerCheck == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            OrderRow row = import.Rows[i];
            added += insert.Execute(
                file, row.Line, row.OrderId, row.StockCode, row.Quantity, Times.Format(row.PlacedAt), Text(row.UnitPrice),
                row.Title, row.CustomerId, row.Country, row.Channel, row.Region, row.ShippingTier, row.UnitDiscount is { } discount ? Text(discount) : null);
        }

        cancellationToken.ThrowIfCancellationRequested();
        transaction.Commit();
        return new(added, import.Rows.Count - added);
    }

    internal static List<OrderRow> Load(SqliteConnection connection, CancellationToken cancellationToken)
    {
        using SqliteCommand command = connection.Prepared(
            """
            SELECT line, order_id, stock_code, quantity, placed_at, unit_price, title, customer_id, country, channel, region, shipping_tier, unit_discount
            FROM order_row ORDER BY file_id, line
            """);
        using SqliteDataReader reader = command.ExecuteReader();
        List<OrderRow> rows = [];
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        (string Text, LocalDateTime Value) time = (string.Empty, default);
        while (reader.Read())
        {
            if (rows.Count % RowsPerCheck == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            string at = reader.GetString(4);
            time = at == time.Text ? time : (at, Times.Parse(at).Value);
            rows.Add(new(reader.GetInt64(0), Shared(reader, 1, texts)!, Shared(reader, 2, texts)!, reader.GetInt64(3), time.Value, Number(reader.GetString(5)))
            {
                Title = Shared(reader, 6, texts),
                CustomerId = Shared(reader, 7, texts),
                Country = Shared(reader, 8, texts),
                Channel = Shared(reader, 9, texts),
                Region = Shared(reader, 10, texts),
                ShippingTier = Shared(reader, 11, texts),
                UnitDiscount = reader.IsDBNull(12) ? null : Number(reader.GetString(12)),
            });
        }

        return rows;
    }

    internal static long Erase(SqliteConnection connection, string customerId)
    {
        using SqliteCommand command = connection.Prepared("UPDATE order_row SET customer_id = NULL WHERE customer_id = $customer", "$customer");
        return command.Execute(customerId);
    }

    private static long FileId(SqliteConnection connection, OrderImport import)
    {
        using SqliteCommand insert = connection.Prepared("INSERT OR IGNORE INTO source_file (content_hash, name) VALUES ($hash, $name)", "$hash", "$name");
        insert.Execute(import.ContentHash, import.FileName);
        using SqliteCommand find = connection.Prepared("SELECT id FROM source_file WHERE content_hash = $hash", "$hash");
        find.Parameters[0].Value = import.ContentHash;
        return (long)find.ExecuteScalar()!;
    }

    private static string? Shared(SqliteDataReader reader, int column, Dictionary<string, string> texts)
    {
        if (reader.IsDBNull(column))
        {
            return null;
        }

        string text = reader.GetString(column);
        return texts.TryAdd(text, text) ? text : texts[text];
    }

    private static string Text(decimal value) => value.ToString(CultureInfo.InvariantCulture);

    private static decimal Number(string text) => decimal.Parse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
}
