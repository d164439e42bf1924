namespace EcomOps.Catalog.Products;

/// <summary>Makes <see cref="Scoped{T}"/> values.</summary>
public static class Scoped
{
    /// <summary>One value for every channel and locale.</summary>
    /// <typeparam name="T">Type of the value.</typeparam>
    /// <param name="value">The value.</param>
    /// <returns>A value with global scope.</returns>
    public static Scoped<T> Global<T>(T value)
        where T : notnull => new([new ScopedValue<T>(value)]);

    /// <summary>Values by locale, without a global one.</summary>
    /// <typeparam name="T">Type of the value.</typeparam>
    /// <param name="values">Locale (BCP 47, for example <c>de-AT</c>) and value; each locale once.</param>
    /// <returns>The values.</returns>
    /// <exception cref="ArgumentException">A locale comes twice.</exception>
    public static Scoped<T> ByLocale<T>(params (string Locale, T Value)[] values)
        where T : notnull
    {
        ArgumentNullException.ThrowIfNull(values);
        return new([.. values.Select(v => new ScopedValue<T>(v.Value, null, v.Locale))]);
    }
}
