using System.Text;

namespace EcomOps.Formats.Orders.Internal;

/// <summary>Encodings that files may be written in.</summary>
internal static class TextEncoding
{
    internal static IReadOnlyList<string> Names { get; } = ["utf-8", "utf-16", "latin1", "windows-1252"];

    internal static Encoding Named(string name) => name switch
    {
        "utf-8" => Encoding.UTF8,
        "utf-16" => Encoding.Unicode,
        "latin1" => Encoding.Latin1,
        "windows-1252" => CodePagesEncodingProvider.Instance.GetEncoding(1252)!,
        _ => throw new ArgumentException($"'{name}' is no known encoding; use one of {string.Join(", ", Names)}.", nameof(name)),
    };
}
