using EcomOps.Rules.Cel.Internal.Nodes;
using EcomOps.Rules.Vocabularies;

namespace EcomOps.Rules.Cel.Internal.Compiling;

// A compiled part of an expression: its node, its type, its cost at worst, and the size of its value at worst.
internal readonly record struct Expr(Node Node, CelType Type, long Cost, long Size)
{
    public const long DefaultItems = 100;
    public const long DefaultCharacters = 256;
    private const long Ceiling = 1_000_000_000_000;

    public Expr(Node node, CelType type, long cost)
        : this(node, type, cost, SizeOf(type))
    {
    }

    /// <summary>The attribute's declaration when the part is an attribute.</summary>
    public AttributeType? Declared { get; init; }

    public bool IsError => Type.Kind == CelTypeKind.Error;

    public static long Sum(long left, long right) => unchecked(left + right) is var sum && sum is >= 0 and <= Ceiling ? sum : Ceiling;

    public static long Product(long left, long right) => left == 0 || right == 0 ? 0 : left > Ceiling / right ? Ceiling : left * right;

    private static long SizeOf(CelType type) => type.Kind is CelTypeKind.String or CelTypeKind.Bytes ? DefaultCharacters : DefaultItems;
}
