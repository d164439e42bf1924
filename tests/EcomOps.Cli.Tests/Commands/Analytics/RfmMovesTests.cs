using System.Text.Json;

namespace EcomOps.Cli.Tests.Commands.Analytics;

public sealed class RfmMovesTests : IDisposable
{
    private const string Orders = """
        order_id,customer_id,date,amount
        1,a,2026-01-05,20
        2,b,2026-01-20,40
        3,a,2026-03-02,20
        4,c,2026-03-10,10
        """;

    private const string Cuts = "30,60,90,120;1,2,3,4;10,20,30,50";
    private readonly ToolFolder _tool = new();

    public void Dispose() => _tool.Dispose();

    [Fact]
    public void Moves_between_two_days_are_those_of_a_count_by_hand()
    {
        (int code, string output, string error) = _tool.Run("rfm", _tool.Write("orders.csv", Orders), "--as-of", "2026-09-01", "--before", "2026-01-31", "--cuts", Cuts, "--json");
        Assert.Equal((0, string.Empty), (code, error));
        JsonElement moves = JsonDocument.Parse(output).RootElement.GetProperty("moves")[0];
        Assert.Equal("2026-01-31", moves.GetProperty("from").GetString());

        // In January a (5) and b (11 days) score R 5, F 1, M 2 and 4: no segment. By September both are lost, 183 and 224 days away; c, 175 days away, is not yet.
        Assert.Equal(
            [("Unassigned", "Lost", 2, 60m, 80m), ("(new)", "Unassigned", 1, 0m, 10m)],
            moves.GetProperty("cells").EnumerateArray().Select(c => (c.GetProperty("from").GetString()!, c.GetProperty("to").GetString()!, c.GetProperty("customers").GetInt32(), c.GetProperty("monetaryBefore").GetDecimal(), c.GetProperty("monetaryAfter").GetDecimal())));
        Assert.Empty(moves.GetProperty("warnings").EnumerateArray());
    }

    [Fact]
    public void Several_days_give_a_matrix_each_and_the_cuts_for_the_next_report()
    {
        (int code, string output, string error) = _tool.Run("rfm", _tool.Write("orders.csv", Orders), "--as-of", "2026-09-01", "--before", "2026-03-31", "2026-01-31");
        Assert.Equal((0, string.Empty), (code, error));
        Assert.Contains("Moves from 2026-01-31 (rows) to 2026-03-31 (columns)", output, StringComparison.Ordinal);
        Assert.Contains("Moves from 2026-03-31 (rows) to 2026-09-01 (columns)", output, StringComparison.Ordinal);
        string cuts = output[(output.IndexOf("--cuts \"", StringComparison.Ordinal) + 8)..];
        cuts = cuts[..cuts.IndexOf('"', StringComparison.Ordinal)];
        Assert.Equal(output, _tool.Run("rfm", _tool.At("orders.csv"), "--as-of", "2026-09-01", "--before", "2026-03-31", "2026-01-31", "--cuts", cuts).Output);
    }

    [Fact]
    public void Ranks_are_warned_of()
    {
        (int code, _, string error) = _tool.Run("rfm", _tool.Write("orders.csv", Orders), "--before", "2026-02-01", "--scoring", "midrank");
        Assert.Equal(0, code);
        Assert.Contains("(scores_relative)", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--before 2026-03-10", "--before: 2026-03-10 is not before 2026-03-10")]
    [InlineData("--before soon", "'soon' is no day")]
    [InlineData("--cuts 1,2,3", "three lists of four rising numbers")]
    [InlineData("--cuts 30,20,90,120;1,2,3,4;10,20,30,50", "three lists of four rising numbers")]
    [InlineData("--cuts 30,x,90,120;1,2,3,4;10,20,30,50", "'x' is no number")]
    [InlineData("--scoring ntile --cuts 30,60,90,120;1,2,3,4;10,20,30,50", "fixed scoring only")]
    [InlineData("--scoring 4", "'4' is no scoring")]
    [InlineData("--scoring fixed --as-of 2020-01-01", "Nobody had ordered by 2020-01-01")]
    public void What_is_wrong_is_said(string arguments, string message)
    {
        (int code, string output, string error) = _tool.Run(["rfm", _tool.Write("orders.csv", Orders), .. arguments.Split(' ')]);
        Assert.Equal((2, string.Empty), (code, output));
        Assert.Contains(message, error, StringComparison.Ordinal);
    }
}
