using EcomOps.Rules.Cel.Internal.Parsing;

namespace EcomOps.Rules.Cel;

/// <summary>Parses the Common Expression Language: all of it but message literals.</summary>
/// <remarks>
/// Macros come out as nodes of their own (<see cref="CelComprehension"/>, <see cref="CelBind"/>, <see cref="CelBlock"/>), so that tools can show
/// what was written. The parser never throws on bad source and its stack is bounded: sources are at most
/// <see cref="MaximumLength"/> characters, nest at most <see cref="MaximumNesting"/> levels and give trees of at most
/// <see cref="CelNode.MaximumDepth"/> levels. Thread-safe.
/// </remarks>
public static class CelParser
{
    /// <summary>Longest source: 32,768 UTF-16 characters.</summary>
    public const int MaximumLength = 32_768;

    /// <summary>Deepest nesting of brackets, calls, conditionals and unary operators: 100.</summary>
    public const int MaximumNesting = 100;

    /// <summary>Parses a source.</summary>
    /// <param name="source">CEL.</param>
    /// <returns>The tree, or the first problem with its place, its code (<c>RUL1001</c> to <c>RUL1005</c>) and how to mend it.</returns>
    /// <exception cref="ArgumentNullException">The source is null.</exception>
    public static CelParseResult Parse(string source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return new ExpressionParser(source).Parse();
    }
}
