namespace EcomOps.Rules.Analysis.Internal;

// Value of a condition; an error also stands for an absent field.
internal enum Truth
{
    False,
    True,
    Error,
}
