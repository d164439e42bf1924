using System.Text.Json;
using EcomOps.Conformance.Tests.Harness;
using EcomOps.Core;

namespace EcomOps.Conformance.Tests.Core;

/// <summary>GTIN vectors of <c>catalog-cases.json</c>.</summary>
public sealed class GtinCaseRunner : ICaseRunner
{
    /// <inheritdoc />
    public string File => "catalog-cases.json";

    /// <inheritdoc />
    public IEnumerable<string> Kinds => ["gtin"];

    /// <inheritdoc />
    public void Run(CaseRow row, JsonElement element, JsonElement root)
    {
        GtinSymbology symbology = element.GetProperty("symbology").GetString() switch
        {
            null => GtinSymbology.Gtin,
            "UPC-E" => GtinSymbology.UpcE,
            "ISBN-10" => GtinSymbology.Isbn10,
            var other => throw new InvalidOperationException($"Unknown symbology {other}."),
        };
        GtinReading reading = Gtin.Read(element.GetProperty("input").GetString(), symbology);
        JsonElement expect = element.GetProperty("expect");
        Assert.Equal(expect.GetProperty("reason").GetString(), reading.Reason);
        Assert.Equal(expect.GetProperty("valid").GetBoolean(), reading.IsValid);
        Assert.Equal(expect.GetProperty("usable").GetBoolean(), reading.IsUsable);
        Assert.Equal(expect.GetProperty("type").GetString(), reading.Gtin?.Type);
        Assert.Equal(expect.GetProperty("gtin14").GetString(), reading.Gtin?.Gtin14);
        Assert.Equal(expect.GetProperty("kind").GetString(), reading.Kind is { } kind ? JsonNamingPolicy.SnakeCaseLower.ConvertName(kind.ToString()) : null);
    }
}
