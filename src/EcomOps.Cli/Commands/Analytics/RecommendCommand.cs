using System.CommandLine;
using System.Globalization;
using EcomOps.Analytics.Recommendations;
using EcomOps.Cli.Commands.Files;
using EcomOps.Cli.Commands.Rules;
using EcomOps.Core;
using EcomOps.Formats.Analytics;
using EcomOps.Formats.Tables;

namespace EcomOps.Cli.Commands.Analytics;

internal static class RecommendCommand
{
    public static Command Create()
    {
        OrdersInput input = new();
        Option<string?> customer = new("--customer") { Description = "Recommend to this customer." };
        Option<string[]> items = new("--item") { Description = "Recommend to somebody who has these items in the cart.", AllowMultipleArgumentsPerToken = true };
        Option<int> count = new("--count") { Description = "Items to show.", DefaultValueFactory = _ => 10 };
        Option<string> model = new("--model") { Description = "item-item, ease, als, rules or popularity.", DefaultValueFactory = _ => "item-item" };
        Command command = new("recommend", """
            Recommend items to a customer or for a cart; without either, judge all models on what customers bought later.

            Examples:
              ecomops analytics recommend orders.csv
              ecomops analytics recommend orders.csv --columns unit_cost=Cost
              ecomops analytics recommend orders.csv --item MUG-BLUE --count 5

            Exit code: 0 done, 1 rows rejected with --strict, 2 nothing readable.
            """);
        input.AddTo(command);
        foreach (Option option in (ReadOnlySpan<Option>)[customer, items, count, model])
        {
            command.Add(option);
        }

        command.Does((parsed, output, error) =>
        {
            Func<Interactions, IRecommender> fit = Model(parsed.GetValue(model)!);
            int wanted = parsed.GetValue(count) is >= 1 and <= 1000 and var c ? c : throw new ToolFailure("Show 1 to 1,000 items.");
            TableRows<OrderLineRow> table = input.Read(parsed, error);
            ItemPurchase[] purchases = [.. OrdersInput.Purchases(table)];
            if (purchases.Length == 0)
            {
                throw new ToolFailure(table.Rows.Any(r => r is { CustomerId: not null, Sku: not null }) ? $"{table.FileName} holds refunds only; add the orders that they belong to." : $"{table.FileName} holds no row with a customer and an item; map customer_id and sku by --columns.");
            }

            string? who = parsed.GetValue(customer);
            string[] cart = parsed.GetValue(items) ?? [];
            if (who is null && cart.Length == 0)
            {
                Judge(output, purchases, table, wanted, input.IsJson(parsed));
                return input.Files.ExitCode(parsed, table);
            }

            Interactions interactions = Interactions.From(purchases);
            IEnumerable<string> history = who is null ? cart : cart.Concat(History(interactions, who));
            if (cart.FirstOrDefault(i => interactions.NumberOf(i) is null) is { } unknown)
            {
                throw new ToolFailure($"Nobody bought '{unknown}'; write the item as the file does.");
            }

            IReadOnlyList<Recommendation> list = fit(interactions).Or(PopularityModel.Fit(interactions)).Recommend(history, wanted);
            if (input.IsJson(parsed))
            {
                Tool.Json(output, list);
            }
            else
            {
                Tool.Table(output, [["item", "score"], .. list.Select(r => new[] { r.Item, r.Score.ToString("0.0000", CultureInfo.InvariantCulture) })], 1);
            }

            return input.Files.ExitCode(parsed, table);
        });
        return command;
    }

    private static Func<Interactions, IRecommender> Model(string name) => name switch
    {
        "item-item" => i => ItemNeighbours.Fit(i),
        "ease" => i => EaseModel.Fit(i, mostPopular: EaseModel.MostItems),
        "als" => i => ImplicitAls.Fit(i),
        "rules" => i => AssociationModel.Fit(i),
        "popularity" => PopularityModel.Fit,
        _ => throw new ToolFailure($"There is no model '{name}'; use item-item, ease, als, rules or popularity."),
    };

    private static string[] History(Interactions interactions, string customer)
    {
        for (int u = 0; u < interactions.Customers.Count; u++)
        {
            if (interactions.Customers[u] == customer)
            {
                return [.. interactions.HistoryOf(u).ToArray().Select(i => interactions.Items[i])];
            }
        }

        throw new ToolFailure($"There is no customer '{customer}' with a purchase in the file.");
    }

    private static void Judge(TextWriter output, ItemPurchase[] purchases, TableRows<OrderLineRow> table, int k, bool json)
    {
        HoldoutSplit split = HoldoutSplit.LastOfEachCustomer(purchases);
        if (split.Customers.Count == 0)
        {
            throw new ToolFailure("No customer bought four different items, so no model can be judged by what was bought later; ask for a list by --customer or --item, or take a longer history.");
        }

        Dictionary<string, ItemValue> values = ItemValues.Of(table.Rows);
        RecommendationReport report = RecommendationEvaluation.Evaluate(
            split, [Model("item-item"), Model("ease"), Model("als"), Model("rules")], k, values);
        if (json)
        {
            Tool.Json(output, report.Models.Select(m => new { m.Model, m.Ndcg, m.MeanAveragePrecision, m.Recall, m.Precision, m.HitRate, m.Coverage, m.RevenueRecall, m.MarginRecall, AverageMargin = m.AverageMargin?.Amount, m.MarginShare, Gain = m.NdcgGain.Mean, GainLow = m.NdcgGain.Low, GainHigh = m.NdcgGain.High }));
            return;
        }

        output.Write(report.ToString());
        output.WriteLine(ItemValues.Describe(values));
        output.WriteLine(report.Best == report.Models[0] ? "No model is shown to beat popularity." : $"{report.Best.Model} foretells best; whether it earns more is shown by an experiment.");
    }
}
