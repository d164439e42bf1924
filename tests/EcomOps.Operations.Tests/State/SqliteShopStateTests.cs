using EcomOps.Core;
using EcomOps.Operations.Importing;
using EcomOps.Operations.Sqlite;
using EcomOps.Operations.State;
using EcomOps.Testing.State;
using Microsoft.Data.Sqlite;
using NodaTime;

namespace EcomOps.Operations.Tests.State;

public sealed class SqliteShopStateTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ecomops-state-").FullName;

    public static TheoryData<string> Rules => [.. ShopStateConformance.Rules];

    private string Database => Path.Combine(_folder, "out", "state.db");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [MemberData(nameof(Rules))]
    public Task Keeps_the_contract(string rule) => new Kit(_folder).RunAsync(rule);

    [Fact]
    public async Task A_newer_file_is_refused_and_left_as_it_is()
    {
        await (await SqliteShopState.OpenAsync(Database)).DisposeAsync();
        Change(Database, "PRAGMA user_version = 99");
        byte[] before = await File.ReadAllBytesAsync(Database);
        EcomOpsException refused = await Assert.ThrowsAsync<EcomOpsException>(() => SqliteShopState.OpenAsync(Database));
        Assert.Equal(("state_newer", false), (refused.Code, refused.IsTransient));
        Assert.Contains("version 99", refused.Message, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(Database));
    }

    [Fact]
    public async Task Another_programs_database_is_refused_and_left_as_it_is()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Database)!);
        Change(Database, "CREATE TABLE theirs (x)");
        byte[] before = await File.ReadAllBytesAsync(Database);
        Assert.Equal("state_foreign", (await Assert.ThrowsAsync<EcomOpsException>(() => SqliteShopState.OpenAsync(Database))).Code);
        Assert.Equal(before, await File.ReadAllBytesAsync(Database));
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_refused()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Database)!);
        await File.WriteAllTextAsync(Database, new string('x', 5000));
        Assert.Equal("state_unusable", (await Assert.ThrowsAsync<EcomOpsException>(() => SqliteShopState.OpenAsync(Database))).Code);
    }

    [Fact]
    public async Task A_folder_that_is_a_file_is_refused()
    {
        string file = Path.Combine(_folder, "file");
        await File.WriteAllTextAsync(file, "x");
        Assert.Equal("state_unusable", (await Assert.ThrowsAsync<EcomOpsException>(() => SqliteShopState.OpenAsync(Path.Combine(file, "state.db")))).Code);
    }

    [Fact]
    public async Task An_import_that_is_cancelled_on_its_way_leaves_nothing()
    {
        using var cancellation = new CancellationTokenSource();
        await using SqliteShopState state = await SqliteShopState.OpenAsync(Database);
        var rows = new RowsThatCancel(20_000, 10_000, cancellation);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => state.ImportAsync(new("a.csv", new string('a', 64), rows, []), cancellation.Token));
        Assert.Empty(await state.LoadRowsAsync(default));
        Assert.Equal(20_000, (await state.ImportAsync(new("a.csv", new string('a', 64), [.. Enumerable.Range(2, 20_000).Select(Row)], []), default)).Added);
    }

    [Fact]
    public async Task A_writer_that_is_killed_leaves_the_file_as_it_was_before()
    {
        await using (SqliteShopState state = await SqliteShopState.OpenAsync(Database))
        {
            await state.ImportAsync(new("a.csv", new string('a', 64), [Row(2)], []), default);
        }

        // A transaction that is never committed, as a killed process leaves it, copied with its log.
        using var connection = new SqliteConnection($"Data Source={Database};Pooling=False");
        connection.Open();
        using SqliteTransaction transaction = connection.BeginTransaction();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = "DELETE FROM order_row";
        command.ExecuteNonQuery();
        string copy = Path.Combine(_folder, "copy.db");
        foreach (string suffix in (string[])["", "-wal"])
        {
            if (File.Exists(Database + suffix))
            {
                using FileStream from = new(Database + suffix, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
                using FileStream to = File.Create(copy + suffix);
                await from.CopyToAsync(to);
            }
        }

        await using SqliteShopState recovered = await SqliteShopState.OpenAsync(copy);
        Assert.Equal([Row(2)], await recovered.LoadRowsAsync(default));
    }

    [Fact]
    public async Task Two_handles_on_one_file_see_each_others_imports()
    {
        await using SqliteShopState one = await SqliteShopState.OpenAsync(Database);
        await using SqliteShopState two = await SqliteShopState.OpenAsync(Database);
        OrderImport file = new("a.csv", new string('a', 64), [.. Enumerable.Range(2, 500).Select(Row)], []);
        ImportReceipt[] receipts = await Task.WhenAll(one.ImportAsync(file, default), two.ImportAsync(file, default));
        Assert.Equal(500, receipts.Sum(receipt => receipt.Added));
        Assert.Equal(500, (await one.LoadRowsAsync(default)).Count);
    }

    private static OrderRow Row(int line) => new(line, $"O{line / 3}", "SKU-1", 1, new LocalDateTime(2026, 1, 1, 0, 0).PlusMinutes(line), 9.95m);

    private static void Change(string path, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // constants of this test
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    private sealed class Kit(string folder) : ShopStateConformance
    {
        protected override async Task<IShopState> OpenAsync(string name) => await SqliteShopState.OpenAsync(Path.Combine(folder, name + ".db"));
    }

    /// <summary>Rows of which one cancels the import when it is reached.</summary>
    private sealed class RowsThatCancel(int count, int at, CancellationTokenSource cancellation) : IReadOnlyList<OrderRow>
    {
        public int Count => count;

        public OrderRow this[int index]
        {
            get
            {
                if (index == at)
                {
                    cancellation.Cancel();
                }

                return Row(index + 2);
            }
        }

        public IEnumerator<OrderRow> GetEnumerator() => Enumerable.Range(0, count).Select(i => this[i]).GetEnumerator();

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
