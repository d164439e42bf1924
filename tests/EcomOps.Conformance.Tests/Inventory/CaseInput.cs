using System.Text.Json;
using EcomOps.Inventory.Distributions;

namespace EcomOps.Conformance.Tests.Inventory;

/// <summary>Reads the parameters of an inventory case by name.</summary>
internal sealed class CaseInput(JsonElement input)
{
    public bool Has(string name) => input.TryGetProperty(name, out _);

    public JsonElement Raw(string name) => input.GetProperty(name);

    public double Number(string name) => input.GetProperty(name).GetDouble();

    public double Number(string name, double otherwise) => Optional(name) ?? otherwise;

    public double? Optional(string name) => input.TryGetProperty(name, out JsonElement value) ? value.GetDouble() : null;

    public double[] List(string name) => [.. input.GetProperty(name).EnumerateArray().Select(v => v.GetDouble())];

    /// <summary>A list of values, or one number for every period.</summary>
    public double[] PerPeriod(string name, int periods, double otherwise = 0) => !input.TryGetProperty(name, out JsonElement value)
        ? [.. Enumerable.Repeat(otherwise, periods)]
        : value.ValueKind == JsonValueKind.Array ? List(name) : [.. Enumerable.Repeat(value.GetDouble(), periods)];

    public DemandDistribution Distribution(string name) => Distribution(input.GetProperty(name));

    public PmfDemand Pmf(string name) => PmfDemand.FromTable(input.GetProperty(name).EnumerateObject()
        .ToDictionary(p => long.Parse(p.Name, System.Globalization.CultureInfo.InvariantCulture), p => p.Value.GetDouble()));

    public static DemandDistribution Distribution(JsonElement d)
    {
        double N(string name) => d.GetProperty(name).GetDouble();
        return d.GetProperty("family").GetString() switch
        {
            "normal" => new NormalDemand(N("mean"), N("sd")),
            "lognormal" => new LogNormalDemand(N("mu"), N("sigma")),
            "exponential" => new ExponentialDemand(N("mean")),
            "gamma" => new GammaDemand(N("shape"), N("scale")),
            "uniform" => new UniformDemand(N("a"), N("b")),
            "poisson" => new PoissonDemand(N("mean")),
            "negative_binomial" => new NegativeBinomialDemand(N("r"), N("p")),
            "geometric_trials" => GeometricDemand.Trials(N("p")),
            "geometric_failures" => GeometricDemand.Failures(N("p")),
            var other => throw new InvalidOperationException($"Unknown family {other}."),
        };
    }
}
