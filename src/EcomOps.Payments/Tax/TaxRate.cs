using NodaTime;

namespace EcomOps.Payments.Tax;

/// <summary>A dated tax rate.</summary>
/// <param name="Jurisdiction">Where it holds: a country ("DE"), a country and region ("CA-QC"), or a zone of the shop's own.</param>
/// <param name="Category">Tax category of goods or services ("standard").</param>
/// <param name="Percent">Percent, 0 or more: 19 for nineteen percent.</param>
/// <param name="From">First day on which it holds, local to the jurisdiction; null for ever since.</param>
/// <param name="Until">Last day, included; null while it holds.</param>
/// <remarks>Immutable; equal by value.</remarks>
public sealed record TaxRate(string Jurisdiction, string Category, decimal Percent, LocalDate? From = null, LocalDate? Until = null)
{
    /// <summary>Name of the tax ("vat", "gst"); "vat" by default.</summary>
    public string Name { get; init; } = "vat";

    /// <summary>Whether prices include it; false by default.</summary>
    public bool IsIncluded { get; init; }

    /// <summary>When it is rounded; each part by default.</summary>
    public TaxPrecision Precision { get; init; }

    /// <summary>Where the figure is from, for auditors; empty when not recorded.</summary>
    public string Source { get; init; } = string.Empty;

    /// <summary>Whether it holds on a day.</summary>
    /// <param name="day">Tax point; null takes rates without an end as today's.</param>
    /// <returns>Both ends of its time are included.</returns>
    public bool Holds(LocalDate? day) => day is { } d ? (From ?? LocalDate.MinIsoValue) <= d && d <= (Until ?? LocalDate.MaxIsoValue) : Until is null;
}
