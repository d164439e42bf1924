namespace EcomOps.Payments.Tax;

/// <summary>What tax is worked out on and rounded for.</summary>
public enum TaxBasis
{
    /// <summary>The total of a line after discounts: one rounding per line.</summary>
    Line,

    /// <summary>The price of each unit after its share of discounts: one rounding per unit.</summary>
    Unit,
}
