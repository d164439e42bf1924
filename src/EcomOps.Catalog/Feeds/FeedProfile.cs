using EcomOps.Catalog.Feeds.Internal;
using EcomOps.Core;

namespace EcomOps.Catalog.Feeds;

/// <summary>The rules of one channel's product feed, and the validator that applies them.</summary>
/// <remarks>
/// Codes: <c>missing_required</c>, <c>missing_conditional</c>, <c>too_long</c>, <c>length_not_recommended</c>, <c>too_many_values</c>,
/// <c>unknown_attribute</c>, <c>invalid_value</c>, <c>non_canonical_value</c>, <c>invalid_format</c>, <c>unknown_currency</c>,
/// <c>too_precise</c>, <c>out_of_range</c>, <c>invalid_url</c>, <c>sale_price_above_price</c>, <c>currency_mismatch</c>,
/// <c>date_range_reversed</c>, <c>identifier_conflict</c>, <c>text_all_caps</c>, <c>html_not_allowed</c>, <c>category_too_general</c>,
/// <c>gtin_*</c>, <c>image_too_small</c>, <c>image_too_large</c>, <c>image_format</c>; over a whole feed <c>duplicate_id</c> and
/// <c>variant_not_distinct</c>. Blank text counts as absent; each code is reported once per attribute. Immutable and thread-safe.
/// Sources: Google's product data specification and the API definitions of its Merchant products; Meta's catalogue reference.
/// </remarks>
public sealed class FeedProfile
{
    private readonly Dictionary<string, FeedAttribute> _byName;
    private readonly Action<ItemCheck> _rules;

    internal FeedProfile(string channel, IReadOnlyList<FeedAttribute> attributes, Action<ItemCheck> rules)
    {
        Channel = channel;
        Attributes = attributes;
        _byName = attributes.ToDictionary(a => a.Name, StringComparer.Ordinal);
        _rules = rules;
    }

    /// <summary>Google Merchant product data.</summary>
    public static FeedProfile Google { get; } = new("google", GoogleAttributes.All, GoogleRules.Check);

    /// <summary>Meta (Facebook, Instagram) catalogue.</summary>
    public static FeedProfile Meta { get; } = new("meta", MetaAttributes.All, MetaRules.Check);

    /// <summary><c>google</c> or <c>meta</c>.</summary>
    public string Channel { get; }

    /// <summary>Every attribute the channel knows, in the order in which feeds write them.</summary>
    public IReadOnlyList<FeedAttribute> Attributes { get; }

    /// <summary>Finds the rules of an attribute.</summary>
    /// <param name="name">Name as the feed spells it.</param>
    /// <returns>The attribute, or null when the channel does not know it.</returns>
    public FeedAttribute? Find(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return _byName.GetValueOrDefault(name);
    }

    /// <summary>Checks one item.</summary>
    /// <param name="item">Item.</param>
    /// <param name="country">Country that the feed targets.</param>
    /// <returns>All issues: the unknown attributes, then those of the known ones in the order of <see cref="Attributes"/>, then the rules across attributes.</returns>
    public IReadOnlyList<FeedIssue> Validate(FeedItem item, CountryCode country)
    {
        ArgumentNullException.ThrowIfNull(item);
        ItemCheck check = new(this, item, country);
        check.CheckAttributes();
        _rules(check);
        return check.Issues;
    }
}
