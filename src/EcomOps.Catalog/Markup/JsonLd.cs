using EcomOps.Catalog.Markup.Internal;
using EcomOps.Core;

namespace EcomOps.Catalog.Markup;

/// <summary>One Schema.org object, ready to be put into a page.</summary>
/// <remarks>Immutable and thread-safe. The same input gives the same text, byte for byte; null and empty values are left out.</remarks>
public sealed class JsonLd
{
    private readonly SchemaObject _root;

    internal JsonLd(SchemaObject root, IReadOnlyList<Issue> issues)
    {
        _root = root;
        Issues = issues;
    }

    /// <summary>Schema.org type, for example <c>Product</c>.</summary>
    public string Type => _root.Type;

    /// <summary>What search engines would miss: <c>missing_required</c> (error: no rich result) and <c>missing_recommended</c> (warning), with the property as path.</summary>
    public IReadOnlyList<Issue> Issues { get; }

    /// <summary>The object as JSON-LD.</summary>
    /// <returns>JSON in one line; safe inside a <c>script</c> element, since <c>&lt;/</c> and <c>&lt;!</c> are escaped.</returns>
    public string ToJsonLd() => SchemaWriter.Write(_root);

    /// <summary>The object as an element of a page.</summary>
    /// <returns><c>&lt;script type="application/ld+json"&gt;...&lt;/script&gt;</c>.</returns>
    public string ToScript() => "<script type=\"application/ld+json\">" + ToJsonLd() + "</script>";

    /// <summary>The JSON-LD.</summary>
    /// <returns>As <see cref="ToJsonLd"/>.</returns>
    public override string ToString() => ToJsonLd();
}
