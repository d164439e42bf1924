using EcomOps.Catalog.Products;
using EcomOps.Core;

namespace EcomOps.Catalog.Feeds.Internal;

// One pass over a publication: maps, validates, counts; items come out one by one, so that a feed of any size streams.
internal sealed class FeedRun(FeedProfile profile, Publication publication, FeedOptions options)
{
    private static readonly string[] Distinguishing = ["color", "size", "pattern", "material", "age_group", "gender", "size_type", "size_system"];

    private readonly ItemMapping _mapping = new(profile, publication, options);
    private readonly List<FeedIssue> _issues = [];
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private readonly HashSet<string> _combinations = new(StringComparer.Ordinal);
    private int _written;
    private int _excluded;

    public IEnumerable<FeedItem> Items()
    {
        foreach (Product product in publication.Products)
        {
            foreach (Variant variant in product.Variants)
            {
                FeedItem item = _mapping.Map(product, variant);
                bool refused = Check(item, variant);
                if (refused && !options.WriteRefusedItems)
                {
                    _excluded++;
                    continue;
                }

                _written++;
                yield return item;
            }
        }
    }

    public FeedResult Result() => new(
        profile.Channel,
        _written,
        _excluded,
        [
            .. _issues.OrderByDescending(i => i.Severity).ThenByDescending(i => i.RevenueAtStake?.Amount ?? 0)
                .ThenBy(i => i.ItemId, StringComparer.Ordinal).ThenBy(i => i.Attribute, StringComparer.Ordinal).ThenBy(i => i.Code, StringComparer.Ordinal),
        ]);

    private bool Check(FeedItem item, Variant variant)
    {
        List<FeedIssue> found = [.. profile.Validate(item, options.Country)];
        string id = item["id"] is [var text, ..] ? text : string.Empty;
        if (id.Length > 0 && !_ids.Add(id))
        {
            found.Add(new FeedIssue("duplicate_id", "id", "Another item of the feed has this id; the channel keeps one of them only.", Severity.Error) { ItemId = id, Actual = id });
        }

        if (item["item_group_id"] is [var group, ..] && !_combinations.Add(string.Join('\u001f', [group, .. Distinguishing.Select(a => string.Join('\u001e', item[a]))])))
        {
            found.Add(new FeedIssue("variant_not_distinct", "item_group_id", "Another item of the group has the same colour, size, pattern and material; give the variants what sets them apart.", Severity.Warning) { ItemId = id, Actual = group });
        }

        if (found.Count == 0)
        {
            return false;
        }

        Money? revenue = variant.Sku.IsEmpty ? null : options.Revenue?.Invoke(variant.Sku);
        _issues.AddRange(found.Select(i => i with { RevenueAtStake = revenue }));
        return found.Exists(i => i.Severity == Severity.Error);
    }
}
