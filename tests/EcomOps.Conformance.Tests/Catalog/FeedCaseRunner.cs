using System.Text.Json;
using EcomOps.Catalog.Feeds;
using EcomOps.Catalog.Products;
using EcomOps.Conformance.Tests.Harness;
using EcomOps.Core;

namespace EcomOps.Conformance.Tests.Catalog;

/// <summary>Feed items of <c>catalog-cases.json</c>: the set of (code, attribute, severity) must be the expected one.</summary>
public sealed class FeedCaseRunner : ICaseRunner
{
    /// <inheritdoc />
    public string File => "catalog-cases.json";

    /// <inheritdoc />
    public IEnumerable<string> Kinds => ["feed"];

    /// <inheritdoc />
    public void Run(CaseRow row, JsonElement element, JsonElement root)
    {
        FeedProfile profile = element.GetProperty("channel").GetString() switch
        {
            "google" => FeedProfile.Google,
            "meta" => FeedProfile.Meta,
            var other => throw new InvalidOperationException($"Unknown channel {other}."),
        };
        FeedItem item = new(element.GetProperty("item").EnumerateObject().Select(p => KeyValuePair.Create(p.Name, Texts(p.Value))), Image(element));
        string country = element.TryGetProperty("country", out JsonElement c) ? c.GetString()! : "US";
        IReadOnlyList<FeedIssue> issues = profile.Validate(item, country);
        JsonElement expect = element.GetProperty("expect");
        IEnumerable<string> expected = expect.GetProperty("issues").EnumerateArray()
            .Select(i => $"{i.GetProperty("code").GetString()} {i.GetProperty("attribute").GetString()} {i.GetProperty("severity").GetString()}");
        Assert.Equal(expected.Order(), issues.Select(i => $"{i.Code} {i.Attribute} {(i.Severity == Severity.Error ? "error" : "warning")}").Order());
        Assert.Equal(expect.GetProperty("ok").GetBoolean(), issues.All(i => i.Severity != Severity.Error));
    }

    private static IReadOnlyList<string> Texts(JsonElement value) =>
        value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray().Select(v => v.GetString()!)] : [value.GetString()!];

    private static ImageFile? Image(JsonElement element) =>
        element.TryGetProperty("image", out JsonElement image) && image.ValueKind == JsonValueKind.Object
            ? new ImageFile(image.GetProperty("format").GetString()!, image.GetProperty("width").GetInt32(), image.GetProperty("height").GetInt32(), image.GetProperty("bytes").GetInt64())
            : null;
}
