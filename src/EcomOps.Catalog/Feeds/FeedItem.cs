using EcomOps.Catalog.Products;

namespace EcomOps.Catalog.Feeds;

/// <summary>One entry of a feed: attribute names and the texts that stand there.</summary>
/// <remarks>Immutable and thread-safe. Attributes keep their order; a name comes once.</remarks>
public sealed class FeedItem
{
    private readonly Dictionary<string, IReadOnlyList<string>> _values = new(StringComparer.Ordinal);

    /// <summary>Takes attributes.</summary>
    /// <param name="attributes">Name and texts, several for a repeated attribute; a name that comes twice adds its texts.</param>
    /// <param name="image">Facts about the file behind <c>image_link</c>; null when it was not inspected.</param>
    public FeedItem(IEnumerable<KeyValuePair<string, IReadOnlyList<string>>> attributes, ImageFile? image = null)
    {
        ArgumentNullException.ThrowIfNull(attributes);
        List<string> names = [];
        foreach ((string name, IReadOnlyList<string> values) in attributes)
        {
            if (_values.TryGetValue(name, out IReadOnlyList<string>? earlier))
            {
                _values[name] = [.. earlier, .. values];
            }
            else
            {
                names.Add(name);
                _values[name] = values;
            }
        }

        Names = names;
        Image = image;
    }

    /// <summary>Names of the attributes, in order.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Facts about the file behind <c>image_link</c>; null when it was not inspected.</summary>
    public ImageFile? Image { get; }

    /// <summary>The texts of an attribute that are not blank; empty when it is absent.</summary>
    /// <param name="name">Name.</param>
    public IReadOnlyList<string> this[string name] =>
        _values.TryGetValue(name, out IReadOnlyList<string>? values) ? [.. values.Where(v => !string.IsNullOrWhiteSpace(v))] : [];

    /// <summary>Takes single-valued attributes.</summary>
    /// <param name="attributes">Name and text.</param>
    /// <returns>The item.</returns>
    public static FeedItem Of(params (string Name, string Value)[] attributes)
    {
        ArgumentNullException.ThrowIfNull(attributes);
        return new(attributes.Select(a => KeyValuePair.Create<string, IReadOnlyList<string>>(a.Name, [a.Value])));
    }
}
