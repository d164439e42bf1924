using EcomOps.Operations.Importing;
using EcomOps.Operations.State;
using NodaTime;

namespace EcomOps.Testing.State;

/// <summary>The contract of <see cref="IShopState"/> as rules that any store can be held to: inherit, open the store, and run each of <see cref="Rules"/> as one test.</summary>
/// <remarks>Failures are <see cref="InvalidOperationException"/>s whose message is the broken rule. Needs no test framework.</remarks>
public abstract class ShopStateConformance
{
    /// <summary>Names of the rules.</summary>
    public static IReadOnlyList<string> Rules { get; } = [.. Each().Keys.Order(StringComparer.Ordinal)];

    /// <summary>Opens a state that is empty when a name is used for the first time and keeps what was saved after that.</summary>
    /// <param name="name">Name of the state, unique for each rule.</param>
    /// <returns>A handle; the kit disposes it.</returns>
    protected abstract Task<IShopState> OpenAsync(string name);

    /// <summary>Runs one rule.</summary>
    /// <param name="rule">One of <see cref="Rules"/>.</param>
    /// <returns>A task that fails when the store breaks the rule.</returns>
    /// <exception cref="InvalidOperationException">The store breaks the rule.</exception>
    public Task RunAsync(string rule) => Each()[rule](this);

    private static Dictionary<string, Func<ShopStateConformance, Task>> Each() => new(StringComparer.Ordinal)
    {
        [nameof(Rows_come_back_exactly_as_they_were_taken_in)] = kit => kit.Rows_come_back_exactly_as_they_were_taken_in(),
        [nameof(The_same_file_adds_nothing)] = kit => kit.The_same_file_adds_nothing(),
        [nameof(Equal_lines_inside_a_file_all_stay)] = kit => kit.Equal_lines_inside_a_file_all_stay(),
        [nameof(A_second_file_adds_its_rows_after_the_first)] = kit => kit.A_second_file_adds_its_rows_after_the_first(),
        [nameof(Rows_that_became_readable_are_added)] = kit => kit.Rows_that_became_readable_are_added(),
        [nameof(A_cancelled_import_leaves_nothing)] = kit => kit.A_cancelled_import_leaves_nothing(),
        [nameof(The_simulation_is_remembered_and_replaced)] = kit => kit.The_simulation_is_remembered_and_replaced(),
        [nameof(An_erased_customer_stays_erased)] = kit => kit.An_erased_customer_stays_erased(),
    };

    private async Task Rows_come_back_exactly_as_they_were_taken_in()
    {
        OrderRow[] rows =
        [
            Row(2) with { Title = "Töpfe, \"rot\"\n2 Stück", CustomerId = "17850", Country = "EIRE", Channel = "web", Region = "BY", ShippingTier = "express", UnitDiscount = 0.125m },
            Row(3) with { Quantity = -12, UnitPrice = 0.001m },
            Row(4) with { UnitPrice = -11062.060m, PlacedAt = new LocalDateTime(1970, 1, 1, 0, 0) },
            Row(5) with { UnitPrice = 79228162514264.337593543950335m, Quantity = 1_000_000_000 },
        ];
        IShopState state = await OpenAsync(nameof(Rows_come_back_exactly_as_they_were_taken_in)).ConfigureAwait(false);
        await using (state.ConfigureAwait(false))
        {
            ImportReceipt receipt = await state.ImportAsync(File("a", rows), default).ConfigureAwait(false);
            Must(receipt == new ImportReceipt(4, 0), "every row must be new");
            IReadOnlyList<OrderRow> read = await state.LoadRowsAsync(default).ConfigureAwait(false);
            Must(read.SequenceEqual(rows), "rows must come back unchanged, in the order of their lines");
        }
    }

    private async Task The_same_file_adds_nothing()
    {
        for (int run = 1; run <= 2; run++)
        {
            IShopState state = await OpenAsync(nameof(The_same_file_adds_nothing)).ConfigureAwait(false);
            await using (state.ConfigureAwait(false))
            {
                ImportReceipt receipt = await state.ImportAsync(File("a", Row(2), Row(3)) with { FileName = $"copy{run}.csv" }, default).ConfigureAwait(false);
                Must(receipt == (run == 1 ? new ImportReceipt(2, 0) : new ImportReceipt(0, 2)), "the content decides, not the name, also after opening again");
                Must((await state.LoadRowsAsync(default).ConfigureAwait(false)).Count == 2, "no row may be there twice");
            }
        }
    }

    private async Task Equal_lines_inside_a_file_all_stay()
    {
        IShopState state = await OpenAsync(nameof(Equal_lines_inside_a_file_all_stay)).ConfigureAwait(false);
        await using (state.ConfigureAwait(false))
        {
            await state.ImportAsync(File("a", Row(2), Row(2) with { Line = 3 }), default).ConfigureAwait(false);
            Must((await state.LoadRowsAsync(default).ConfigureAwait(false)).Count == 2, "lines that differ in nothing but their number are two lines");
        }
    }

    private async Task A_second_file_adds_its_rows_after_the_first()
    {
        IShopState state = await OpenAsync(nameof(A_second_file_adds_its_rows_after_the_first)).ConfigureAwait(false);
        await using (state.ConfigureAwait(false))
        {
            await state.ImportAsync(File("b", Row(2) with { OrderId = "first" }), default).ConfigureAwait(false);
            await state.ImportAsync(File("a", Row(2) with { OrderId = "second" }), default).ConfigureAwait(false);
            IReadOnlyList<OrderRow> rows = await state.LoadRowsAsync(default).ConfigureAwait(false);
            Must(rows.Select(row => row.OrderId).SequenceEqual(["first", "second"]), "rows must come in the order of import");
        }
    }

    private async Task Rows_that_became_readable_are_added()
    {
        IShopState state = await OpenAsync(nameof(Rows_that_became_readable_are_added)).ConfigureAwait(false);
        await using (state.ConfigureAwait(false))
        {
            await state.ImportAsync(File("a", Row(2), Row(4)), default).ConfigureAwait(false);
            ImportReceipt receipt = await state.ImportAsync(File("a", Row(2), Row(3), Row(4)), default).ConfigureAwait(false);
            Must(receipt == new ImportReceipt(1, 2), "a line that an earlier reading rejected is new");
            Must((await state.LoadRowsAsync(default).ConfigureAwait(false)).Select(row => row.Line).SequenceEqual([2L, 3, 4]), "lines must be in order");
        }
    }

    private async Task A_cancelled_import_leaves_nothing()
    {
        IShopState state = await OpenAsync(nameof(A_cancelled_import_leaves_nothing)).ConfigureAwait(false);
        await using (state.ConfigureAwait(false))
        {
            using var cancellation = new CancellationTokenSource();
            await cancellation.CancelAsync().ConfigureAwait(false);
            bool cancelled = false;
            try
            {
                await state.ImportAsync(File("a", Row(2)), cancellation.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                cancelled = true;
            }

            Must(cancelled, "a cancelled import must say so");
            Must((await state.LoadRowsAsync(default).ConfigureAwait(false)).Count == 0, "a cancelled import must leave nothing");
        }
    }

    private async Task The_simulation_is_remembered_and_replaced()
    {
        for (int months = 18; months <= 20; months++)
        {
            IShopState state = await OpenAsync(nameof(The_simulation_is_remembered_and_replaced)).ConfigureAwait(false);
            await using (state.ConfigureAwait(false))
            {
                SimulationProgress? before = await state.LoadSimulationAsync(default).ConfigureAwait(false);
                Must(before == (months == 18 ? null : new SimulationProgress(7, months - 1)), "the progress saved last must be loaded");
                await state.SaveSimulationAsync(new(7, months), default).ConfigureAwait(false);
            }
        }
    }

    private async Task An_erased_customer_stays_erased()
    {
        IShopState state = await OpenAsync(nameof(An_erased_customer_stays_erased)).ConfigureAwait(false);
        await using (state.ConfigureAwait(false))
        {
            OrderImport file = File("a", Row(2) with { CustomerId = "1" }, Row(3) with { CustomerId = "12" }, Row(4) with { CustomerId = "1" });
            await state.ImportAsync(file, default).ConfigureAwait(false);
            Must(await state.EraseCustomerAsync("1", default).ConfigureAwait(false) == 2, "every row of the customer must be changed");
            await state.ImportAsync(file, default).ConfigureAwait(false);
            IReadOnlyList<OrderRow> rows = await state.LoadRowsAsync(default).ConfigureAwait(false);
            Must(rows.Select(row => row.CustomerId).SequenceEqual([null, "12", null]), "another import must not bring the number back");
            Must(await state.EraseCustomerAsync("unknown", default).ConfigureAwait(false) == 0, "an unknown customer changes nothing");
        }
    }

    private static OrderRow Row(long line) => new(line, "536365", "85123A", 6, new LocalDateTime(2010, 12, 1, 8, 26), 2.55m);

    private static OrderImport File(string content, params OrderRow[] rows) => new($"{content}.csv", content.PadLeft(64, '0'), rows, []);

    private static void Must(bool condition, string rule)
    {
        if (!condition)
        {
            throw new InvalidOperationException($"Broken rule: {rule}.");
        }
    }
}
