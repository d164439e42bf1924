using System.CommandLine;
using System.Globalization;
using EcomOps.Analytics.Recommendations;
using EcomOps.Cli.Commands.Files;
using EcomOps.Cli.Commands.Rules;
using EcomOps.Formats.Analytics;
using EcomOps.Formats.Tables;

namespace EcomOps.Cli.Commands.Analytics;

internal static class BasketCommand
{
    private const int Shown = 20;

    public static Command Create()
    {
        OrdersInput input = new();
        Option<double> support = new("--support") { Description = "Smallest share of baskets, above 0 to 1.", DefaultValueFactory = _ => 0.005 };
        Option<double> confidence = new("--confidence") { Description = "Smallest confidence of a rule, 0 to 1.", DefaultValueFactory = _ => 0.2 };
        Option<int> length = new("--length") { Description = "Longest set of items, 2 or more.", DefaultValueFactory = _ => 3 };
        Option<bool> lines = new("--lines") { Description = "The file has no header and holds one basket a line, its items between the delimiters." };
        Option<string?> file = new("--out") { Description = "Write every rule, .csv or .jsonl." };
        Command command = new("basket", """
            Find what is bought together: association rules with exact counts, the strongest attraction (lift) first.

            Examples:
              ecomops analytics basket orders.csv --support 0.005 --confidence 0.2
              ecomops analytics basket groceries.csv --lines --support 0.001

            Exit code: 0 done, 1 rows rejected with --strict, 2 nothing readable.
            """);
        input.AddTo(command);
        foreach (Option option in (ReadOnlySpan<Option>)[support, confidence, length, lines, file])
        {
            command.Add(option);
        }

        command.Does((parsed, output, error) =>
        {
            double least = parsed.GetValue(support) is > 0 and <= 1 and var s ? s : throw new ToolFailure("The support must lie above 0 and at most at 1.");
            double sure = parsed.GetValue(confidence) is >= 0 and <= 1 and var c ? c : throw new ToolFailure("The confidence must lie between 0 and 1.");
            int longest = parsed.GetValue(length) is >= 2 and var l ? l : throw new ToolFailure("Sets have 2 items or more.");
            (Baskets baskets, int exit) = parsed.GetValue(lines) ? Lines(input, parsed, error) : Orders(input, parsed, error);
            FrequentItemSets sets = Sets(baskets, least, longest);
            IReadOnlyList<AssociationRule> rules = sets.Rules(sure);
            if (parsed.GetValue(file) is { } path)
            {
                ResultFile.Write(path, ["antecedent", "consequent", "count", "support", "confidence", "lift", "leverage", "conviction"], rules.Select(r => new[]
                {
                    string.Join(" + ", r.Antecedent), r.Consequent, r.Count.ToString(CultureInfo.InvariantCulture), Number(r.Support), Number(r.Confidence), Number(r.Lift), Number(r.Leverage), r.Conviction is { } v ? Number(v) : string.Empty,
                }));
            }

            if (input.IsJson(parsed))
            {
                Tool.Json(output, new { Baskets = baskets.Count, Items = baskets.Items.Count, sets.MinimumCount, ItemSets = sets.CountsByLength(), Rules = rules });
            }
            else
            {
                output.WriteLine($"{Tool.Count(baskets.Count, "basket")} of {Tool.Count(baskets.Items.Count, "item")}; {Tool.Count(sets.Count, "set")} in {Tool.Count(sets.MinimumCount, "basket")} or more, {Tool.Count(rules.Count, "rule")}");
                if (rules.Count == 0)
                {
                    output.WriteLine("No items are bought together often enough; lower --support or --confidence, or look at more orders.");
                    return exit;
                }

                Tool.Table(output, [["bought", "also", "baskets", "confidence", "lift"], .. rules.Take(Shown).Select(r => new[]
                {
                    string.Join(" + ", r.Antecedent), r.Consequent, Tool.Count(r.Count), Tool.Percent(r.Confidence), r.Lift.ToString("0.00", CultureInfo.InvariantCulture),
                })], 2, 3, 4);
            }

            return exit;
        });
        return command;
    }

    private static (Baskets Baskets, int Exit) Orders(OrdersInput input, ParseResult parsed, TextWriter error)
    {
        TableRows<OrderLineRow> table = input.Read(parsed, error);
        return (Baskets.From(input.Baskets(parsed, table)), input.Files.ExitCode(parsed, table));
    }

    private static (Baskets Baskets, int Exit) Lines(OrdersInput input, ParseResult parsed, TextWriter error)
    {
        TableRows<IReadOnlyList<string>> table = input.ReadLines(parsed, error);
        return table.Rows.Count > 0 ? (Baskets.From(table.Rows), input.Files.ExitCode(parsed, table)) : throw new ToolFailure($"{table.FileName} holds no basket.");
    }

    private static FrequentItemSets Sets(Baskets baskets, double support, int longest)
    {
        try
        {
            return FrequentItemSets.Find(baskets, support, longest);
        }
        catch (ArgumentOutOfRangeException)
        {
            throw new ToolFailure($"More than {Tool.Count(FrequentItemSets.MostSets)} item sets have a support of {Number(support)}; raise --support, or lower --length.");
        }
    }

    private static string Number(double value) => value.ToString("0.######", CultureInfo.InvariantCulture);
}
