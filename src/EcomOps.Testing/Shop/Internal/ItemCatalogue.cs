using System.Globalization;
using EcomOps.Core;
using EcomOps.Operations.History;

namespace EcomOps.Testing.Shop.Internal;

/// <summary>Makes the assortment: products with variants, some of them with the gaps that real catalogues have.</summary>
internal static class ItemCatalogue
{
    private const int ProductsPerCategory = 13;
    private static readonly string[] Names = ["Aster", "Birch", "Coast", "Dune", "Ember", "Fern", "Grove", "Harbour", "Isle", "Juniper", "Kelp", "Larch", "Meadow"];

    internal static IReadOnlyList<ShopItem> Make(int seed, int sites)
    {
        var random = new SimulationRandom(seed, SimulationRandom.Purpose.Catalogue, 0);
        List<ShopItem> items = [];
        foreach (CategoryPlan category in CategoryPlan.All)
        {
            for (int number = 0; number < ProductsPerCategory; number++)
            {
                items.AddRange(Variants(category, number, items.Count, sites, random));
            }
        }

        return items;
    }

    private static List<ShopItem> Variants(CategoryPlan category, int number, int firstSerial, int sites, SimulationRandom random)
    {
        string parent = string.Create(CultureInfo.InvariantCulture, $"{category.Code}-{number + 1:00}");
        decimal price = Rounded(category.Price * (decimal)(0.75 + (0.5 * random.Next())));
        var cost = Money.Eur(decimal.Round(price * category.CostShare * (decimal)(0.92 + (0.16 * random.Next())), 2));
        decimal grams = decimal.Round(category.Grams * (decimal)(0.8 + (0.4 * random.Next())));
        double popularity = Math.Exp(1.1 * random.Normal());
        int launchDay = random.Chance(0.08) ? random.Between(60, 480) : 0;
        string title = $"{Names[number]} {category.Noun}";
        string? description = random.Chance(0.04) ? null : $"{title}, made to last and to be repaired. {category.Name.Split(" > ")[^1]} of the {Names[number]} range.";
        List<ShopItem> items = [];
        foreach (string value in category.Values)
        {
            string sku = $"{parent}-{value.ToUpperInvariant()}";
            var product = new ShopProduct(sku, $"{title}, {value}", Money.Eur(price))
            {
                ParentId = parent,
                Options = new Dictionary<string, string> { [category.Option] = value },
                Description = description,
                Brand = "Field & Harbour",
                Category = category.Name,
                Gtin = random.Chance(0.03) ? null : MakeGtin(firstSerial + items.Count),
                UnitCost = cost,
                Weight = Weight.Grams(grams),
                Images = random.Chance(0.02) ? [] : [.. Enumerable.Range(1, random.Between(1, 3)).Select(n => $"https://images.example.com/{sku.ToLowerInvariant()}-{n}.jpg")],
                SupplierId = category.SupplierId,
                PackSize = category.Pack,
                MinimumOrderQuantity = category.Pack,
            };
            items.Add(new(product, category, number, popularity * Math.Exp(0.5 * random.Normal()), launchDay, sites));
        }

        return items;
    }

    /// <summary>A GTIN-13 of the GS1 prefix 952, which is kept for demonstrations.</summary>
    private static Gtin MakeGtin(int serial)
    {
        string body = string.Create(CultureInfo.InvariantCulture, $"952{serial:000000000}");
        return Gtin.TryParse(body + Gtin.CheckDigit(body).ToString(CultureInfo.InvariantCulture), out Gtin gtin)
            ? gtin
            : throw new InvalidOperationException($"{body} with its check digit is no GTIN.");
    }

    private static decimal Rounded(decimal price) => decimal.Floor(price) + 0.95m;
}
