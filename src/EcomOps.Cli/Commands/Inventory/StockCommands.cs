using System.CommandLine;
using System.Globalization;
using EcomOps.Cli.Commands.Rules;
using EcomOps.Core;
using EcomOps.Inventory.Ledger;
using EcomOps.Inventory.Locations;

namespace EcomOps.Cli.Commands.Inventory;

/// <summary><c>ecomops inventory balances|atp|verify</c> over a SQLite stock file.</summary>
internal static class StockCommands
{
    public static IEnumerable<Command> Create() => [StockImport.Create(), Balances(), Available(), Verify()];

    private static Command Balances()
    {
        (Argument<string> store, Option<bool> json) = StockFile.Arguments();
        Option<string> pool = new("--pool") { Description = "Pool or location; everything by default.", DefaultValueFactory = _ => StockPool.Everything };
        Command command = new("balances", """
            Show on hand, held, committed and available units of every item.

            Example:
              ecomops inventory balances stock.db --pool AMS-1 --json
            """) { store, pool, json };
        command.Does((parsed, output, _) => StockFile.Read(parsed.GetValue(store)!, ledger =>
        {
            string where = parsed.GetValue(pool)!;
            StockBalance[] rows;
            try
            {
                rows = [.. ledger.Items().Select(i => ledger.Balance(i.Sku, where))];
            }
            catch (ArgumentException unknown)
            {
                throw new ToolFailure(unknown.Message.Split(" (Parameter")[0]);
            }

            if (parsed.GetValue(json))
            {
                Tool.Json(output, rows.Select(r => new { Sku = r.Sku.Value, r.OnHand, r.Sellable, r.Held, r.Committed, r.Available, r.Incoming, r.InTransit }));
            }
            else
            {
                Tool.Table(output, [["sku", "on hand", "held", "committed", "available"], .. rows.Select(r => new[] { r.Sku.Value, Text(r.OnHand), Text(r.Held), Text(r.Committed), Text(r.Available) })], 1, 2, 3, 4);
            }

            return Task.FromResult(Tool.Fine);
        }));
        return command;
    }

    private static Command Available()
    {
        (Argument<string> store, Option<bool> json) = StockFile.Arguments();
        Argument<string> sku = new("sku") { Description = "The item or kit." };
        Option<string?> channel = new("--channel") { Description = "Sales channel whose share, quota and buffer apply." };
        Option<string?> pool = new("--pool") { Description = "Pool or location." };
        Command command = new("atp", """
            Show how many units may be promised now.

            Example:
              ecomops inventory atp stock.db TEE-RED-M --channel web
            """) { store, sku, channel, pool, json };
        command.Does((parsed, output, _) => StockFile.Read(parsed.GetValue(store)!, ledger =>
        {
            try
            {
                string code = parsed.GetValue(sku)!;
                long units = Sku.IsValid(code) && ledger.Items().Any(i => i.Sku == code) ? ledger.AvailableToPromise(code, parsed.GetValue(channel), parsed.GetValue(pool))
                    : throw new ToolFailure($"'{code}' is not in the ledger; 'ecomops inventory balances' lists what is.");
                if (parsed.GetValue(json))
                {
                    Tool.Json(output, new { Sku = code, Channel = parsed.GetValue(channel), Pool = parsed.GetValue(pool), AvailableToPromise = units });
                }
                else
                {
                    output.WriteLine(Text(units));
                }

                return Task.FromResult(Tool.Fine);
            }
            catch (ArgumentException unknown)
            {
                throw new ToolFailure(unknown.Message.Split(" (Parameter")[0]);
            }
        }));
        return command;
    }

    private static Command Verify()
    {
        (Argument<string> store, Option<bool> json) = StockFile.Arguments();
        Command command = new("verify", """
            Prove the balances from the movements.

            Example:
              ecomops inventory verify stock.db

            Exit code: 0 sound, 1 differences, 2 not readable.
            """) { store, json };
        command.Does((parsed, output, _) => StockFile.Read(parsed.GetValue(store)!, async ledger =>
        {
            StockVerification proof = await ledger.VerifyAsync();
            if (parsed.GetValue(json))
            {
                Tool.Json(output, new { proof.IsClean, proof.Sequence, proof.Movements, proof.Lines, proof.Claims, proof.Batches, proof.Issues });
            }
            else
            {
                output.WriteLine($"{(proof.IsClean ? "sound" : "DIFFERENCES")}: {proof.Movements} movements, {proof.Lines} lines, {proof.Claims} claims, {proof.Batches} batches up to sequence {proof.Sequence}");
                StockFile.Report(output, proof.Issues);
            }

            return proof.IsClean ? Tool.Fine : Tool.Findings;
        }));
        return command;
    }

    private static string Text(long units) => units.ToString(CultureInfo.InvariantCulture);
}
