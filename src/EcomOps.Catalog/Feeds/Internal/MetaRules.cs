using System.Text.RegularExpressions;

namespace EcomOps.Catalog.Feeds.Internal;

// What Meta demands across attributes.
internal static partial class MetaRules
{
    private const int SmallestSide = 500;

    private static readonly string[] Formats = ["JPEG", "JPG", "PNG"];

    public static void Check(ItemCheck check)
    {
        if (!check.Has("gtin") && !check.Has("mpn"))
        {
            check.Require("brand", "one of brand, gtin and mpn identifies the item");
        }

        SalePriceRules.Check(check);
        foreach (string description in check.Item["description"].Where(d => Tag().IsMatch(d)))
        {
            check.Error("html_not_allowed", "description", "The description must be plain text; take the markup out.", description);
        }

        foreach (string category in check.Item["google_product_category"].Where(IsTopLevel))
        {
            check.Warn("category_too_general", "google_product_category", "The category should have two levels or more.", category, "2 levels");
        }

        if (check.Item.Image is { } image && check.Has("image_link"))
        {
            ImageRules.CheckFormat(check, image, Formats, "JPEG, PNG");
            ImageRules.CheckSmallest(check, image, SmallestSide);
        }
    }

    // A number names a node whose depth only the taxonomy knows.
    private static bool IsTopLevel(string category) =>
        category.Split('>').Count(level => !string.IsNullOrWhiteSpace(level)) < 2 && !category.Trim().All(char.IsAsciiDigit);

    [GeneratedRegex("</?[A-Za-z][^>]*>", RegexOptions.CultureInvariant)]
    private static partial Regex Tag();
}
