using System.IO.Compression;
using System.Text;
using EcomOps.Core;
using EcomOps.Formats.Orders;
using EcomOps.Formats.Settings;
using EcomOps.Operations.Importing;
using EcomOps.Operations.Settings;
using NodaTime;

namespace EcomOps.Formats.Tests.Orders;

public sealed class OrderFileTests
{
    private const string Header = "order_id,sku,quantity,placed_at,unit_price,title,customer_id,country\n";
    private const string Good = "O1,A-1,2,2026-03-01 10:00:00,9.95,Cup,C1,NL\n";

    [Fact]
    public async Task A_row_is_read_field_by_field()
    {
        OrderImport import = await Read(Header + "O1, a-1 ,-2,2026-03-01 10:00:05,0.125,\"Cup, \"\"blue\"\"\",,EIRE\n");
        Assert.Empty(import.Rejected);
        Assert.Equal(
            new OrderRow(2, "O1", "a-1", -2, new LocalDateTime(2026, 3, 1, 10, 0, 5), 0.125m) { Title = "Cup, \"blue\"", Country = "EIRE" },
            Assert.Single(import.Rows));
    }

    [Theory]
    [InlineData("O1,A-1,2,2026-03-01 10:00:00,9.95,Cup,C1\n", RejectionCodes.WrongColumnCount)]
    [InlineData("O1,A-1,2,2026-03-01 10:00:00,9.95,Cup,C1,NL,more\n", RejectionCodes.WrongColumnCount)]
    [InlineData(",A-1,2,2026-03-01 10:00:00,9.95,Cup,C1,NL\n", RejectionCodes.MissingOrderId)]
    [InlineData("O1, ,2,2026-03-01 10:00:00,9.95,Cup,C1,NL\n", RejectionCodes.MissingSku)]
    [InlineData("O1,A\u0001B,2,2026-03-01 10:00:00,9.95,Cup,C1,NL\n", RejectionCodes.BadSku)]
    [InlineData("O1,A-1,two,2026-03-01 10:00:00,9.95,Cup,C1,NL\n", RejectionCodes.BadQuantity)]
    [InlineData("O1,A-1,1.5,2026-03-01 10:00:00,9.95,Cup,C1,NL\n", RejectionCodes.BadQuantity)]
    [InlineData("O1,A-1,1000000001,2026-03-01 10:00:00,9.95,Cup,C1,NL\n", RejectionCodes.BadQuantity)]
    [InlineData("O1,A-1,99999999999999999999,2026-03-01 10:00:00,9.95,Cup,C1,NL\n", RejectionCodes.BadQuantity)]
    [InlineData("O1,A-1,2,2026-02-30 10:00:00,9.95,Cup,C1,NL\n", RejectionCodes.BadDate)]
    [InlineData("O1,A-1,2,01/03/2026,9.95,Cup,C1,NL\n", RejectionCodes.BadDate)]
    [InlineData("O1,A-1,2,9999-12-31 23:59:59,9.95,Cup,C1,NL\n", RejectionCodes.BadDate)]
    [InlineData("O1,A-1,2,,9.95,Cup,C1,NL\n", RejectionCodes.BadDate)]
    [InlineData("O1,A-1,2,2026-03-01 10:00:00,\"9,95\",Cup,C1,NL\n", RejectionCodes.BadPrice)]
    [InlineData("O1,A-1,2,2026-03-01 10:00:00,,Cup,C1,NL\n", RejectionCodes.BadPrice)]
    [InlineData("O1,A-1,2,2026-03-01 10:00:00,1e9,Cup,C1,NL\n", RejectionCodes.BadPrice)]
    [InlineData("O1,A-1,2,2026-03-01 10:00:00,1000000000001,Cup,C1,NL\n", RejectionCodes.BadPrice)]
    [InlineData("O1,A-1,2,2026-03-01 10:00:00,9.95,\"Cup,C1,NL\n", RejectionCodes.UnclosedQuote)]
    public async Task A_row_that_cannot_be_read_is_rejected_and_the_rows_around_it_are_not(string row, string code)
    {
        OrderImport import = await Read(Header + Good + row + Good);
        RejectedRow rejected = Assert.Single(import.Rejected);
        Assert.Equal((3, code, row.TrimEnd('\n')), (rejected.Line, rejected.Code, rejected.RawRow));
        Assert.NotEmpty(rejected.Remedy);
        Assert.Equal([2L, 4], import.Rows.Select(r => r.Line));
        Assert.Equal(import.Read, import.Rows.Count + import.Rejected.Count);
    }

    [Theory]
    [InlineData("currency: EURO", "EURO", RejectionCodes.UnknownCurrency)]
    [InlineData("currency: blank", "", RejectionCodes.UnknownCurrency)]
    [InlineData("currency: other", "USD", RejectionCodes.ForeignCurrency)]
    [InlineData("currency: own", "eur", null)]
    public async Task The_currency_column_must_name_the_shops_currency(string _, string currency, string? code)
    {
        StoreSettings settings = Store("orders: { columns: { orderId: o, sku: s, quantity: q, placedAt: t, unitPrice: p, currency: c } }");
        OrderImport import = await Read($"o,s,q,t,p,c\n1,A,1,2026-03-01 00:00:00,1,{currency}\n", settings);
        Assert.Equal(code, import.Rejected.SingleOrDefault()?.Code);
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("free")]
    public async Task A_discount_that_is_no_amount_is_rejected(string discount)
    {
        StoreSettings settings = Store("orders: { columns: { orderId: o, sku: s, quantity: q, placedAt: t, unitPrice: p, unitDiscount: d } }");
        OrderImport import = await Read($"o,s,q,t,p,d\n1,A,1,2026-03-01 00:00:00,1,{discount}\n2,A,1,2026-03-01 00:00:00,1,\n3,A,1,2026-03-01 00:00:00,1,0.5\n", settings);
        Assert.Equal(RejectionCodes.BadDiscount, Assert.Single(import.Rejected).Code);
        Assert.Equal([null, 0.5m], import.Rows.Select(r => r.UnitDiscount));
    }

    [Fact]
    public async Task Bytes_that_are_no_text_reject_their_row_only()
    {
        byte[] file = [.. Encoding.UTF8.GetBytes(Header + Good), .. "O2,A-1,1,2026-03-01 10:00:00,1,Caf"u8, 0xE9, .. ",C1,FR\n"u8, .. Encoding.UTF8.GetBytes(Good)];
        OrderImport import = await Read(file, Store());
        Assert.Equal((3, RejectionCodes.BrokenEncoding), (import.Rejected.Single().Line, import.Rejected.Single().Code));
        Assert.Contains("Caf\uFFFD", import.Rejected.Single().RawRow, StringComparison.Ordinal);
        Assert.Equal(2, import.Rows.Count);
    }

    [Theory]
    [InlineData("latin1")]
    [InlineData("windows-1252")]
    [InlineData("utf-16")]
    public async Task Other_encodings_are_read_when_the_settings_name_them(string name)
    {
        Encoding encoding = name switch { "latin1" => Encoding.Latin1, "utf-16" => Encoding.Unicode, _ => CodePagesEncodingProvider.Instance.GetEncoding(1252)! };
        OrderImport import = await Read(encoding.GetBytes(Header + "O1,A-1,1,2026-03-01 10:00:00,1,Café,C1,FR\n"), Store($"orders: {{ encoding: {name} }}"));
        Assert.Equal("Café", Assert.Single(import.Rows).Title);
    }

    [Fact]
    public async Task A_truncated_gzip_gives_what_came_before_and_one_rejected_row()
    {
        byte[] whole = Gzip(Header + string.Concat(Enumerable.Range(1, 5000).Select(i => $"O{i},A-{i % 7},1,2026-03-01 10:00:00,{i % 50}.95,Cup {i * 7919 % 997},C{i % 300},NL\n")));
        for (int cut = 1; cut < whole.Length - 20; cut += whole.Length / 9)
        {
            OrderImport? import = null;
            try
            {
                import = await Read(whole[..^cut], Store());
            }
            catch (EcomOpsException e)
            {
                Assert.Equal("file_empty", e.Code);
            }

            if (import is not null)
            {
                RejectedRow last = import.Rejected.Single();
                Assert.Equal(RejectionCodes.TruncatedGzip, last.Code);
                Assert.Equal(import.Rows.Count + 2, last.Line);
                Assert.Equal(import.Read, import.Rows.Count + 1);
            }
        }
    }

    [Fact]
    public async Task A_gzip_of_several_members_is_whole_when_its_last_one_is()
    {
        byte[] file = [.. Gzip(Header + Good), .. Gzip(string.Concat(Enumerable.Repeat(Good, 3000))), .. Gzip(Good)];
        Assert.Empty((await Read(file, Store())).Rejected);
        Assert.Equal(3002, (await Read(file, Store())).Rows.Count);
        Assert.Equal(RejectionCodes.TruncatedGzip, Assert.Single((await Read(file[..^30], Store())).Rejected).Code);
    }

    [Fact]
    public async Task A_damaged_gzip_is_told_like_a_truncated_one()
    {
        byte[] file = Gzip(Header + string.Concat(Enumerable.Range(1, 5000).Select(i => $"O{i},A-{i * 31 % 977},1,2026-03-01 10:00:00,{i % 50}.95,Cup {i * 7919 % 997},C{i % 300},NL\n")));
        Array.Fill(file, (byte)0xFF, file.Length / 2, 200);
        OrderImport import = await Read(file, Store());
        Assert.Equal(RejectionCodes.TruncatedGzip, import.Rejected[^1].Code);
    }

    [Fact]
    public async Task Plain_and_compressed_files_with_the_same_content_have_the_same_key()
    {
        string text = Header + Good;
        Assert.Equal((await Read(text)).ContentHash, (await Read(Gzip(text), Store())).ContentHash);
        Assert.NotEqual((await Read(text)).ContentHash, (await Read(text + Good)).ContentHash);
        Assert.Equal("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData("abc"u8)));
    }

    [Fact]
    public async Task A_quote_that_is_never_closed_costs_its_own_row_and_not_the_rest_of_the_file()
    {
        OrderImport import = await Read(Header + "O0,A-1,2,2026-03-01 10:00:00,9.95,\"Cup,C1,NL\n" + string.Concat(Enumerable.Repeat(Good, 1000)));
        Assert.Equal((2, RejectionCodes.UnclosedQuote), (import.Rejected.Single().Line, import.Rejected.Single().Code));
        Assert.Equal(1000, import.Rows.Count);
    }

    [Fact]
    public async Task Quotes_inside_a_cell_are_text_and_line_ends_inside_quotes_are_content()
    {
        OrderImport import = await Read(Header + "O1,A-1,1,2026-03-01 10:00:00,1,6\" ruler,C1,NL\nO2,A-1,1,2026-03-01 10:00:00,1,\"two\nlines\",C1,NL\nO3,A-1,1,2026-03-01 10:00:00,1,x,C1,NL\n");
        Assert.Empty(import.Rejected);
        Assert.Equal([(2L, "6\" ruler"), (3L, "two\nlines"), (5L, "x")], import.Rows.Select(r => (r.Line, r.Title!)));
    }

    [Fact]
    public async Task Windows_line_ends_blank_lines_a_byte_order_mark_and_a_last_line_without_end_are_fine()
    {
        OrderImport import = await Read("\uFEFF" + Header.Replace("\n", "\r\n", StringComparison.Ordinal) + Good.Replace("\n", "\r\n", StringComparison.Ordinal) + "\r\n  \n" + Good.TrimEnd());
        Assert.Empty(import.Rejected);
        Assert.Equal([2L, 5], import.Rows.Select(r => r.Line));
        Assert.All(import.Rows, row => Assert.Equal("NL", row.Country));
    }

    [Fact]
    public async Task A_row_without_end_is_rejected_once_and_reading_goes_on_after_it()
    {
        OrderImport import = await Read(Header + new string('x', 3 * OrderFile.LongestRow) + "\n" + Good);
        Assert.Equal((2, RejectionCodes.RowTooLong), (import.Rejected.Single().Line, import.Rejected.Single().Code));
        Assert.True(import.Rejected.Single().RawRow.Length < 3000);
        Assert.Equal(3, Assert.Single(import.Rows).Line);
    }

    [Fact]
    public async Task Semicolons_decimal_commas_and_other_dates_are_read_as_the_settings_say()
    {
        StoreSettings settings = Store("orders: { delimiter: ';', decimalSeparator: ',', datePattern: dd.MM.uuuu HH:mm, columns: { orderId: Nr, sku: Artikel, quantity: Menge, placedAt: Datum, unitPrice: Preis } }");
        OrderRow row = Assert.Single((await Read("nr;ARTIKEL;Menge;Datum;Preis\n7;A;3;24.12.2025 18:30;1234,50\n", settings)).Rows);
        Assert.Equal((new LocalDateTime(2025, 12, 24, 18, 30), 1234.50m), (row.PlacedAt, row.UnitPrice));
    }

    [Theory]
    [InlineData("", "file_empty")]
    [InlineData("\n\n", "file_empty")]
    [InlineData("order_id,sku\n", "columns_missing")]
    [InlineData("order_id;sku;quantity;placed_at;unit_price;title;customer_id;country\n", "columns_missing")]
    [InlineData("order_id,sku,quantity,placed_at,unit_price,title,customer_id,country,SKU\n", "columns_repeated")]
    public async Task A_file_without_a_fitting_header_is_refused(string text, string code) =>
        Assert.Equal(code, (await Assert.ThrowsAsync<EcomOpsException>(() => Read(text))).Code);

    [Fact]
    public async Task A_missing_file_and_a_folder_are_refused()
    {
        Assert.Equal("file_missing", (await Assert.ThrowsAsync<EcomOpsException>(() => OrderFile.ReadAsync("no/such/file.csv", Store()))).Code);
        Assert.Equal("file_unreadable", (await Assert.ThrowsAsync<EcomOpsException>(() => OrderFile.ReadAsync(Path.GetTempPath(), Store()))).Code);
    }

    [Fact]
    public async Task Progress_rises_to_the_end_and_cancelling_stops()
    {
        var seen = new List<ImportProgress>();
        string text = Header + string.Concat(Enumerable.Repeat(Good, 60_000));
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        await OrderFile.ReadAsync(stream, "a.csv", Store(), new Listener(seen.Add));
        Assert.True(seen.Count >= 3);
        Assert.Equal(new ImportProgress(text.Length, text.Length, 60_000), seen[^1]);
        Assert.True(seen.Zip(seen.Skip(1)).All(pair => pair.First.BytesRead <= pair.Second.BytesRead));

        using var cancellation = new CancellationTokenSource();
        stream.Position = 0;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => OrderFile.ReadAsync(stream, "a.csv", Store(), new Listener(_ => cancellation.Cancel()), cancellation.Token));
    }

    [Fact]
    public async Task Rejected_rows_become_a_table_that_warns_and_that_no_spreadsheet_runs()
    {
        OrderImport import = await Read(Header + "=cmd|' /C calc'!A0\n");
        var table = RejectedRows.TableOf(import);
        Assert.Equal(["file", "line", "code", "remedy", "raw_row_may_hold_personal_data"], table.Columns);
        Assert.Equal("'=cmd|' /C calc'!A0", table.Rows.Single()[4]);
        Assert.Empty(RejectedRows.TableOf(null).Rows);
    }

    /// <summary>Any damage to a file: reading never throws anything but a refused header, every line is accounted for once, and undamaged rows are read.</summary>
    [Fact]
    public async Task Whatever_happens_to_a_file_each_row_is_read_or_rejected()
    {
        var random = new Random(20110612);
        string[] pieces = ["\"", "\n", ",", "\r\n", "\0", "\uFFFD", "é", "-", "2026-13-45", "\"\"", "=1+1", "      ", "1e400"];
        for (int round = 0; round < 400; round++)
        {
            var text = new StringBuilder(string.Concat(Enumerable.Range(0, 40).Select(i => $"O{i},A-{i},1,2026-03-01 10:00:00,1.5,\"Cup, {i}\",C{i},NL\n")));
            int damages = random.Next(1, 8);
            for (int i = 0; i < damages; i++)
            {
                int at = random.Next(text.Length);
                if (random.Next(2) == 0)
                {
                    text.Insert(at, pieces[random.Next(pieces.Length)]);
                }
                else
                {
                    text.Remove(at, Math.Min(random.Next(1, 30), text.Length - at));
                }
            }

            byte[] bytes = Encoding.UTF8.GetBytes(Header + text);
            if (random.Next(2) == 0)
            {
                bytes[random.Next(Header.Length, bytes.Length)] = (byte)random.Next(256);
            }

            OrderImport import = await Read(bytes, Store());
            Assert.Equal(import.Read, import.Rows.Count + import.Rejected.Count);
            List<long> lines = [.. import.Rows.Select(r => r.Line).Concat(import.Rejected.Select(r => r.Line))];
            Assert.Equal(lines.Count, lines.Distinct().Count());
            Assert.True(lines.TrueForAll(line => line >= 2 && line <= bytes.Count(b => b == '\n') + 2));
            Assert.True(import.Rows.Count >= 40 - (4 * (damages + 1)), $"round {round}: {damages} damages left {import.Rows.Count} rows");
        }
    }

    private static StoreSettings Store(string more = "") => ((StoreRead)StoreFile.Parse($"name: Shop\ncurrency: EUR\nzone: Europe/Amsterdam\n{more}\n")).Settings;

    private static Task<OrderImport> Read(string text, StoreSettings? settings = null) => Read(Encoding.UTF8.GetBytes(text), settings ?? Store());

    private static async Task<OrderImport> Read(byte[] file, StoreSettings settings)
    {
        using var stream = new MemoryStream(file);
        return await OrderFile.ReadAsync(stream, "orders.csv", settings);
    }

    private static byte[] Gzip(string text)
    {
        using var target = new MemoryStream();
        using (var gzip = new GZipStream(target, CompressionLevel.Optimal))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        return target.ToArray();
    }

    private sealed class Listener(Action<ImportProgress> listen) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => listen(value);
    }
}
