namespace EcomOps.Rules.Cel.Internal.Patterns;

// A parsed pattern.
internal abstract record PatternTree;

internal sealed record EmptyPattern : PatternTree;

internal sealed record SetPattern(CharacterSet Set) : PatternTree;

internal sealed record AssertionPattern(Assertion Assertion) : PatternTree;

internal sealed record SequencePattern(IReadOnlyList<PatternTree> Parts) : PatternTree;

internal sealed record AlternativePattern(IReadOnlyList<PatternTree> Parts) : PatternTree;

internal sealed record RepeatPattern(PatternTree Part, int Least, int Most) : PatternTree
{
    public const int Unlimited = -1;
}

internal enum Assertion : byte
{
    TextStart,
    TextEnd,
    LineStart,
    LineEnd,
    WordBoundary,
    NoWordBoundary,
}
