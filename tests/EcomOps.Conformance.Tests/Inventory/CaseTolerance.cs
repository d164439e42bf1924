using System.Text.Json;

namespace EcomOps.Conformance.Tests.Inventory;

/// <summary>Compares results with a case's expectation, number by number, within the case's tolerance.</summary>
internal static class CaseTolerance
{
    private static readonly HashSet<string> Decisions = ["price_region", "order_multiples", "next_order_period"];

    public static void AssertMatches(JsonElement element, IReadOnlyDictionary<string, object> actual)
    {
        JsonElement tolerance = element.GetProperty("tolerance");
        (double rel, double abs) = (tolerance.GetProperty("rel").GetDouble(), tolerance.GetProperty("abs").GetDouble());
        foreach (JsonProperty expected in element.GetProperty("expected").EnumerateObject())
        {
            Assert.True(actual.ContainsKey(expected.Name), $"no result named {expected.Name}");
            Compare(expected.Name, expected.Value, actual[expected.Name], Decisions.Contains(expected.Name) ? 0 : rel, Decisions.Contains(expected.Name) ? 0 : abs);
        }
    }

    private static void Compare(string name, JsonElement expected, object actual, double rel, double abs)
    {
        switch (expected.ValueKind)
        {
            case JsonValueKind.Array:
                double[] list = [.. ((System.Collections.IEnumerable)actual).Cast<IConvertible>().Select(v => v.ToDouble(null))];
                JsonElement[] values = [.. expected.EnumerateArray()];
                Assert.Equal(values.Length, list.Length);
                for (int i = 0; i < list.Length; i++)
                {
                    Near($"{name}[{i}]", values[i].GetDouble(), list[i], rel, abs);
                }

                break;
            case JsonValueKind.Object:
                var map = (IReadOnlyDictionary<string, double>)actual;
                foreach (JsonProperty member in expected.EnumerateObject())
                {
                    Near($"{name}.{member.Name}", member.Value.GetDouble(), map[member.Name], rel, abs);
                }

                break;
            default:
                Near(name, expected.GetDouble(), ((IConvertible)actual).ToDouble(null), rel, abs);
                break;
        }
    }

    private static void Near(string name, double expected, double actual, double rel, double abs) =>
        Assert.True(Math.Abs(actual - expected) <= abs + (rel * Math.Abs(expected)), $"{name}: expected {expected:R}, got {actual:R}");
}
