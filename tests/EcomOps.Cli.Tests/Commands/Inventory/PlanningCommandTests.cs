using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using EcomOps.Cli.Commands.Inventory;

namespace EcomOps.Cli.Tests.Commands.Inventory;

public sealed class PlanningCommandTests : IDisposable
{
    private const string Supply = "sku,lead_time_days,unit_cost,unit_price,on_hand\nMUG,14,4,10,5\n";

    private readonly string _folder = Directory.CreateTempSubdirectory("planning").FullName;

    // Two mugs a day from Monday 2026-01-05 for 20 weeks: 14 a week, without any noise.
    private static string Mugs(Func<int, string?>? row = null)
    {
        var text = new StringBuilder("sku,date,quantity\n");
        for (int i = 0; i < 140; i++)
        {
            text.Append(row?.Invoke(i) ?? $"MUG,{Day(i)},2").Append('\n');
        }

        return text.ToString();
    }

    private static string Day(int i) => new DateOnly(2026, 1, 5).AddDays(i).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    [Fact]
    public void A_plan_orders_what_the_item_needs_and_says_why()
    {
        (int code, string output, string error) = Run("plan", Write("sales.csv", Mugs()), "--lead-times", Write("supply.csv", Supply), "--service", "0.97");
        Assert.Equal(0, code);
        Assert.Empty(error);
        Assert.Contains("Order now: 1 lines for", output, StringComparison.Ordinal);
        Assert.Contains("of MUG from supplier by Monday 2026-05-25: 5 on hand, at or below the reorder point", output, StringComparison.Ordinal);
        Assert.Contains("97 % cycle service", output, StringComparison.Ordinal);
        Assert.Contains("In the 8 weeks ahead", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Json_holds_rows_lines_levels_and_curves()
    {
        (int code, string output, _) = Run("plan", Write("sales.csv", Mugs(i => i == 9 ? "MUG,soon,2" : null)), "--lead-times", Write("supply.csv", Supply), "--what-if", "--json", "--budget", "1000");
        Assert.Equal(0, code);
        using JsonDocument document = JsonDocument.Parse(output);
        JsonElement root = document.RootElement, line = Assert.Single(root.GetProperty("lines").EnumerateArray().ToArray());

        // Three weeks of 14 with a safety stock, less the five on hand.
        Assert.InRange(line.GetProperty("quantity").GetInt64(), 37, 50);
        Assert.Equal(4 * line.GetProperty("quantity").GetInt64(), line.GetProperty("cost").GetDecimal());
        JsonElement sales = root.GetProperty("files")[0];
        Assert.Equal((140, 139, 1), (sales.GetProperty("read").GetInt32(), sales.GetProperty("accepted").GetInt32(), sales.GetProperty("rejected").GetArrayLength()));
        Assert.Equal(11, sales.GetProperty("rejected")[0].GetProperty("line").GetInt32());
        decimal[] stock = [.. root.GetProperty("whatIf").GetProperty("service").EnumerateArray().Select(p => p.GetProperty("stockValue").GetDecimal())];
        Assert.Equal(stock.Order(), stock);
        decimal[] gain = [.. root.GetProperty("whatIf").GetProperty("budget").EnumerateArray().Select(p => p.GetProperty("expectedGain").GetDecimal())];
        Assert.Equal(gain.Order(), gain);
    }

    [Fact]
    public void A_budget_is_never_exceeded()
    {
        (_, string output, _) = Run("plan", Write("sales.csv", Mugs()), "--lead-times", Write("supply.csv", Supply), "--budget", "61", "--json");
        using JsonDocument document = JsonDocument.Parse(output);
        Assert.Equal(15, document.RootElement.GetProperty("lines")[0].GetProperty("quantity").GetInt64());
        Assert.Equal("over_budget", document.RootElement.GetProperty("withheld")[0].GetProperty("reason").GetString());
    }

    [Fact]
    public void Locations_open_orders_promotions_and_containers_are_read()
    {
        string sales = Write("sales.csv", Mugs().Replace("quantity\n", "quantity,location\n", StringComparison.Ordinal).Replace(",2\n", ",2,AMS\n", StringComparison.Ordinal));
        string supply = Write("supply.csv", "sku,location,supplier,lead_time_days,unit_cost,on_hand,unit_volume_l,order_days\nMUG,AMS,Acme,14,4,5,2,tue fri\nMUG,BER,Acme,14,4,50,2,\n");
        string open = Write("open.csv", "reference,sku,location,quantity,due\nPO-1,MUG,AMS,10,2026-06-01\nPO-2,MUG,AMS,500,2027-01-01\nPO-3,CUP,AMS,1,2026-06-01\n");
        string promotions = Write("promotions.csv", "sku,location,from,through,uplift,name\nMUG,AMS,2026-06-01,2026-06-07,3,Summer\n");
        string containers = Write("containers.csv", "supplier,volume_l\nAcme,60\n");
        (int code, string output, string error) = Run("plan", sales, "--lead-times", supply, "--open-orders", open, "--promotions", promotions, "--containers", containers);
        Assert.Equal(0, code);
        Assert.Contains("Order 30 of MUG@AMS from Acme by Tuesday 2026-05-26: 5 on hand + 10 due by", output, StringComparison.Ordinal);
        Assert.Contains("The promotion Summer from 2026-06-01 to 2026-06-07 at 3 times usual demand is in this.", output, StringComparison.Ordinal);
        Assert.Contains("500 units on order come too late", output, StringComparison.Ordinal);
        Assert.Contains("by the container of Acme", output, StringComparison.Ordinal);
        Assert.Contains("100 % full (60 of 60 l)", output, StringComparison.Ordinal);
        Assert.Contains("MUG@BER holds 50 beyond need", output, StringComparison.Ordinal);
        Assert.Contains("1 open orders are of items or locations without a row", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("plan.svg")]
    [InlineData("plan.png")]
    public void Charts_are_pictures(string name)
    {
        string chart = Path.Combine(_folder, name), curve = Path.Combine(_folder, "curve-" + name);
        Assert.Equal(0, Run("plan", Write("sales.csv", Mugs()), "--lead-times", Write("supply.csv", Supply), "--chart", chart, "--what-if-chart", curve).Code);
        Assert.Equal(0, Run("forecast", Path.Combine(_folder, "sales.csv"), "--chart", Path.Combine(_folder, "f-" + name)).Code);
        foreach (string path in new[] { chart, curve, Path.Combine(_folder, "f-" + name) })
        {
            if (name.EndsWith(".svg", StringComparison.Ordinal))
            {
                Assert.Equal("svg", XDocument.Load(path).Root!.Name.LocalName);
            }
            else
            {
                Assert.Equal([0x89, 0x50, 0x4E, 0x47], File.ReadAllBytes(path)[..4]);
            }
        }
    }

    [Fact]
    public void A_forecast_of_one_item_shows_its_weeks()
    {
        (int code, string output, _) = Run("forecast", Write("sales.csv", Mugs()), "--sku", "MUG", "--horizon", "3");
        Assert.Equal(0, code);
        Assert.Matches(@"2026-05-25 +14 ", output);
        Assert.Matches(@"2026-06-08 +14 ", output);
        Assert.Contains("20 periods of history", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Weeks_that_the_file_covers_in_part_are_left_out()
    {
        // Begins on Wednesday 2026-01-07 and ends on Saturday: 137 days are 19 weeks and four days, and the four oldest are left out.
        (_, string output, _) = Run("forecast", Write("sales.csv", Mugs(i => i is 0 or 1 or 139 ? "CUP,," : null)), "--sku", "MUG", "--json");
        using JsonDocument document = JsonDocument.Parse(output);
        JsonElement item = Assert.Single(document.RootElement.GetProperty("items").EnumerateArray().ToArray());
        Assert.Equal(19, item.GetProperty("history").GetInt32());
        Assert.Equal("2026-05-24", document.RootElement.GetProperty("from").GetString());
        Assert.All(item.GetProperty("periods").EnumerateArray(), p => Assert.Equal(14, p.GetProperty("mean").GetDouble(), 1e-6));
    }

    [Fact]
    public void A_gap_is_missing_and_not_without_demand()
    {
        string sales = Write("sales.csv", Mugs(i => i is >= 70 and < 98 ? "CUP,," : null));
        (_, string with, string note) = Run("forecast", sales, "--sku", "MUG");
        (_, string gap, _) = Run("forecast", sales, "--sku", "MUG", "--gap", "2026-03-16..2026-04-12");
        Assert.Contains("4 of 20 weeks have no row at all", note, StringComparison.Ordinal);
        Assert.Contains("demand in 16", with, StringComparison.Ordinal);
        Assert.Contains("16 periods of history, demand in 16", gap, StringComparison.Ordinal);
        Assert.Contains("missing_periods", gap, StringComparison.Ordinal);
    }

    [Fact]
    public void Order_and_number_of_rows_do_not_matter_and_returns_are_netted()
    {
        string[] rows = Mugs().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        string sorted = Write("sorted.csv", string.Join('\n', rows));
        string shuffled = Write("shuffled.csv", string.Join('\n', rows[..1].Concat(rows[1..].OrderByDescending(r => r.Length * 31 % 7).ThenByDescending(r => r, StringComparer.Ordinal)).Concat(["MUG,2026-03-03,5", "MUG,2026-03-03,-5"])));
        Assert.Equal(Run("forecast", sorted, "--json").Output.Split("\"period\"")[1], Run("forecast", shuffled, "--json").Output.Split("\"period\"")[1]);
    }

    [Theory]
    [InlineData("MUG,2026-01-05,NaN", "bad_quantity")]
    [InlineData("MUG,2026-01-05,1.5", "bad_quantity")]
    [InlineData("MUG,2026-01-05,", "missing_quantity")]
    [InlineData("MUG,,2", "missing_date")]
    [InlineData("MUG,2026-02-30,2", "bad_date")]
    [InlineData(",2026-01-05,2", "missing_sku")]
    [InlineData("MUG,2026-01-05", "wrong_column_count")]
    [InlineData("\"MUG,2026-01-05,2", "unclosed_quote")]
    public void A_bad_row_is_named_with_its_line_and_strict_makes_it_a_finding(string row, string problem)
    {
        string sales = Write("sales.csv", Mugs(i => i == 3 ? row : null));
        (int code, _, string error) = Run("forecast", sales);
        Assert.Equal(0, code);
        Assert.Contains("140 rows read, 139 accepted, 1 rejected", error, StringComparison.Ordinal);
        Assert.Matches($@"line 5: .*\({problem}\)", error);
        Assert.Equal(1, Run("forecast", sales, "--strict").Code);
    }

    [Theory]
    [InlineData("MUG,2026-01-05,3", "no_history")] // one day is no whole week
    [InlineData("MUG,2026-01-05,0\nMUG,2026-03-01,0", "no_demand")]
    [InlineData("MUG,2026-01-05,-4\nMUG,2026-03-01,0", "negative_demand")]
    public void A_history_that_says_nothing_gives_zeros_and_a_reason(string rows, string problem)
    {
        string sales = Write("sales.csv", "sku,date,quantity\n" + rows + "\n");
        (int code, string output, _) = Run("forecast", sales, "--json");
        Assert.Equal(0, code);
        Assert.Contains($"\"code\": \"{problem}\"", output, StringComparison.Ordinal);
        Assert.DoesNotContain("NaN", output, StringComparison.Ordinal);
        (int plan, string text, _) = Run("plan", sales, "--lead-times", Write("supply.csv", Supply));
        Assert.Equal(0, plan);
        Assert.Contains("Order now: 0 lines for nothing", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_lead_time_of_zero_still_covers_the_review()
    {
        (int code, string output, _) = Run("plan", Write("sales.csv", Mugs()), "--lead-times", Write("supply.csv", "sku,lead_time_days,unit_cost\nMUG,0,4\n"));
        Assert.Equal(0, code);
        Assert.Matches(@"MUG +supplier +1[4-9] .* 2026-05-25 +2026-05-25 ", output);
    }

    [Fact]
    public void A_minimum_of_years_is_withheld_with_advice()
    {
        (int code, string output, _) = Run("plan", Write("sales.csv", Mugs()), "--lead-times", Write("supply.csv", "sku,lead_time_days,unit_cost,minimum\nMUG,14,4,10000\n"));
        Assert.Equal(0, code);
        Assert.Contains("(moq_exceeds_cover)", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("MUG,-1,4", "bad_lead_time_days")]
    [InlineData("MUG,14,0", "bad_unit_cost")]
    [InlineData("MUG,14,", "missing_unit_cost")]
    [InlineData("CUP,14,4\nCUP,10,4", "duplicate_item")]
    public void Bad_supply_rows_are_rejected_and_the_others_planned(string rows, string problem)
    {
        (int code, string output, string error) = Run("plan", Write("sales.csv", Mugs().Replace("MUG", "TEA", StringComparison.Ordinal)), "--lead-times", Write("supply.csv", "sku,lead_time_days,unit_cost\nTEA,14,4\n" + rows + "\n"));
        Assert.Equal(0, code);
        Assert.Contains($"({problem})", error, StringComparison.Ordinal);
        Assert.Contains("of TEA from", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Columns_delimiter_dates_and_decimals_can_be_named()
    {
        string sales = Write("sales.csv", "Code;Wann;Menge\n" + string.Join('\n', Enumerable.Range(0, 140).Select(i => $"MUG;{DateOnly.Parse(Day(i), CultureInfo.InvariantCulture).ToString("dd.MM.yyyy", CultureInfo.InvariantCulture)};2,0")));
        (int code, string output, string error) = Run("forecast", sales, "--columns", "sku=Code,date=Wann,quantity=Menge", "--delimiter", ";", "--decimal", ",", "--date-pattern", "dd.MM.uuuu");
        Assert.Equal((0, string.Empty), (code, error));
        Assert.Matches(@"2026-05-25 +14 ", output);
    }

    [Theory]
    [InlineData("plan")]
    [InlineData("forecast")]
    public void The_example_of_the_help_works(string verb)
    {
        Write("sales.csv", Mugs().Replace("MUG", "MUG-BLUE", StringComparison.Ordinal));
        Write("suppliers.csv", Supply.Replace("MUG", "MUG-BLUE", StringComparison.Ordinal));
        string example = Run(verb, "--help").Output.Split('\n').Select(l => l.Trim()).Single(l => l.StartsWith($"ecomops inventory {verb} ", StringComparison.Ordinal) && !l.Contains('<', StringComparison.Ordinal));
        string[] words = [.. example.Split(' ')[2..].Select(w => w.Contains('.', StringComparison.Ordinal) && char.IsLetter(w[0]) ? Path.Combine(_folder, w) : w)];
        Assert.Equal(0, Run(words).Code);
        Assert.NotEmpty(Directory.GetFiles(_folder, "*.svg"));
    }

    [Theory]
    [InlineData("plan", "nowhere.csv", "--lead-times", "{supply}")]
    [InlineData("plan", "{sales}", "--lead-times", "nowhere.csv")]
    [InlineData("plan", "{supply}", "--lead-times", "{supply}")]
    [InlineData("plan", "{empty}", "--lead-times", "{supply}")]
    [InlineData("plan", "{sales}", "--lead-times", "{supply}", "--service", "1")]
    [InlineData("plan", "{sales}", "--lead-times", "{supply}", "--service", "0.9", "--promise", "always")]
    [InlineData("plan", "{sales}", "--lead-times", "{supply}", "--budget", "-1")]
    [InlineData("plan", "{sales}", "--lead-times", "{supply}", "--today", "soon")]
    [InlineData("plan", "{sales}", "--lead-times", "{supply}", "--chart", "plan.pdf")]
    [InlineData("plan", "{sales}", "--lead-times", "{supply}", "--currency", "EURO")]
    [InlineData("forecast", "{sales}", "--horizon", "0")]
    [InlineData("forecast", "{sales}", "--period", "fortnight")]
    [InlineData("forecast", "{sales}", "--sku", "CUP")]
    [InlineData("forecast", "{sales}", "--gap", "2026-03-15")]
    [InlineData("forecast", "{sales}", "--columns", "sku")]
    [InlineData("forecast", "{sales}", "--date-pattern", "%%%")]
    public void Misuse_ends_with_a_message_and_exit_code_2(params string[] arguments)
    {
        string sales = Write("sales.csv", Mugs()), supply = Write("supply.csv", Supply), empty = Write("empty.csv", string.Empty);
        (int code, _, string error) = Run([.. arguments.Select(a => a.Replace("{sales}", sales, StringComparison.Ordinal).Replace("{supply}", supply, StringComparison.Ordinal).Replace("{empty}", empty, StringComparison.Ordinal))]);
        Assert.Equal(2, code);
        Assert.StartsWith("error: ", error, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

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
