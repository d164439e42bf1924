namespace EcomOps.Catalog.Feeds.Internal;

internal static class CategoryPath
{
    // Whole levels: "Apparel & Accessories > Clothing Accessories" does not lie in "... > Clothing".
    public static bool IsIn(string category, string ancestor) =>
        category.StartsWith(ancestor, StringComparison.Ordinal) && (category.Length == ancestor.Length || category.AsSpan(ancestor.Length).TrimStart().StartsWith(">"));
}
