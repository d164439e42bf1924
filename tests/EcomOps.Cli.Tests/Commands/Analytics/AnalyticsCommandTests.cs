using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json;
using EcomOps.Cli.Commands.Analytics;

namespace EcomOps.Cli.Tests.Commands.Analytics;

public sealed class AnalyticsCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("analytics").FullName;

    // a buys a shirt in January and again in March, b once in January, c once in March and sends it back.
    private const string Orders = """
        order_id,customer_id,date,sku,quantity,unit_price
        1,a,2026-01-05,SHIRT,1,20.00
        1,a,2026-01-05,CAP,1,10.00
        2,b,2026-01-20,SHIRT,2,20.00
        3,a,2026-03-02,SHIRT,1,20.00
        4,c,2026-03-10,CAP,1,10.00
        5,c,2026-03-12,CAP,-1,10.00
        6,,2026-03-15,CAP,1,10.00
        """;

    [Fact]
    public void Rfm_counts_an_order_of_two_lines_once_and_tells_about_guests()
    {
        (int code, string output, string error) = Run("rfm", Write("orders.csv", Orders), "--as-of", "2026-03-31", "--json", "--out", At("customers.csv"));
        Assert.Equal(0, code);
        Assert.Equal("orders.csv: 1 row without a customer_id left out of figures about customers", error.Trim());
        JsonElement root = JsonDocument.Parse(output).RootElement;
        Assert.Equal(3, root.GetProperty("customers").GetInt32());
        Assert.Equal(3, root.GetProperty("segments").EnumerateArray().Sum(s => s.GetProperty("customers").GetInt32()));
        string[] rows = File.ReadAllLines(At("customers.csv"));
        Assert.Equal("customer_id,recency_days,orders,monetary,r,f,m,segment", rows[0]);
        Assert.StartsWith("c,21,1,0", rows.Single(r => r.StartsWith("c,", StringComparison.Ordinal)), StringComparison.Ordinal);     // bought for 10, sent back
        Assert.StartsWith("a,29,2,50", rows.Single(r => r.StartsWith("a,", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_orders_give_the_same_answer_from_csv_json_lines_and_gzip()
    {
        string[] lines = Orders.Split('\n', StringSplitOptions.TrimEntries);
        string json = string.Join('\n', lines.Skip(1).Select(l => l.Split(',')).Select(c =>
            $$"""{"order_id":"{{c[0]}}",{{(c[1].Length == 0 ? string.Empty : $"\"customer_id\":\"{c[1]}\",")}}"date":"{{c[2]}}","sku":"{{c[3]}}","quantity":{{c[4]}},"unit_price":{{c[5]}}}"""));
        string zipped = At("orders.csv.gz");
        using (var gzip = new System.IO.Compression.GZipStream(File.Create(zipped), System.IO.Compression.CompressionLevel.Fastest))
        {
            gzip.Write(Encoding.UTF8.GetBytes(Orders));
        }

        string expected = Run("rfm", Write("orders.csv", Orders), "--json").Output;
        Assert.Equal(expected, Run("rfm", Write("orders.jsonl", json), "--json").Output);
        Assert.Equal(expected, Run("rfm", zipped, "--json").Output);
    }

    [Fact]
    public void Cohorts_are_those_of_a_count_by_hand()
    {
        (int code, string output, _) = Run("cohorts", Write("orders.csv", Orders), "--as-of", "2026-03-31", "--json");
        Assert.Equal(0, code);
        JsonElement[] cohorts = [.. JsonDocument.Parse(output).RootElement.GetProperty("cohorts").EnumerateArray()];
        Assert.Equal(["2026-01-01", "2026-03-01"], cohorts.Select(c => c.GetProperty("start").GetString()));
        Assert.Equal([2, 0, 1], cohorts[0].GetProperty("cells").EnumerateArray().Select(c => c.GetProperty("customers").GetInt32()));
    }

    [Fact]
    public void Baskets_are_orders_and_rules_count_them()
    {
        (int code, string output, _) = Run("basket", Write("orders.csv", Orders), "--support", "0.1", "--confidence", "0.1", "--json");
        Assert.Equal(0, code);
        JsonElement root = JsonDocument.Parse(output).RootElement;

        // Orders 1, 2, 3, 4 and 6; the refund is no basket. Shirt in three of five, cap in three, both in one.
        Assert.Equal(5, root.GetProperty("baskets").GetInt32());
        JsonElement rule = root.GetProperty("rules").EnumerateArray().First(r => r.GetProperty("consequent").GetString() == "CAP");
        Assert.Equal(1.0 / 3, rule.GetProperty("confidence").GetDouble(), 9);
        Assert.Equal(1.0 / 3 / 0.6, rule.GetProperty("lift").GetDouble(), 9);
    }

    [Fact]
    public void Recommendations_leave_out_what_the_customer_has()
    {
        (int code, string output, _) = Run("recommend", Write("orders.csv", Orders), "--customer", "b", "--json");
        Assert.Equal(0, code);
        Assert.Equal(["CAP"], JsonDocument.Parse(output).RootElement.EnumerateArray().Select(r => r.GetProperty("item").GetString()));
        Assert.Equal(2, Run("recommend", At("orders.csv"), "--customer", "nobody").Code);
        Assert.Equal(2, Run("recommend", At("orders.csv"), "--item", "HAT").Code);
    }

    [Fact]
    public void Lifetime_value_foretells_a_shop_and_says_how_well()
    {
        (int code, string output, _) = Run("ltv", Write("orders.csv", Shop()), "--horizon", "1y", "--margin", "0.5", "--json", "--out", At("values.jsonl"));
        Assert.Equal(0, code);
        JsonElement root = JsonDocument.Parse(output).RootElement;
        Assert.Equal(12, root.GetProperty("months").GetInt32());
        JsonElement choice = root.GetProperty("choice"), holdout = root.GetProperty("holdout");
        JsonElement[] scores = [.. choice.GetProperty("scores").EnumerateArray()];
        Assert.Equal(3, scores.Length);
        JsonElement best = scores.MaxBy(s => s.GetProperty("logScore").GetDouble());
        Assert.Equal(best.GetProperty("model").GetString(), root.GetProperty("name").GetString());
        Assert.Equal(root.GetProperty("name").GetString(), holdout.GetProperty("model").GetString());
        Assert.Equal(choice.GetProperty("until").GetString(), holdout.GetProperty("origin").GetString());
        Assert.InRange(holdout.GetProperty("ratio").GetDouble(), 0.7, 1.3);
        Assert.Equal(4, root.GetProperty("origins").GetArrayLength());
        Assert.Equal(root.GetProperty("customers").GetInt32(), File.ReadAllLines(At("values.jsonl")).Length);
        Assert.DoesNotContain("NaN", output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_holdout_that_leaves_no_validation_is_said_and_the_model_chosen_by_its_criterion()
    {
        (int code, string output, _) = Run("ltv", Write("orders.csv", Shop()), "--holdout", "30");
        Assert.Equal(0, code);
        Assert.Contains("No validation was possible", output, StringComparison.Ordinal);
        Assert.Contains("Chosen by the smallest BIC", output, StringComparison.Ordinal);
        Assert.Contains("Holdout from ", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Too_little_history_is_said_instead_of_fitted()
    {
        (int code, _, string error) = Run("ltv", Write("orders.csv", Orders));
        Assert.Equal(2, code);
        Assert.Contains("customers bought on a second day", error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_funnel_counts_persons_and_names_what_tells_them_apart()
    {
        StringBuilder text = new("person,time,event,device\n");
        for (int i = 0; i < 400; i++)
        {
            string device = i % 2 == 0 ? "phone" : "desktop";
            text.Append(CultureInfo.InvariantCulture, $"p{i},2026-03-01T10:00:00Z,view,{device}\n");
            if (device == "desktop" || i % 10 == 0)
            {
                text.Append(CultureInfo.InvariantCulture, $"p{i},2026-03-01T10:05:00Z,buy,{device}\n");
            }
        }

        (int code, string output, _) = Run("funnel", Write("events.csv", text.ToString()), "--steps", "view,buy", "--by", "device");
        Assert.Equal(0, code);
        Assert.Contains("Most are lost between view and buy: 160 persons.", output, StringComparison.Ordinal);
        Assert.Contains("What tells them apart most is device", output, StringComparison.Ordinal);
        Assert.Contains("5.0 min", output, StringComparison.Ordinal);
    }

    [Fact]
    public void An_experiment_ends_with_a_decision_and_a_broken_split_with_exit_code_1()
    {
        (int code, string output, string error) = Run("abtest", Write("visitors.csv", Visitors(2000, 2000)));
        Assert.Equal(0, code);
        Assert.Contains("new against control: Ship:", output, StringComparison.Ordinal);
        Assert.Contains("1 visitor saw several variants and is left out", error, StringComparison.Ordinal);
        Assert.Equal(1, Run("abtest", Write("broken.csv", Visitors(2000, 2600))).Code);
        (int missing, _, string told) = Run("abtest", At("visitors.csv"), "--control", "A");
        Assert.Equal(2, missing);
        Assert.Contains("one of control, new", told, StringComparison.Ordinal);
    }

    [Fact]
    public void A_promotion_that_doubles_sales_at_full_price_earns_money()
    {
        StringBuilder sales = new("sku,date,units,price,unit_cost\n");
        var random = new Random(1);
        for (int w = 0; w < 60; w++)
        {
            string day = new DateOnly(2025, 1, 6).AddDays(7 * w).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            int noise() => random.Next(-5, 6);
            sales.Append(CultureInfo.InvariantCulture, $"A,{day},{(w is 40 or 41 ? 400 : 100) + noise()},10,4\nE,{day},{100 + noise()},10,4\nF,{day},{80 + noise()},10,4\n");
        }

        string promotions = Write("promotions.csv", "id,sku,from,weeks,discount\nspring,A,2025-10-13,2,0.1\n");
        (int code, string output, string error) = Run("promo", Write("weekly.csv", sales.ToString()), promotions, "--json");
        Assert.True(code == 0, error);
        JsonElement effect = Assert.Single(JsonDocument.Parse(output).RootElement.EnumerateArray().ToArray());
        Assert.InRange(effect.GetProperty("uplift").GetProperty("units").GetDouble(), 570, 630);
        Assert.True(effect.GetProperty("marginLow").GetDecimal() > 0);
    }

    [Fact]
    public void A_dashboard_is_one_page_with_the_figures_of_the_file()
    {
        StringBuilder text = new("order_id,sku,quantity,placed_at,unit_price,title,customer_id,country\n");
        for (int day = 0; day < 120; day++)
        {
            text.Append(CultureInfo.InvariantCulture, $"o{day},MUG,2,{new DateOnly(2026, 1, 1).AddDays(day):yyyy-MM-dd} 10:00:00,5.00,Mug,c{day % 40},NL\n");
        }

        (int code, string output, string error) = Run("dashboard", Write("lines.csv", text.ToString() + "o,MUG,x,2026-02-01 10:00:00,5,Mug,c,NL\n"), "--out", At("page.html"), "--json");
        Assert.True(code == 0, error);
        Assert.Contains("121 rows read, 120 accepted, 1 rejected", error, StringComparison.Ordinal);

        // April has 30 days: 30 orders of ten euros.
        JsonElement net = JsonDocument.Parse(output).RootElement.GetProperty("kpis").EnumerateArray().Single(k => k.GetProperty("name").GetString() == "Net sales");
        Assert.Contains("300", net.GetProperty("value").GetString(), StringComparison.Ordinal);
        string page = File.ReadAllText(At("page.html"));
        Assert.DoesNotContain("http://", page.Replace("http://www.w3.org", string.Empty, StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain("<script src", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("rfm", "missing.csv", "does not exist")]
    [InlineData("rfm", "empty.csv", "holds no header line")]
    [InlineData("rfm", "columns.csv", "lacks date")]
    [InlineData("rfm", "unreadable.csv", "none of 2 rows is readable")]
    [InlineData("cohorts", "guests.csv", "no order with a customer")]
    [InlineData("basket", "guests.csv", "map sku by --columns")]
    public void What_cannot_be_read_is_told_with_a_remedy(string verb, string file, string message)
    {
        Write("empty.csv", string.Empty);
        Write("columns.csv", "customer,day\na,2026-01-01\n");
        Write("unreadable.csv", "customer_id,date,amount\na,soon,1\nb,2026-01-01,much\n");
        Write("guests.csv", "date,amount\n2026-01-01,5\n");
        (int code, _, string error) = Run(verb, At(file));
        Assert.Equal(2, code);
        Assert.Contains(message, error, StringComparison.Ordinal);
    }

    [Fact]
    public void Bad_rows_are_named_by_line_and_fail_only_when_strict()
    {
        string file = Write("orders.csv", Orders + "\n7,d,2026-02-30,CAP,1,10.00\n8,d,2026-03-01,CAP,1\n9,d,2026-03-01,CAP,,\n");
        (int code, _, string error) = Run("rfm", file);
        Assert.Equal(0, code);
        Assert.Contains("10 rows read, 7 accepted, 3 rejected", error, StringComparison.Ordinal);
        Assert.Contains("line 9: date '2026-02-30' is no time", error, StringComparison.Ordinal);
        Assert.Contains("line 10: The row has 5 cells, the header 6", error, StringComparison.Ordinal);
        Assert.Contains("line 11: The row has neither an amount nor a quantity with a unit_price", error, StringComparison.Ordinal);
        Assert.Equal(1, Run("rfm", file, "--strict").Code);
    }

    [Theory]
    [InlineData("rfm --rules none", "no rule set")]
    [InlineData("rfm --scoring best", "no scoring")]
    [InlineData("rfm --as-of tomorrow", "is no day")]
    [InlineData("rfm --zone Mars", "no IANA zone")]
    [InlineData("rfm --currency XXXX", "no ISO 4217 code")]
    [InlineData("rfm --out customers.xlsx", "end it in .csv or .jsonl")]
    [InlineData("ltv --horizon soon", "is no horizon")]
    [InlineData("ltv --margin 2", "must lie above 0")]
    [InlineData("ltv --model none", "no model")]
    [InlineData("cohorts --period year", "is no period")]
    [InlineData("basket --support 0", "above 0")]
    [InlineData("recommend --model none", "no model")]
    public void Misuse_is_exit_code_2_with_what_to_write(string arguments, string message)
    {
        string[] words = arguments.Split(' ');
        (int code, _, string error) = Run([words[0], Write("orders.csv", Orders), .. words[1..]]);
        Assert.Equal(2, code);
        Assert.Contains(message, error, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static string Shop()
    {
        // Three hundred customers, each with a rate of its own, over 78 weeks.
        var random = new Random(7);
        StringBuilder text = new("customer_id,date,amount\n");
        for (int c = 0; c < 300; c++)
        {
            double day = random.Next(300), gap = 15 + (90 * random.NextDouble());
            for (; day < 546; day += -gap * Math.Log(1 - random.NextDouble()) + 1)
            {
                text.Append(CultureInfo.InvariantCulture, $"c{c},{new DateOnly(2025, 1, 1).AddDays((int)day):yyyy-MM-dd},{20 + random.Next(30)}.50\n");
                if (random.NextDouble() < 0.08)
                {
                    break;
                }
            }
        }

        return text.ToString();
    }

    private static string Visitors(int control, int treatment)
    {
        StringBuilder text = new("visitor,variant,orders,revenue\n");
        for (int i = 0; i < control + treatment; i++)
        {
            bool buys = i < control ? i % 50 == 0 : i % 20 == 0;
            text.Append(CultureInfo.InvariantCulture, $"v{i},{(i < control ? "control" : "new")},{(buys ? 1 : 0)},{(buys ? 40 + (i % 7) : 0)}\n");
        }

        return text.Append("v0,new,0,0\n").ToString();
    }

    private string At(string name) => Path.Combine(_folder, name);

    private string Write(string name, string text)
    {
        File.WriteAllText(At(name), text);
        return At(name);
    }

    private static (int Code, string Output, string Error) Run(params string[] arguments)
    {
        using StringWriter output = new(), error = new();
        int code = AnalyticsCommand.Create().Parse(arguments).Invoke(new InvocationConfiguration { Output = output, Error = error });
        return (code, output.ToString(), error.ToString());
    }
}
