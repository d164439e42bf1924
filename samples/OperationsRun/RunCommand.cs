using EcomOps.Core;
using EcomOps.Formats.Settings;
using EcomOps.Operations.Runs;
using EcomOps.Operations.Settings;
using EcomOps.Operations.Sqlite;
using EcomOps.Reporting;

namespace OperationsRun;

/// <summary>The run from options to exit code.</summary>
internal sealed class RunCommand(string? orders, string output, string? store, int seed, bool strict)
{
    internal const int Fine = 0;
    internal const int RowsRejected = 1;
    internal const int Misuse = 2;
    internal const int Cancelled = 130;

    private const string StateName = "state.db";
    private const double SourceShare = 0.4;
    private const double WritingFrom = 0.95;

    internal async Task<int> InvokeAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await RunAsync(new RunConsole(), cancellationToken);
        }
        catch (OperationCanceledException)
        {
            Console.Error.WriteLine("Stopped. The artefacts of the last complete run are still in place.");
            return Cancelled;
        }
        catch (EcomOpsException e)
        {
            Console.Error.WriteLine($"{e.Message} [{e.Code}]");
            return Misuse;
        }
    }

    private async Task<int> RunAsync(RunConsole console, CancellationToken cancellationToken)
    {
        string settingsPath = store ?? Path.Combine(AppContext.BaseDirectory, "store.yaml");
        if (StoreFile.Read(settingsPath) is StoreRefused refused)
        {
            Console.Error.WriteLine(refused.Describe());
            return Misuse;
        }

        StoreSettings settings = ((StoreRead)StoreFile.Read(settingsPath)).Settings;
        var options = new RunOptions { ClassificationRules = settings.TaxonomyRules is { } rules ? ReadRules(rules, settingsPath) : null };
        if (orders is not null && !File.Exists(orders))
        {
            throw new EcomOpsException("file_missing", $"{orders} does not exist; name an order file that does.");
        }

        using OutputFolder folder = OutputFolder.Open(output);
        await using SqliteShopState state = await SqliteShopState.OpenAsync(Path.Combine(folder.Directory, StateName), cancellationToken);
        OperationsReport report = await console.WithProgressAsync(async tell =>
        {
            RunSource source = orders is null
                ? await RunSource.SimulateAsync(seed, state, tell, cancellationToken)
                : await RunSource.ImportAsync(orders, settings, state, (step, share) => tell(step, SourceShare * share), cancellationToken);
            OperationsReport made = await EcomOps.Operations.Runs.OperationsRun.ExecuteAsync(
                source.History, source.Settings, options with { Gateways = SimulatedGateways.For(source.History, source.Settings, seed) }, new Relay<RunProgress>(p => tell(p.Step, SourceShare + ((WritingFrom - SourceShare) * p.Fraction))), cancellationToken);
            tell("writing artefacts", WritingFrom);
            await folder.WriteAsync(made with { Tables = [.. made.Tables, source.Rejected] }, cancellationToken);
            folder.Publish();
            await source.CompleteAsync(state, CancellationToken.None);
            return made;
        });
        console.Summary(report, folder.Directory, [.. folder.Names, StateName], orders is null && store is not null ? "--store was read and not used: the simulated shop brings its own settings." : null);
        return strict && report.Import.Rejected > 0 ? RowsRejected : Fine;
    }

    private static string ReadRules(string path, string settingsPath)
    {
        string full = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(settingsPath))!, path);
        try
        {
            return File.ReadAllText(full);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new EcomOpsException("rules_unreadable", $"{full}, named as taxonomyRules in {settingsPath}, cannot be read: {e.Message}", innerException: e);
        }
    }

    private sealed class Relay<T>(Action<T> tell) : IProgress<T>
    {
        public void Report(T value) => tell(value);
    }
}
