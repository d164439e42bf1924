using System.CommandLine;
using EcomOps.Cli.Commands.Rules;
using EcomOps.Core;
using EcomOps.Formats.Planning;
using EcomOps.Formats.Tables;
using EcomOps.Inventory.Demand;
using EcomOps.Inventory.Purchasing;
using EcomOps.Inventory.Replenishment;
using NodaTime;

namespace EcomOps.Cli.Commands.Inventory;

// Options and files of a plan.
internal sealed class PlanInput
{
    private const int Horizon = 8;

    private readonly Option<string> _supply = new("--lead-times") { Description = "CSV with lead times, costs and stock by item.", Required = true };
    private readonly Option<string?> _open = new("--open-orders") { Description = "CSV with reference, sku, quantity, due and, where there are several, location of the purchase orders under way." };
    private readonly Option<string?> _containers = new("--containers") { Description = "CSV with supplier and weight_kg, volume_l, pallets: what its next shipment holds." };
    private readonly Option<double?> _service = new("--service") { Description = "Service promise of every item, such as 0.97. Without it: by ABC and XYZ class." };
    private readonly Option<string> _promise = new("--promise") { Description = "What --service promises: cycle (no stock-out in a cycle), fill (share of units) or ready (share of time).", DefaultValueFactory = _ => "cycle" };
    private readonly Option<bool> _byReturn = new("--by-return") { Description = "Buy as long as the next unit is expected to earn more than it costs to carry, where prices are known." };
    private readonly Option<decimal?> _budget = new("--budget") { Description = "What may be spent now." };
    private readonly Option<string?> _today = new("--today") { Description = "Day of planning. Without it: the day after the last sale." };
    private readonly Option<int> _review = new("--review-days") { Description = "Days between two plans.", DefaultValueFactory = _ => PlanningOptions.DefaultReviewDays };
    private readonly Option<int> _weeks = new("--weeks") { Description = "Weeks of orders to look ahead, 0 to 52.", DefaultValueFactory = _ => PlanningOptions.DefaultHorizonDays / 7 };
    private readonly Option<double> _holding = new("--holding-rate") { Description = "Cost of holding stock for a year as a share of its cost.", DefaultValueFactory = _ => PlanningOptions.DefaultHoldingRate };

    public PlanningFileInput Files { get; } = new();

    public void AddTo(Command command)
    {
        Files.AddTo(command);
        foreach (Option option in (ReadOnlySpan<Option>)[_supply, _open, _containers, _service, _promise, _byReturn, _budget, _today, _review, _weeks, _holding])
        {
            command.Add(option);
        }
    }

    public PlanWork Read(ParseResult parsed)
    {
        TableOptions files = Files.Files(parsed);
        ServiceLevel? service = Service(parsed);
        if (parsed.GetValue(_budget) < 0 || parsed.GetValue(_review) < 1 || parsed.GetValue(_weeks) is < 0 or > 52 || !(parsed.GetValue(_holding) is >= 0 and <= 10))
        {
            throw new ToolFailure("The budget must be 0 or more, the review 1 day or more, the weeks ahead 0 to 52 and the holding rate 0 to 10.");
        }

        TableRows<SalesRow> sales = Files.Sales(parsed);
        TableRows<SupplyRow> supply = PlanningFiles.SupplyAsync(parsed.GetValue(_supply)!, files).GetAwaiter().GetResult();
        if (supply.Rows.Count == 0)
        {
            throw new ToolFailure($"{supply.FileName}: none of {supply.Read} rows is readable.{(supply.Rejected is [var first, ..] ? $" Line {first.Line}: {first.Remedy}" : string.Empty)}");
        }

        TableRows<OpenOrderRow>? open = parsed.GetValue(_open) is { } openPath ? PlanningFiles.OpenOrdersAsync(openPath, files).GetAwaiter().GetResult() : null;
        TableRows<ContainerLimit>? containers = parsed.GetValue(_containers) is { } containerPath ? PlanningFiles.ContainersAsync(containerPath, files).GetAwaiter().GetResult() : null;
        TableRows<PromotionRow>? promotions = Files.Promotions(parsed);
        LocalDate today = PlanningFileInput.Day(parsed.GetValue(_today)) ?? sales.Rows.Max(r => r.Day).PlusDays(1);
        var window = new DemandWindow(DemandPeriod.Week, Files.From(parsed) ?? sales.Rows.Min(r => r.Day), today.PlusDays(-1)) { Unknown = Files.Gaps(parsed) };
        var options = new PlanningOptions(today)
        {
            ReviewDays = parsed.GetValue(_review),
            HorizonDays = 7 * parsed.GetValue(_weeks),
            HoldingRate = parsed.GetValue(_holding),
            LevelsByReturn = parsed.GetValue(_byReturn),
            Containers = containers?.Rows ?? [],
            Targets = service is null ? ServiceTargets.Default : ServiceTargets.Uniform(service),
        };
        return new PlanWork(
            sales, supply, open, promotions, containers, options, Items(sales, supply, open, promotions?.Rows ?? [], window, Kind(parsed)),
            parsed.GetValue(_budget) is { } limit ? Money.Of(limit, files.Currency) : null, Notes(sales, supply, open, window, today));
    }

    private ServiceLevel? Service(ParseResult parsed)
    {
        try
        {
            return parsed.GetValue(_service) is { } share ? Kind(parsed)(share) : null;
        }
        catch (ArgumentOutOfRangeException impossible)
        {
            throw new ToolFailure(impossible.Message.Split(" (Parameter")[0]);
        }
    }

    private Func<double, ServiceLevel> Kind(ParseResult parsed) => parsed.GetValue(_promise) switch
    {
        "cycle" => ServiceLevel.Cycle,
        "fill" => ServiceLevel.FillRate,
        "ready" => ServiceLevel.ReadyRate,
        _ => throw new ToolFailure($"'{parsed.GetValue(_promise)}' is no promise; use cycle, fill or ready."),
    };

    private static PlanningItem[] Items(
        TableRows<SalesRow> sales, TableRows<SupplyRow> supply, TableRows<OpenOrderRow>? open, IReadOnlyList<PromotionRow> promotions, DemandWindow window, Func<double, ServiceLevel> promise)
    {
        ILookup<Sku, SalesRow> bySku = sales.Rows.ToLookup(r => r.Sku);
        ILookup<(Sku, string), OpenPurchaseOrder>? orders = open?.Rows.ToLookup(o => (o.Sku, o.Location), o => o.Order);
        return [.. supply.Rows.AsParallel().AsOrdered().Select(row =>
        {
            ItemDemand demand = ItemDemand.Of(row.Sku, row.Location, bySku[row.Sku].Where(r => row.Location.Length == 0 || r.Location == row.Location), window, Horizon, promotions);
            return new PlanningItem(row.Sku, demand.Forecast, row.Supplier, row.UnitCost)
            {
                Location = row.Location,
                OnHand = row.OnHand,
                BackOrders = row.BackOrders,
                Claims = row.Claims,
                OpenOrders = [.. row.OnOrder > 0 ? [new OpenPurchaseOrder("on order", row.OnOrder, row.Due!.Value)] : Array.Empty<OpenPurchaseOrder>(), .. orders?[(row.Sku, row.Location)] ?? []],
                UnitPrice = row.UnitPrice,
                ShortagePenalty = row.ShortagePenalty,
                Service = row.Service is { } share ? promise(share) : null,
                ShelfLifeDays = row.ShelfLifeDays,
                Promotions = demand.Promotions,
                Load = row.Load,
            };
        })];
    }

    private static List<string> Notes(TableRows<SalesRow> sales, TableRows<SupplyRow> supply, TableRows<OpenOrderRow>? open, DemandWindow window, LocalDate today)
    {
        var notes = new List<string>();
        var supplied = supply.Rows.Select(r => r.Sku).ToHashSet();
        void Add(int count, string text)
        {
            if (count > 0)
            {
                notes.Add($"{Tool.Count(count)} {text}");
            }
        }

        Sku[] without = [.. sales.Rows.Select(r => r.Sku).Distinct().Where(s => !supplied.Contains(s)).Order()];
        Add(without.Length, $"items were sold and have no row in {supply.FileName}; they are not planned, such as {string.Join(", ", without.Take(3))}");
        Add(sales.Rows.Count(r => r.Day >= today), $"sales on or after the day of planning {today.ToString("uuuu-MM-dd", System.Globalization.CultureInfo.InvariantCulture)} are left out");
        var places = supply.Rows.Select(r => (r.Sku, r.Location)).ToHashSet();
        Add(open?.Rows.Count(o => !places.Contains((o.Sku, o.Location))) ?? 0, $"open orders are of items or locations without a row in {supply.FileName}; they are not counted");
        if (ItemDemand.EmptyPeriods(window, sales.Rows) is { } empty)
        {
            notes.Add($"{sales.FileName}: {empty}");
        }

        return notes;
    }
}
