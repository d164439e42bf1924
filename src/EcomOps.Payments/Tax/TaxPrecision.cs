namespace EcomOps.Payments.Tax;

/// <summary>When the tax of a rate is rounded.</summary>
public enum TaxPrecision
{
    /// <summary>Each part (line or unit) by itself.</summary>
    RoundedParts,

    /// <summary>Fractions are carried and rounded once: over the order with basis line, over the line with basis unit.</summary>
    Exact,
}
