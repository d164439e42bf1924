using EcomOps.Rules.Cel.Internal.Evaluation;
using EcomOps.Rules.Cel.Internal.Nodes;
using EcomOps.Rules.Cel.Internal.Values;
using EcomOps.Rules.DecisionSets;

namespace EcomOps.Rules.Cel;

/// <summary>A compiled expression.</summary>
/// <remarks>Immutable and thread-safe. Evaluation has no side effects, never throws for what an expression does, and stops at its budget.</remarks>
public sealed class CelProgram
{
    /// <summary>Cost budget of an evaluation when none is named: 1,000,000 nodes.</summary>
    public const long DefaultBudget = 1_000_000;

    private readonly Node _root;
    private readonly int _locals;
    private readonly IReadOnlyList<string> _variables;

    internal CelProgram(Node root, CelType type, int locals, IReadOnlyList<string> variables, long worstCost)
    {
        _root = root;
        _locals = locals;
        _variables = variables;
        ResultType = type;
        WorstCost = worstCost;
    }

    /// <summary>Type of the value, as the checker deduced it; dyn without a check.</summary>
    public CelType ResultType { get; }

    /// <summary>Cost at worst in nodes, when lists have 100 elements and texts 256 characters.</summary>
    public long WorstCost { get; }

    /// <summary>Names of the variables that the expression reads.</summary>
    public IReadOnlyList<string> Variables => _variables;

    /// <summary>Evaluates the expression.</summary>
    /// <param name="bindings">Values of variables; CLR numbers, texts, enumerables and dictionaries are taken as the types of <see cref="CelValue"/>. One that is read and not bound is an error. Null for none.</param>
    /// <param name="budget">Most cost in nodes; 1 or more.</param>
    /// <returns>Value or failure.</returns>
    /// <exception cref="ArgumentException">A value has a type that the language does not have.</exception>
    public CelResult Evaluate(IReadOnlyDictionary<string, object?>? bindings = null, long budget = DefaultBudget)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(budget);
        var frame = new CelFrame(null) { Budget = budget, Bindings = _variables.Count == 0 ? [] : new object?[_variables.Count] };
        frame.Reserve(_locals);
        for (int i = 0; i < _variables.Count; i++)
        {
            frame.Bindings[i] = bindings is not null && bindings.TryGetValue(_variables[i], out object? value) ? HostValues.Normalise(value) : CelFrame.Unbound;
        }

        return _root.Box(frame, out object? result) switch
        {
            Status.Ok => new CelValue(result),
            _ => new CelFailure(frame.Error ?? new RuleError(RuleErrorKind.Expression, "The expression has no value.")),
        };
    }
}
