namespace EcomOps.Core;

/// <summary>Two amounts of different currencies met in one operation.</summary>
/// <param name="left">Currency of the first amount.</param>
/// <param name="right">Currency of the second amount.</param>
public sealed class CurrencyMismatchException(Currency left, Currency right)
    : InvalidOperationException($"Cannot combine {left} with {right}; convert one of them first.")
{
    /// <summary>Currency of the first amount.</summary>
    public Currency Left { get; } = left;

    /// <summary>Currency of the second amount.</summary>
    public Currency Right { get; } = right;
}
