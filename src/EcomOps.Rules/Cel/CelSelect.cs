using EcomOps.Rules.Diagnostics;

namespace EcomOps.Rules.Cel;

/// <summary>A field: <c>a.b</c>, <c>a.?b</c>, or <c>has(a.b)</c>.</summary>
public sealed class CelSelect : CelNode
{
    internal CelSelect(SourceSpan span, CelNode operand, string field, SourceSpan fieldSpan, bool isOptional = false, bool isTest = false)
        : base(span, Below(operand))
    {
        Operand = operand;
        Field = field;
        FieldSpan = fieldSpan;
        IsOptional = isOptional;
        IsTest = isTest;
    }

    /// <summary>What the field is taken from.</summary>
    public CelNode Operand { get; }

    /// <summary>Name of the field, without backquotes.</summary>
    public string Field { get; }

    /// <summary>Where the field's name stands.</summary>
    public SourceSpan FieldSpan { get; }

    /// <summary>Whether it is <c>a.?b</c>, which gives an optional.</summary>
    public bool IsOptional { get; }

    /// <summary>Whether it is <c>has(a.b)</c>, which asks for presence.</summary>
    public bool IsTest { get; }

    /// <inheritdoc />
    public override IEnumerable<CelNode> Children => [Operand];
}
