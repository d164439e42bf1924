namespace EcomOps.Payments.Tax;

/// <summary>How a sale is taxed.</summary>
/// <param name="Area">How the places relate.</param>
/// <param name="IsBusiness">Whether the customer counts as a business.</param>
/// <param name="Rate">Row that decided; null when the table has none.</param>
/// <param name="TaxName">Name of the tax; <c>none</c> without a row.</param>
/// <param name="Percent">Percent to charge; 0 under reverse charge.</param>
/// <param name="IsReverseCharge">Whether the customer owes the tax; it needs a note on the invoice.</param>
/// <remarks>Immutable; equal by value.</remarks>
public sealed record TaxTreatment(TaxArea Area, bool IsBusiness, TaxRate? Rate, string TaxName, decimal Percent, bool IsReverseCharge)
{
    /// <summary>Whether tax is charged.</summary>
    public bool IsCharged => Percent > 0;
}
