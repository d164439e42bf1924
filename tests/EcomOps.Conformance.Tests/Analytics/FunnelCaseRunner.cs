using System.Text.Json;
using EcomOps.Analytics.Funnels;
using EcomOps.Conformance.Tests.Harness;

namespace EcomOps.Conformance.Tests.Analytics;

/// <summary>Cases of <c>funnel-cases.json</c>.</summary>
public sealed class FunnelCaseRunner : ICaseRunner
{
    private static readonly Dictionary<string, FunnelScanMode> Modes = new(StringComparer.Ordinal)
    {
        ["strict_deduplication"] = FunnelScanMode.StrictDeduplication,
        ["strict_order"] = FunnelScanMode.StrictOrder,
        ["strict_increase"] = FunnelScanMode.StrictIncrease,
        ["strict_once"] = FunnelScanMode.StrictOnce,
        ["allow_reentry"] = FunnelScanMode.AllowReentry,
    };

    /// <inheritdoc />
    public string File => "funnel-cases.json";

    /// <inheritdoc />
    public IEnumerable<string> Kinds => CaseFile.Find(File)?.Rows.Select(r => r.Kind).Distinct().Where(IsKnown) ?? [];

    /// <inheritdoc />
    public void Run(CaseRow row, JsonElement element, JsonElement root)
    {
        string[] steps = [.. element.GetProperty("steps").EnumerateArray().Select(s => s.ToString())];
        JsonElement[] events = [.. element.GetProperty("events").EnumerateArray()];
        long[] times = [.. events.Select(e => e[0].GetInt64())];
        uint[] matches = [.. events.Select(e => (uint)steps.Index().Where(s => s.Item == e[1].ToString()).Sum(s => 1L << s.Index))];
        FunnelScanMode mode = element.GetProperty("modes").EnumerateArray().Aggregate(FunnelScanMode.Default, (m, name) => m | Modes[name.GetString()!]);
        Assert.Equal(element.GetProperty("expected").GetInt32(), FunnelScanner.Level(times, matches, steps.Length, element.GetProperty("window").GetInt64(), mode));
    }

    // A kind is "default" or a combination of modes.
    private static bool IsKnown(string kind) => kind.Split('/')[^1] is var name && (name == "default" || name.Split('+').All(Modes.ContainsKey));
}
