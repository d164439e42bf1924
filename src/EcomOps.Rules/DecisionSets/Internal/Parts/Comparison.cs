namespace EcomOps.Rules.DecisionSets.Internal.Parts;

// Each operator is the set of comparison results that it accepts: bit 0 less, bit 1 equal, bit 2 greater, bit 3 unordered.
internal enum Comparison : byte
{
    Less = 0b0001,
    LessOrEqual = 0b0011,
    Greater = 0b0100,
    GreaterOrEqual = 0b0110,
    Equal = 0b0010,
    NotEqual = 0b1101,
}
