using System.CommandLine;
using System.Text.Json;
using EcomOps.Cli.Commands.Inventory;

namespace EcomOps.Cli.Tests.Commands.Inventory;

public sealed class StockCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("stock").FullName;

    private string Store => Path.Combine(_folder, "stock.db");

    [Fact]
    public void Stock_is_imported_shown_promised_and_proven()
    {
        Assert.Equal((0, "2 rows, 160 units booked, sequence 4\n", ""), Run("import", Store, Write("a.csv", "sku,location,quantity\nTEE,AMS-1,120\n\"MUG\",AMS-2,40\n")));
        (int code, string table, _) = Run("balances", Store);
        Assert.Equal(0, code);
        Assert.Contains("TEE      120     0          0        120", table, StringComparison.Ordinal);
        Assert.Equal((0, "120\n", ""), Run("atp", Store, "TEE"));
        Assert.Equal((0, "0\n", ""), Run("atp", Store, "TEE", "--pool", "AMS-2"));
        Assert.StartsWith("sound: 2 movements, 2 lines, 0 claims", Run("verify", Store).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Json_comes_in_and_goes_out()
    {
        (int code, string output, _) = Run("import", Store, Write("a.json", """[{"sku":"TEE","location":"AMS-1","quantity":5,"lot":"L1","expires":"2099-01-31","unit_cost":"4.50 EUR"},{"sku":"MUG","location":"AMS-1","quantity":"3"}]"""), "--json");
        Assert.Equal(0, code);
        Assert.Equal((2, 8), (Json(output).GetProperty("booked").GetInt32(), Json(output).GetProperty("units").GetInt32()));
        Assert.Equal(5, Json(Run("balances", Store, "--json").Output).EnumerateArray().Single(r => r.GetProperty("sku").GetString() == "TEE").GetProperty("onHand").GetInt32());
        Assert.Equal(3, Json(Run("atp", Store, "MUG", "--json").Output).GetProperty("availableToPromise").GetInt32());
        Assert.True(Json(Run("verify", Store, "--json").Output).GetProperty("isClean").GetBoolean());
    }

    [Fact]
    public void Bad_rows_are_named_with_their_line_and_the_good_ones_booked()
    {
        string file = Write("bad.csv", "sku,location,quantity\nTEE,AMS-1,-3\nTEE,AMS-1,0\nTEE,AMS-1,1.5\nTEE,,4\nTEE,AMS-1,9999999999999999\nTEE,AMS-1\nTEE,AMS-1,5\nTEE,AMS-1,6\nMUG,AMS-1,\"7\nMUG,AMS-1,many\n");
        (int code, string output, string error) = Run("import", Store, file);
        Assert.Equal(0, code);
        Assert.Equal("1 rows, 5 units booked, sequence 2\n", output);
        string[] codes = [.. error.Split('\n').Where(l => l.StartsWith("error line", StringComparison.Ordinal)).Select(l => l.Split(':')[0]["error ".Length..] + " " + l.Split('(')[^1].TrimEnd(')'))];
        Assert.Equal(
        [
            "line 10 line_unreadable", "line 11 quantity_unreadable", "line 2 quantity_not_positive", "line 3 quantity_not_positive", "line 4 quantity_unreadable", "line 5 cell_empty",
            "line 6 quantity_overflow", "line 7 line_unreadable", "line 9 row_twice",
        ], codes.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Strict_books_nothing_when_a_row_is_bad()
    {
        string file = Write("bad.csv", "sku,location,quantity\nTEE,AMS-1,5\nMUG,AMS-1,0\n");
        (int code, string output, string error) = Run("import", Store, file, "--strict");
        Assert.Equal((1, ""), (code, output));
        Assert.Contains("error line 3: quantity '0': give a whole number of 1 or more", error, StringComparison.Ordinal);
        Assert.False(File.Exists(Store));
    }

    [Fact]
    public void Importing_again_books_nothing_twice_and_other_rows_need_another_reference()
    {
        string file = Write("a.csv", "sku,location,quantity\nTEE,AMS-1,5\n");
        Run("import", Store, file);
        Assert.Equal(0, Run("import", Store, file).Code);
        Assert.Equal((0, "5\n", ""), Run("atp", Store, "TEE"));
        (int code, string output, string error) = Run("import", Store, Write("b.csv", "sku,location,quantity\nTEE,AMS-1,6\n"));
        Assert.Equal((1, ""), (code, output));
        Assert.Contains("--reference", error, StringComparison.Ordinal);
        Assert.Equal(0, Run("import", Store, Write("b.csv", "sku;location;quantity\nTEE;AMS-1;6\n"), "--reference", "second").Code);
        Assert.Equal((0, "11\n", ""), Run("atp", Store, "TEE"));
    }

    [Theory]
    [InlineData("there is no file", "import", "{db}", "nowhere.csv")]
    [InlineData("is empty", "import", "{db}", "{empty}")]
    [InlineData("lacks location, quantity", "import", "{db}", "{sku}")]
    [InlineData("no JSON", "import", "{db}", "{json}")]
    [InlineData("no row could be read", "import", "{db}", "{bad}")]
    [InlineData("does not exist; create it first", "import", "{db}/no/stock.db", "{good}")]
    [InlineData("there is no stock file", "balances", "{db}")]
    [InlineData("there is no stock file", "verify", "{db}")]
    [InlineData("there is no stock file", "count", "plan", "{db}")]
    public void Misuse_ends_with_a_message_and_no_file(string expected, params string[] arguments)
    {
        Dictionary<string, string> files = new()
        {
            ["{empty}"] = Write("empty.csv", "\n"),
            ["{sku}"] = Write("sku.csv", "sku\nTEE\n"),
            ["{json}"] = Write("a.json", "[{"),
            ["{bad}"] = Write("bad.csv", "sku,location,quantity\nTEE,AMS-1,0\n"),
            ["{good}"] = Write("good.csv", "sku,location,quantity\nTEE,AMS-1,1\n"),
        };
        (int code, string output, string error) = Run([.. arguments.Select(a => files.Aggregate(a.Replace("{db}", Store, StringComparison.Ordinal), (text, f) => text.Replace(f.Key, f.Value, StringComparison.Ordinal)))]);
        Assert.Equal((2, ""), (code, output));
        Assert.Contains(expected, error, StringComparison.Ordinal);
        Assert.False(File.Exists(Store));
    }

    [Theory]
    [InlineData("'CAP' is not in the ledger", "atp", "CAP")]
    [InlineData("not a sales channel", "atp", "TEE", "--channel", "web")]
    [InlineData("neither a pool nor a location", "atp", "TEE", "--pool", "MARS")]
    [InlineData("neither a pool nor a location", "balances", "--pool", "MARS")]
    [InlineData("is no date", "count", "plan", "--from", "soon")]
    [InlineData("is not a location; there are AMS-1", "count", "sheet", "--location", "MARS")]
    [InlineData("up to 2", "count", "post", "{sheet}", "--sequence", "99", "--reference", "C")]
    public void Unknown_names_are_told(string expected, params string[] arguments)
    {
        Run("import", Store, Write("a.csv", "sku,location,quantity\nTEE,AMS-1,5\n"));
        string sheet = Write("sheet.csv", "sku,location,quantity\nTEE,AMS-1,5\n");
        int verbs = arguments[0] == "count" ? 2 : 1;
        (int code, string output, string error) = Run([.. arguments[..verbs], Store, .. arguments[verbs..].Select(a => a.Replace("{sheet}", sheet, StringComparison.Ordinal))]);
        Assert.Equal((2, ""), (code, output));
        Assert.Contains(expected, error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_plan_counts_by_class_and_trigger()
    {
        Run("import", Store, Write("a.csv", "sku,location,quantity\nTEE,AMS-1,5\nMUG,AMS-1,5\nCAP,RTM-1,5\n"));
        string usage = Write("usage.csv", "sku,annual_value\nTEE,9000\nMUG,900\nCAP,100\n");
        JsonElement plan = Json(Run("count", "plan", Store, "--from", "2026-12-01", "--days", "366", "--usage", usage, "--json").Output);
        Assert.Equal([("CAP", "C", 1), ("MUG", "B", 2), ("TEE", "A", 4)], plan.GetProperty("counts").EnumerateArray().GroupBy(c => c.GetProperty("sku").GetString()!).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => (g.Key, g.First().GetProperty("class").GetString()!, g.Count())));
        (int code, string table, string error) = Run("count", "plan", Store, "--from", "2026-12-01", "--days", "1", "--zone", "RTM-1");
        Assert.Equal(0, code);
        Assert.Matches("2026-12-01 +RTM-1 +CAP +C +Zone", table);
        Assert.Contains("give --usage", error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_blind_sheet_is_printed_filled_in_and_booked_after_a_second_count()
    {
        Run("import", Store, Write("a.csv", "sku,location,quantity\nTEE,AMS-1,100\nMUG,AMS-1,20\n"));
        (int code, string sheet, string hint) = Run("count", "sheet", Store, "--location", "AMS-1");
        Assert.Equal((0, "sku,location,lot,quantity,counter,counted_at\nMUG,AMS-1,,,,\nTEE,AMS-1,,,,\n"), (code, sheet));
        Assert.Contains("--sequence 2", hint, StringComparison.Ordinal);
        string[] post = ["count", "post", Store, Write("first.csv", sheet.Replace("TEE,AMS-1,,,", "TEE,AMS-1,,90,ann", StringComparison.Ordinal)), "--sequence", "2", "--reference", "C-1"];
        (code, string output, string error) = Run(post);
        Assert.Equal(1, code);
        Assert.Contains("count again (OutsideTolerance)", output, StringComparison.Ordinal);
        Assert.Contains("1 records counted, 1 not; record accuracy 0 %, unit accuracy 90 %, net variance rate 90 %, shrinkage 10 units", output, StringComparison.Ordinal);
        Assert.Contains("Nothing was booked: 1 records need another count", error, StringComparison.Ordinal);
        Assert.Equal((0, "100\n", ""), Run("atp", Store, "TEE"));
        string second = Write("second.csv", "sku,location,quantity,counter\nTEE,AMS-1,90,bob\n");
        Assert.Equal(0, Run([.. post[..4], second, .. post[4..]]).Code);
        Assert.Equal((0, "90\n", ""), Run("atp", Store, "TEE"));
    }

    [Fact]
    public void A_bad_count_is_reported_whole_with_the_lines_of_the_file()
    {
        Run("import", Store, Write("a.csv", "sku,location,quantity\nTEE,AMS-1,100\n"));
        string sheet = Write("sheet.csv", "sku,location,quantity\n\nCAP,AMS-1,1\nTEE,MARS,1\nTEE,AMS-1,-1\nTEE,AMS-1,99\nTEE,AMS-1,98\n");
        (int code, string output, _) = Run("count", "post", Store, sheet, "--reference", "C-1", "--stocktake", "--json");
        Assert.Equal(1, code);
        Assert.Equal(["line 3 unknown_sku", "line 4 unknown_location", "line 5 quantity_not_positive", "line 7 counted_twice"],
            Json(output).GetProperty("issues").EnumerateArray().Select(i => $"{i.GetProperty("place").GetString()} {i.GetProperty("code").GetString()}").Order(StringComparer.Ordinal));
        Assert.Equal((0, "100\n", ""), Run("atp", Store, "TEE"));
    }

    [Fact]
    public void Every_verb_shows_a_working_example()
    {
        foreach (string verb in new[] { "import", "balances", "atp", "verify", "count plan", "count sheet", "count post" })
        {
            (int code, string output, _) = Run([.. verb.Split(' '), "--help"]);
            Assert.Equal(0, code);
            Assert.Contains($"ecomops inventory {verb} stock.db", output, StringComparison.Ordinal);
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static JsonElement Json(string text) => JsonDocument.Parse(text).RootElement;

    private static (int Code, string Output, string Error) Run(params string[] arguments)
    {
        StringWriter output = new() { NewLine = "\n" };
        StringWriter error = new() { NewLine = "\n" };
        RootCommand root = new() { InventoryCommand.Create() };
        int code = root.Parse(["inventory", .. arguments]).Invoke(new InvocationConfiguration { Output = output, Error = error });
        return (code, output.ToString(), error.ToString());
    }

    private string Write(string name, string text)
    {
        string path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }
}
