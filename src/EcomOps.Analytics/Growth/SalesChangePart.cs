namespace EcomOps.Analytics.Growth;

/// <summary>What one part of the shop adds to a change of net sales.</summary>
/// <param name="Key">Value of the dimension; <see cref="Metrics.FactFilter.Unknown"/> for facts without one.</param>
/// <param name="Before">Net sales before, in major units of the shop's currency.</param>
/// <param name="Now">Net sales now.</param>
public sealed record SalesChangePart(string Key, decimal Before, decimal Now)
{
    /// <summary>What it adds to the change, negative when it takes away.</summary>
    public decimal Change => Now - Before;
}
