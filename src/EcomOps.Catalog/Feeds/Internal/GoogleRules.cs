using System.Text;
using EcomOps.Catalog.Products;
using EcomOps.Core;

namespace EcomOps.Catalog.Feeds.Internal;

// What Google demands across attributes.
internal static class GoogleRules
{
    private const string Apparel = "Apparel & Accessories";
    private const int FewestLettersOfAShout = 8;
    private const int SmallestSide = 100;
    private const int SmallestApparelSide = 250;
    private const long MostPixels = 64_000_000;
    private const long MostBytes = 16L * 1024 * 1024;

    private static readonly string[] ApparelCountries = ["BR", "FR", "DE", "JP", "GB", "US"];
    private static readonly string[] Formats = ["JPEG", "JPG", "WebP", "PNG", "GIF", "BMP", "TIFF", "TIF"];

    public static void Check(ItemCheck check)
    {
        string category = check.Item["google_product_category"] is [var first, ..] ? first.Trim() : string.Empty;
        CheckIdentifiers(check, category);
        if (check.Choice("availability") is "preorder" or "backorder")
        {
            check.Require("availability_date", "the item is a pre-order or back-order");
        }

        if (CategoryPath.IsIn(category, Apparel) && ApparelCountries.Contains(check.Country.Value))
        {
            check.Require("color", $"clothing and accessories in {check.Country}");
            check.Require("gender", $"clothing and accessories in {check.Country}");
            check.Require("age_group", $"clothing and accessories in {check.Country}");
            if (CategoryPath.IsIn(category, Apparel + " > Clothing") || CategoryPath.IsIn(category, Apparel + " > Shoes"))
            {
                check.Require("size", $"clothing and shoes in {check.Country}");
            }
        }

        SalePriceRules.Check(check);
        CheckTitle(check);
        CheckImage(check, category);
    }

    private static void CheckIdentifiers(ItemCheck check, string category)
    {
        if (!check.IsAbsentOrReadable("identifier_exists"))
        {
            return;
        }

        if (check.Choice("identifier_exists") is "no" or "false")
        {
            if (check.Has("gtin"))
            {
                check.Warn("identifier_conflict", "identifier_exists", "The item says that it has no identifier, and has a GTIN.");
            }

            return;
        }

        bool isNew = check.IsAbsentOrReadable("condition") && check.Choice("condition") is null or "new";
        if (isNew && !CategoryPath.IsIn(category, "Media"))
        {
            check.Require("brand", "new goods, unless they are media or have no identifier");
        }

        if (!check.Has("mpn"))
        {
            check.Require("gtin", "neither a GTIN nor a part number is given; the maker knows whether there is one", Severity.Warning);
        }
    }

    private static void CheckTitle(ItemCheck check)
    {
        foreach (string title in check.Item["title"])
        {
            int letters = 0;
            bool allUpper = true;
            foreach (Rune rune in title.EnumerateRunes())
            {
                if (Rune.IsLetter(rune))
                {
                    letters++;
                    allUpper &= Rune.IsUpper(rune);
                }
            }

            if (letters >= FewestLettersOfAShout && allUpper)
            {
                check.Warn("text_all_caps", "title", "The title is in capitals throughout; write it as a sentence or a name.", title);
            }
        }
    }

    private static void CheckImage(ItemCheck check, string category)
    {
        if (check.Item.Image is not { } image || !check.Has("image_link"))
        {
            return;
        }

        ImageRules.CheckFormat(check, image, Formats, "JPEG, WebP, PNG, GIF, BMP, TIFF");
        ImageRules.CheckSmallest(check, image, CategoryPath.IsIn(category, Apparel) ? SmallestApparelSide : SmallestSide);
        if ((long)image.Width * image.Height > MostPixels || image.Bytes > MostBytes)
        {
            check.Error("image_too_large", "image_link", "The image may have 64 megapixels and 16 MiB.", ImageRules.Text(image), "64 megapixels, 16 MiB");
        }
    }
}
