using System.Diagnostics.CodeAnalysis;
using EcomOps.Core.Internal;

namespace EcomOps.Core;

/// <summary>A Global Trade Item Number with a right check digit.</summary>
/// <remarks>
/// Held as written (8, 12, 13 or 14 digits); equal when the 14-digit forms are equal, so that a UPC-A and the same number with a
/// leading zero are one product. <c>default</c> is no number. Immutable and thread-safe.
/// Source: GS1 General Specifications, section 7.9 (check digit) and 1.4 (prefixes).
/// </remarks>
public readonly struct Gtin : IEquatable<Gtin>
{
    private readonly string? _digits;

    internal Gtin(string digits) => _digits = digits;

    /// <summary>The digits as written; empty for <c>default</c>.</summary>
    public string Digits => _digits ?? string.Empty;

    /// <summary>The number padded with zeros on the left to 14 digits, the form to store and compare.</summary>
    public string Gtin14 => Digits.PadLeft(14, '0');

    /// <summary><c>GTIN-8</c>, <c>GTIN-12</c>, <c>GTIN-13</c> or <c>GTIN-14</c>, by the number of digits.</summary>
    public string Type => $"GTIN-{Digits.Length}";

    /// <summary>Whether two numbers identify the same trade item.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    public static bool operator ==(Gtin left, Gtin right) => left.Equals(right);

    /// <summary>Whether two numbers identify different trade items.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    public static bool operator !=(Gtin left, Gtin right) => !left.Equals(right);

    /// <summary>Reads a product code and says why it cannot be used, if so.</summary>
    /// <param name="text">Code as a user or file delivers it; ASCII spaces and hyphens are ignored, nothing else.</param>
    /// <param name="symbology">How to read the digits; by default as a GTIN of its length.</param>
    /// <returns>Validity, usability in a product feed, reason and kind.</returns>
    public static GtinReading Read(string? text, GtinSymbology symbology = GtinSymbology.Gtin) => GtinReader.Read(text, symbology);

    /// <summary>Reads a GTIN that may be used in a product feed.</summary>
    /// <param name="text">Code, or null.</param>
    /// <param name="gtin">The number when the result is true.</param>
    /// <returns>Whether the code is usable.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out Gtin gtin)
    {
        GtinReading reading = Read(text);
        gtin = reading is { IsUsable: true, Gtin: { } number } ? number : default;
        return reading.IsUsable;
    }

    /// <summary>The check digit that completes a number.</summary>
    /// <param name="body">All digits but the last, 7 to 13 ASCII digits.</param>
    /// <returns>0 to 9: weights 3, 1, 3, ... from the right; (10 - sum mod 10) mod 10.</returns>
    /// <exception cref="ArgumentException">The body holds anything but ASCII digits.</exception>
    public static int CheckDigit(ReadOnlySpan<char> body)
    {
        int sum = 0;
        for (int i = 0; i < body.Length; i++)
        {
            char c = body[body.Length - 1 - i];
            if (!char.IsAsciiDigit(c))
            {
                throw new ArgumentException("Only ASCII digits can be weighed.", nameof(body));
            }

            sum += (c - '0') * (i % 2 == 0 ? 3 : 1);
        }

        return (10 - (sum % 10)) % 10;
    }

    /// <inheritdoc />
    public bool Equals(Gtin other) => string.Equals(Gtin14, other.Gtin14, StringComparison.Ordinal);

    /// <inheritdoc />
    public override bool Equals(object? obj) => obj is Gtin other && Equals(other);

    /// <inheritdoc />
    public override int GetHashCode() => string.GetHashCode(Gtin14, StringComparison.Ordinal);

    /// <summary>The digits as written.</summary>
    /// <returns>8 to 14 digits.</returns>
    public override string ToString() => Digits;
}
