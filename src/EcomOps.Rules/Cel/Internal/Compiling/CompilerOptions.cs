using EcomOps.Core;
using EcomOps.Rules.Cel.Internal.Functions;

namespace EcomOps.Rules.Cel.Internal.Compiling;

internal sealed record CompilerOptions(FunctionTable Functions)
{
    /// <summary>Whether types are left to the evaluation.</summary>
    public bool IsUnchecked { get; init; }

    /// <summary>Whether decimal, money and date exist, and constants that cannot be made are problems.</summary>
    public bool IsDialect { get; init; }

    /// <summary>Currency of bare numbers beside money.</summary>
    public Currency? Currency { get; init; }

    /// <summary>Namespace in which names are looked up first.</summary>
    public string Container { get; init; } = string.Empty;

    /// <summary>How deep macros that walk over collections may nest.</summary>
    public int MaximumWalks { get; init; } = int.MaxValue;
}
