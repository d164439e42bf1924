using EcomOps.Rules.Diagnostics;

namespace EcomOps.Rules.Cel;

/// <summary>A macro that walks a list or map: <c>all</c>, <c>exists</c>, <c>exists_one</c>, <c>map</c>, <c>filter</c> and their forms with two variables.</summary>
public sealed class CelComprehension : CelNode
{
    internal CelComprehension(SourceSpan span, CelComprehensionKind kind, CelNode range, string variable, string? secondVariable, CelNode? condition, CelNode? result)
        : base(span, Below(range, condition, result))
    {
        Kind = kind;
        Range = range;
        Variable = variable;
        SecondVariable = secondVariable;
        Condition = condition;
        Result = result;
    }

    /// <summary>Which macro.</summary>
    public CelComprehensionKind Kind { get; }

    /// <summary>List or map that is walked.</summary>
    public CelNode Range { get; }

    /// <summary>Name of the element or key; with two variables of the index or key.</summary>
    public string Variable { get; }

    /// <summary>Name of the element or value in the form with two variables, else null.</summary>
    public string? SecondVariable { get; }

    /// <summary>Predicate or filter; null for <c>map</c> and <c>transform*</c> without one.</summary>
    public CelNode? Condition { get; }

    /// <summary>What each element becomes; null for <c>all</c>, <c>exists</c>, <c>exists_one</c> and <c>filter</c>.</summary>
    public CelNode? Result { get; }

    /// <inheritdoc />
    public override IEnumerable<CelNode> Children => new[] { Range, Condition, Result }.OfType<CelNode>();
}
