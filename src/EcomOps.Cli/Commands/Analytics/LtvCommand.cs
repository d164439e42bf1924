using System.CommandLine;
using System.Globalization;
using EcomOps.Analytics.Customers;
using EcomOps.Analytics.Ltv;
using EcomOps.Cli.Commands.Files;
using EcomOps.Cli.Commands.Rules;
using EcomOps.Core;
using EcomOps.Formats.Analytics;
using EcomOps.Formats.Tables;
using NodaTime;

namespace EcomOps.Cli.Commands.Analytics;

internal static class LtvCommand
{
    public static Command Create()
    {
        OrdersInput input = new();
        Option<string> horizon = new("--horizon") { Description = "Months ahead, such as 12m or 2y.", DefaultValueFactory = _ => "12m" };
        Option<double> discount = new("--discount") { Description = "Yearly discount of future money, 0 or more.", DefaultValueFactory = _ => 0.10 };
        Option<double> margin = new("--margin") { Description = "Share of a sale that is contribution margin, above 0 to 1; values are of sales at 1.", DefaultValueFactory = _ => 1 };
        Option<string> model = new("--model") { Description = "auto (the best on the weeks before the holdout), bg-nbd, mbg-nbd or pareto-nbd.", DefaultValueFactory = _ => "auto" };
        Option<int> holdout = new("--holdout") { Description = "Weeks at the end that judge the chosen model, and as many before them that choose it; 1 or more.", DefaultValueFactory = _ => 13 };
        Option<string?> file = new("--out") { Description = "Write every customer, .csv or .jsonl." };
        Command command = new("ltv", """
            Foretell what each customer will buy and what that is worth. The model is chosen on one part of the
            history and judged on the last weeks, which neither the fit nor the choice was shown.
            An order refunded in full on its own day counts as never placed.

            Example:
              ecomops analytics ltv orders.csv --horizon 12m --margin 0.4 --out values.csv

            Exit code: 0 done, 1 rows rejected with --strict, 2 nothing readable or too little to fit.
            """);
        input.AddTo(command);
        foreach (Option option in (ReadOnlySpan<Option>)[horizon, discount, margin, model, holdout, file])
        {
            command.Add(option);
        }

        command.Does((parsed, output, error) =>
        {
            int months = Months(parsed.GetValue(horizon)!);
            double yearly = parsed.GetValue(discount) is >= 0 and < 10 and var d ? d : throw new ToolFailure("The discount must be 0 or more, such as 0.10.");
            double share = parsed.GetValue(margin) is > 0 and <= 1 and var m ? m : throw new ToolFailure("The margin must lie above 0 and at most at 1.");
            int weeks = parsed.GetValue(holdout) is >= 1 and <= 520 and var w ? w : throw new ToolFailure("The holdout must be 1 to 520 weeks.");
            TableRows<OrderLineRow> table = input.Read(parsed, error);
            CustomerOrders orders = input.Customers(parsed, table, error, dropCancelled: true);
            LocalDate asOf = input.AsOf(parsed, orders);
            LifetimeStudy study = LifetimeStudy.Of(orders, asOf, LifetimeHorizon.PerYear(months, yearly), weeks, parsed.GetValue(model)!, (decimal)share);
            if (parsed.GetValue(file) is { } path)
            {
                ResultFile.Write(path, ["customer_id", "repeat_purchases", "recency_weeks", "age_weeks", "probability_alive", "expected_purchases", "lifetime_value"], study.Customers.Select(c => new[]
                {
                    c.CustomerId, Number(c.History.Frequency, "0"), Number(c.History.Recency, "0.###"), Number(c.History.Age, "0.###"), Number(c.ProbabilityAlive, "0.####"), Number(c.ExpectedPurchases, "0.####"),
                    c.LifetimeValue is { } value ? value.Amount.ToString("0.00", CultureInfo.InvariantCulture) : string.Empty,
                }));
            }

            if (input.IsJson(parsed))
            {
                Tool.Json(output, LifetimeOutput.Json(study, months, asOf));
            }
            else
            {
                LifetimeOutput.Print(output, study, months, asOf);
            }

            return input.Files.ExitCode(parsed, table);
        });
        return command;
    }

    private static int Months(string text)
    {
        string digits = text.TrimEnd('m', 'y', 'M', 'Y');
        return text.Length - digits.Length <= 1 && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number * (text.EndsWith("y", StringComparison.OrdinalIgnoreCase) ? 12 : 1) is >= 1 and <= 120 and var months
            ? months : throw new ToolFailure($"'{text}' is no horizon; write 12m or 1y, at most 10 years.");
    }

    private static string Number(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
