using EcomOps.Rules.Vocabularies.Internal;

namespace EcomOps.Rules.DecisionSets.Internal.Parts;

// How values of one kind are read from slots and compared. Structs implement it, so that the compiler makes one specialised part per kind.
internal interface ISlotKind<T>
{
    /// <summary>Result of <see cref="Compare"/> for values without order (NaN).</summary>
    const int Unordered = 2;

    static abstract T Read(in FactSlot slot);

    /// <summary>-1, 0, 1, or <see cref="Unordered"/>.</summary>
    static abstract int Compare(T left, T right);
}
