namespace EcomOps.Testing.Shop.Internal;

/// <summary>What the simulated shop sells in one category.</summary>
/// <param name="Code">Beginning of its SKUs.</param>
/// <param name="Name">Category path.</param>
/// <param name="Noun">What an item is called.</param>
/// <param name="Price">Typical price.</param>
/// <param name="CostShare">Typical cost as a share of the price.</param>
/// <param name="Grams">Typical weight.</param>
/// <param name="Option">Option that sets variants apart.</param>
/// <param name="Values">Its values.</param>
/// <param name="SummerLift">Relative lift of demand at midsummer, taken off again at midwinter.</param>
/// <param name="ReturnRate">Share of lines that come back.</param>
/// <param name="SupplierId">Who supplies it.</param>
/// <param name="Pack">Units of a supplier's pack.</param>
/// <param name="Companion">Code of the category that is often bought together with it.</param>
internal sealed record CategoryPlan(
    string Code,
    string Name,
    string Noun,
    decimal Price,
    decimal CostShare,
    int Grams,
    string Option,
    IReadOnlyList<string> Values,
    double SummerLift,
    double ReturnRate,
    string SupplierId,
    int Pack,
    string Companion)
{
    private static readonly string[] Sizes = ["S", "M", "L", "XL"];
    private static readonly string[] Colours = ["sand", "moss", "slate"];
    private static readonly string[] TwoColours = ["chalk", "ink"];

    internal static IReadOnlyList<CategoryPlan> All { get; } =
    [
        new("TEE", "Clothing > T-shirts", "T-shirt", 24.95m, 0.38m, 180, "size", Sizes, 0.45, 0.13, "SUP-TEXTIL", 6, "CAP"),
        new("HOD", "Clothing > Hoodies", "hoodie", 59.95m, 0.42m, 620, "size", Sizes, -0.40, 0.15, "SUP-TEXTIL", 6, "CAP"),
        new("JKT", "Clothing > Jackets", "rain jacket", 119.00m, 0.47m, 780, "size", Sizes, -0.30, 0.17, "SUP-OUTDOOR", 4, "HOD"),
        new("CAP", "Clothing > Caps", "cap", 19.95m, 0.35m, 90, "colour", Colours, 0.35, 0.06, "SUP-TEXTIL", 12, "TEE"),
        new("BAG", "Outdoor > Backpacks", "backpack", 89.00m, 0.50m, 1100, "colour", Colours, 0.25, 0.07, "SUP-OUTDOOR", 4, "BTL"),
        new("BTL", "Outdoor > Bottles", "bottle", 27.50m, 0.44m, 340, "colour", Colours, 0.40, 0.03, "SUP-METAL", 12, "BAG"),
        new("MAT", "Outdoor > Sleeping mats", "sleeping mat", 64.00m, 0.52m, 900, "size", ["regular", "long"], 0.55, 0.08, "SUP-OUTDOOR", 4, "LMP"),
        new("LMP", "Outdoor > Lamps", "lamp", 44.90m, 0.49m, 260, "colour", TwoColours, -0.15, 0.05, "SUP-METAL", 8, "MAT"),
        new("MUG", "Home > Mugs", "mug", 14.50m, 0.30m, 380, "colour", Colours, -0.25, 0.03, "SUP-CERAMIC", 12, "TEA"),
        new("TEA", "Home > Teapots", "teapot", 49.00m, 0.40m, 950, "colour", TwoColours, -0.30, 0.04, "SUP-CERAMIC", 6, "MUG"),
        new("BLK", "Home > Blankets", "blanket", 74.00m, 0.45m, 1400, "colour", Colours, -0.50, 0.05, "SUP-WOOL", 6, "CDL"),
        new("CDL", "Home > Candles", "candle", 17.90m, 0.33m, 420, "scent", ["cedar", "citrus", "linen", "fig"], -0.45, 0.02, "SUP-CERAMIC", 12, "BLK"),
        new("NTB", "Paper > Notebooks", "notebook", 12.90m, 0.28m, 260, "ruling", ["lined", "dotted", "plain"], 0.00, 0.02, "SUP-PAPER", 24, "PEN"),
        new("PEN", "Paper > Pens", "pen", 9.50m, 0.36m, 25, "colour", TwoColours, 0.05, 0.02, "SUP-PAPER", 24, "NTB"),
    ];
}
