using EcomOps.Core;

namespace EcomOps.Analytics.Promotions.Internal;

internal static class StudyCheck
{
    public static IReadOnlyList<Issue> Run(PromotionStudy study)
    {
        List<Issue> issues = [];
        if (study.Products.Count == 0)
        {
            return [new Issue("products_missing", "products", "The study has no product series.")];
        }

        HashSet<string> skus = [.. study.Products.Select(p => p.Sku)];
        int weeks = study.Products[0].Units.Count;
        for (int i = 0; i < study.Products.Count; i++)
        {
            ProductSeries product = study.Products[i];
            if (product.Units.Count != weeks)
            {
                issues.Add(new Issue("series_length", $"products[{i}].units", $"All series need the same weeks; {product.Sku} has {product.Units.Count} and not {weeks}."));
            }

            if (product.Units.Any(u => u < 0))
            {
                issues.Add(new Issue("units_negative", $"products[{i}].units", $"{product.Sku} has negative units; give sales before returns."));
            }

            if (product.Price.Currency != study.Products[0].Price.Currency || product.UnitCost.Currency != product.Price.Currency)
            {
                issues.Add(new Issue("currency_mixed", $"products[{i}]", "All prices and costs must be in one currency."));
            }
        }

        for (int i = 0; i < study.Events.Count; i++)
        {
            PromotionEvent e = study.Events[i];
            if (!skus.Contains(e.Sku))
            {
                issues.Add(new Issue("product_unknown", $"events[{i}].sku", $"There is no series for {e.Sku}."));
            }

            if (e.Weeks < 1 || e.StartWeek < 0 || e.StartWeek + e.Weeks > weeks)
            {
                issues.Add(new Issue("weeks_outside", $"events[{i}]", $"Weeks {e.StartWeek} to {e.StartWeek + e.Weeks - 1} do not lie within 0 to {weeks - 1}."));
            }

            if (e.Discount is <= 0 or >= 1)
            {
                issues.Add(new Issue("discount_range", $"events[{i}].discount", "The discount is a share of the price above 0 and below 1."));
            }
        }

        foreach (string unknown in study.Controls.Concat(study.Substitutes.Values.SelectMany(v => v)).Concat(study.Complements.Values.SelectMany(v => v)).Where(s => !skus.Contains(s)).Distinct())
        {
            issues.Add(new Issue("product_unknown", "relations", $"There is no series for {unknown}."));
        }

        return issues;
    }
}
