using System.Numerics;

namespace EcomOps.Rules.Analysis.Internal;

// Dividend = divisor * quotient + remainder, truncated towards zero. SignAtom is the atom "dividend >= 0", needed when both signs occur.
internal sealed class Quotient
{
    public required LinearForm Dividend { get; init; }

    public required BigInteger Divisor { get; init; }

    public required int QuotientVariable { get; init; }

    public required Rational? Least { get; init; }

    public required Rational? Most { get; init; }

    public int RemainderVariable => QuotientVariable + 1;

    public bool NeedsSign => !(Least is { Sign: >= 0 }) && !(Most is { Sign: <= 0 });

    // Theory atom that tells the sign; set when the space is built.
    public int SignAxis { get; set; } = -1;
}
