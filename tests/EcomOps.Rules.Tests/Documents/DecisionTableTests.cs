using EcomOps.Rules.Documents;
using EcomOps.Rules.Documents.Internal;

namespace EcomOps.Rules.Tests.Documents;

public sealed class DecisionTableTests
{
    [Fact]
    public void Rows_of_csv_become_rules_in_order()
    {
        RuleSetDocument document = Read("""
            ruleSet: shipping/fees
            currency: EUR
            outcome: { fee: money, carrier: string }
            table:
              csv: |
                id,order.total,order.country,order.placedOn,-> fee,-> carrier,# note
                free,>= 50,"NL, BE",-,0,post,the usual
                mid,[20..50),"NL",>= 2026-11-01,2.95,post,
                odd,-,not(DE),= date('2026-01-01') < order.placedOn,9.95,courier,
                rest,-,-,-,"=money('12.50', 'EUR')",courier,
            """);

        Assert.Equal(
        [
            "order.total >= 50 && order.country in ['NL', 'BE']",
            "order.total >= 20 && order.total < 50 && order.country == 'NL' && order.placedOn >= date('2026-11-01')",
            "order.country != 'DE' && (date('2026-01-01') < order.placedOn)",
            null,
        ], document.Rules.Select(r => r.When));
        Assert.Equal(["free", "mid", "odd", "rest"], document.Rules.Select(r => r.Id));
        Assert.Equal(RuleValue.Map(("fee", 2.95m), ("carrier", "post")), document.Rules[1].Then);
        Assert.Equal(RuleValue.Map(("fee", "=money('12.50', 'EUR')"), ("carrier", "courier")), document.Rules[3].Then);
    }

    [Theory]
    [InlineData("> 5", "a > 5")]
    [InlineData("!= \"x\"", "a != 'x'")]
    [InlineData("(1..2]", "a > 1 && a <= 2")]
    [InlineData("\"N, L\", 'B'", "a in ['N, L', 'B']")]
    [InlineData("not(\"x\", \"y\")", "!(a in ['x', 'y'])")]
    [InlineData("true", "a == true")]
    [InlineData("50.00 EUR", "a == money('50.00', 'EUR')")]
    [InlineData("< 24h", "a < duration('24h')")]
    [InlineData(">= 2026-11-27T18:00:00Z", "a >= timestamp('2026-11-27T18:00:00Z')")]
    [InlineData("\"it's\"", "a == 'it\\'s'")]
    public void A_cell_is_a_condition_on_its_column(string cell, string cel)
    {
        RuleSetDocument document = Read($"ruleSet: t\ntable:\n  columns: [a, '->']\n  rows:\n  - [{YamlQuoted(cell)}, 1]\n");

        Assert.Equal(cel, document.Rules[0].When);
    }

    [Fact]
    public void Markdown_tables_are_read_too()
    {
        RuleSetDocument document = Read("""
            ruleSet: t
            table:
              markdown: |
                | order.total | -> level |
                |-------------|----------|
                | >= 100      | gold     |
                | -           | none     |
            """);

        Assert.Equal(["order.total >= 100", null], document.Rules.Select(r => r.When));
        Assert.Equal(RuleValue.Map(("level", "gold")), document.Rules[0].Then);
    }

    [Fact]
    public void Semicolons_and_quoted_line_breaks_are_csv_as_well()
    {
        RuleSetDocument document = Read("ruleSet: t\ntable:\n  csv: \"a;-> r\\n>= 5;\\\"two\\nlines\\\"\\n\"\n");

        Assert.Equal(RuleValue.Map(("r", "two\nlines")), Assert.Single(document.Rules).Then);
    }

    [Theory]
    [InlineData("id,a,-> r\none,[1..2,x\n", "RUL2022", "[1..2")]
    [InlineData("id,a,-> r\none,>=,x\n", "RUL2022", ">=")]
    [InlineData("id,a,-> r\none,5 & 6,x\n", "RUL2022", "5 & 6")]
    [InlineData("id,a,-> r\none,x\n", "RUL2023", "one")]
    [InlineData("id,a b,-> r\none,1,x\n", "RUL2023", "a b")]
    [InlineData("id,priority,-> r\none,high,x\n", "RUL2022", "high")]
    [InlineData("id,a\none,1\n", "RUL2023", "id")]
    public void A_problem_points_at_its_cell(string csv, string code, string cell)
    {
        string text = "ruleSet: t\ntable:\n  csv: |\n" + string.Concat(csv.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => "    " + l + "\n"));
        Problem problem = Assert.Single(DocumentReader.Read(text, "", DocumentFormat.Detect, null).Problems.Found);

        Assert.Equal(code, problem.Code);
        Assert.Equal(cell, text.Substring(problem.Start, problem.Length));
    }

    private static string YamlQuoted(string text) => "'" + text.Replace("'", "''", StringComparison.Ordinal) + "'";

    private static RuleSetDocument Read(string text)
    {
        DocumentReader.Reading reading = DocumentReader.Read(text, "", DocumentFormat.Detect, null);
        Assert.Empty(reading.Problems.Found);
        return reading.Document!;
    }
}
