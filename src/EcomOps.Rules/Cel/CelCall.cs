using EcomOps.Rules.Diagnostics;

namespace EcomOps.Rules.Cel;

/// <summary>A function call: <c>f(a)</c> or <c>a.f(b)</c>.</summary>
public sealed class CelCall : CelNode
{
    internal CelCall(SourceSpan span, string function, SourceSpan functionSpan, CelNode? target, IReadOnlyList<CelNode> arguments, bool isRooted = false)
        : base(span, Math.Max(Below(target), Below(arguments)))
    {
        Function = function;
        FunctionSpan = functionSpan;
        Target = target;
        Arguments = arguments;
        IsRooted = isRooted;
    }

    /// <summary>Name of the function as written after the last dot.</summary>
    public string Function { get; }

    /// <summary>Where the name stands.</summary>
    public SourceSpan FunctionSpan { get; }

    /// <summary>Receiver, or null for a plain call. A receiver that only spells a namespace (<c>math.abs(x)</c>) is resolved by the checker.</summary>
    public CelNode? Target { get; }

    /// <summary>Arguments.</summary>
    public IReadOnlyList<CelNode> Arguments { get; }

    /// <summary>Whether the name was written with a leading dot.</summary>
    public bool IsRooted { get; }

    /// <inheritdoc />
    public override IEnumerable<CelNode> Children => Target is null ? Arguments : Arguments.Prepend(Target);
}
