using System.CommandLine;
using System.Text.Json;
using EcomOps.Cli.Commands.Rules;

namespace EcomOps.Cli.Tests.Commands.Rules;

public sealed class RulesCommandTests
{
    private static readonly string Files = Path.Combine(AppContext.BaseDirectory, "Commands", "Rules", "files");

    [Fact]
    public void Check_of_a_sound_set_is_fine()
    {
        (int code, string output, _) = Run("check", At("screening.rules.yaml"));
        Assert.Equal(0, code);
        Assert.EndsWith("screening.rules.yaml: nothing to report\n", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_reports_places_findings_and_a_witness()
    {
        (int code, string output, _) = Run("check", At("broken.rules.yaml"));
        Assert.Equal(1, code);
        Assert.Contains("broken.rules.yaml:9:11: warning RUL3004: Rules 'low' and 'high' both match for example order.total = 50", output, StringComparison.Ordinal);
        Assert.Contains("'ship.country == \"NL\"' and 'ship.country == \"BE\"' contradict each other", output, StringComparison.Ordinal);
        Assert.Contains("0 errors, 3 warnings, 1 hints", output, StringComparison.Ordinal);

        (_, string json, _) = Run("check", At("broken.rules.yaml"), "--json");
        using JsonDocument document = JsonDocument.Parse(json);
        JsonElement gap = document.RootElement[0].GetProperty("findings").EnumerateArray().Single(f => f.GetProperty("kind").GetString() == "gap");
        Assert.Equal("proven", gap.GetProperty("certainty").GetString());
        Assert.Equal(100m, gap.GetProperty("witness").GetProperty("order.total").GetDecimal());
        Assert.Equal(0, Run("check", At("broken.rules.yaml"), "--no-analysis").Code);
    }

    [Fact]
    public void Test_runs_the_examples_and_lists_survivors()
    {
        (int code, string output, _) = Run("test", At("screening.rules.yaml"));
        Assert.Equal(0, code);
        Assert.Contains("3 of 3 examples hold", output, StringComparison.Ordinal);
        Assert.Contains("screening.rules.yaml:15:5 large-abroad: not noticed: the rule was dropped", output, StringComparison.Ordinal);
        Assert.Equal(1, Run("test", At("screening.rules.yaml"), "--minimum-score", "0.9").Code);
    }

    [Fact]
    public void Explain_names_the_nearest_miss()
    {
        (int code, string output, _) = Run("explain", At("screening.rules.yaml"), "--input",
            """{"order.total":"996.80","ship.country":"BE","velocity.cardsPerIp1h":1,"customer.vip":false,"customer.createdAt":"2026-01-01T00:00:00Z"}""");
        Assert.Equal(0, code);
        Assert.Contains("Nearest miss: large-abroad, the order total is 3.20 EUR short", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Backtest_judges_against_labels()
    {
        (int code, string output, _) = Run("backtest", At("screening-8.rules.yaml"), "--history", At("decisions.jsonl"), "--against", At("screening.rules.yaml"));
        Assert.Equal(0, code);
        Assert.Contains("7 lines read, 6 evaluated, 1 rejected", output, StringComparison.Ordinal);
        Assert.Contains("precision 66.7 %, recall 66.7 %", output, StringComparison.Ordinal);
        Assert.Contains("2 decisions change, worth 30.00; 4 stay", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Diff_compares_by_meaning()
    {
        (int code, string output, _) = Run("diff", At("screening.rules.yaml"), At("screening-8.rules.yaml"));
        Assert.Equal(0, code);
        Assert.Contains("vip: written differently, means the same", output, StringComparison.Ordinal);
        Assert.Contains("many-cards: changed\n      now matches, for example: velocity.cardsPerIp1h = 2", output, StringComparison.Ordinal);
        Assert.Contains("large-abroad: removed", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_and_schema_write_pages()
    {
        Assert.Contains("If the customer is a VIP and the order total is less than 500.00 EUR, action is allow.", Run("render", At("screening.rules.yaml")).Output, StringComparison.Ordinal);
        using JsonDocument schema = JsonDocument.Parse(Run("schema", "--vocabulary", At("checkout.vocabulary.yaml")).Output);
        Assert.Equal("Rule set", schema.RootElement.GetProperty("title").GetString());
        Assert.StartsWith("# Checkout\n", Run("schema", "--vocabulary", At("checkout.vocabulary.yaml"), "--page").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Import_reports_what_it_leaves_out()
    {
        (int code, string output, string error) = Run("import", At("workflows.json"), "--from", "rulesengine");
        Assert.Equal(1, code);
        Assert.Contains("when: 'country == \"india\" && loyaltyFactor <= 2'", output, StringComparison.Ordinal);
        Assert.Contains("[0].Rules[1].Expression: The condition cannot be carried over", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("check", "missing.rules.yaml")]
    [InlineData("backtest", "missing.rules.yaml", "--history", "none.jsonl")]
    [InlineData("explain", "missing.rules.yaml", "--input", "{}")]
    public void What_cannot_be_read_is_exit_code_2(params string[] arguments)
    {
        (int code, _, string error) = Run(arguments);
        Assert.Equal(2, code);
        Assert.StartsWith("error: ", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("check")]
    [InlineData("test")]
    [InlineData("explain")]
    [InlineData("backtest")]
    [InlineData("diff")]
    [InlineData("render")]
    [InlineData("schema")]
    [InlineData("import")]
    public void Help_shows_an_example(string command) => Assert.Contains("ecomops rules " + command, Run(command, "--help").Output, StringComparison.Ordinal);

    private static string At(string file) => Path.Combine(Files, file);

    private static (int Code, string Output, string Error) Run(params string[] arguments)
    {
        StringWriter output = new() { NewLine = "\n" };
        StringWriter error = new() { NewLine = "\n" };
        RootCommand root = new() { RulesCommand.Create() };
        int code = root.Parse(["rules", .. arguments]).Invoke(new InvocationConfiguration { Output = output, Error = error });
        return (code, output.ToString(), error.ToString());
    }
}
