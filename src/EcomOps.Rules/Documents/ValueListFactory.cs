namespace EcomOps.Rules.Documents;

/// <summary>Creates <see cref="ValueList{T}"/>; collection expressions use it.</summary>
public static class ValueList
{
    /// <summary>Copies items into a list.</summary>
    /// <typeparam name="T">Type of the items.</typeparam>
    /// <param name="items">Items in order.</param>
    /// <returns>The list.</returns>
    public static ValueList<T> Create<T>(ReadOnlySpan<T> items) => new(items.ToArray());

    /// <summary>Copies items into a list.</summary>
    /// <typeparam name="T">Type of the items.</typeparam>
    /// <param name="items">Items in order.</param>
    /// <returns>The list.</returns>
    public static ValueList<T> ToValueList<T>(this IEnumerable<T> items) => new([.. items]);
}
