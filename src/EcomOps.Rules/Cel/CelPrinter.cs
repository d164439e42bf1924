using EcomOps.Rules.Cel.Internal.Printing;

namespace EcomOps.Rules.Cel;

/// <summary>Writes expressions as canonical text: one spelling per tree, only the brackets that are needed.</summary>
/// <remarks>The text parses to the same tree, and numbers keep their digits as written. Thread-safe.</remarks>
public static class CelPrinter
{
    /// <summary>Canonical text of an expression.</summary>
    /// <param name="node">Expression.</param>
    /// <returns>CEL.</returns>
    /// <exception cref="ArgumentNullException">The expression is null.</exception>
    public static string Print(CelNode node)
    {
        ArgumentNullException.ThrowIfNull(node);
        return new ExpressionWriter().Write(node);
    }
}
