using System.Runtime.CompilerServices;
using EcomOps.Rules.DecisionSets;
using EcomOps.Rules.Vocabularies.Internal;
using NodaTime;

namespace EcomOps.Rules.Cel.Internal.Evaluation;

// What changes during one evaluation: local names, budget, and why the node evaluated last has no value. Not thread-safe.
internal sealed class CelFrame(FactFrame? facts)
{
    public static readonly RuleError NoOverload = new(RuleErrorKind.Expression, "The operands have types that the operation does not take.");
    private static readonly RuleError BudgetError = new(RuleErrorKind.Budget, "The expression costs more than its budget.");

    private bool _runs;

    /// <summary>Facts and variables of a decision; null outside one.</summary>
    public FactFrame? Facts { get; } = facts;

    public object?[] Locals { get; private set; } = [];

    /// <summary>Values of the variables of a stand-alone program; an entry that is <see cref="Unbound"/> has none.</summary>
    public object?[] Bindings { get; set; } = [];

    public long Budget { get; set; }

    public RuleError? Error { get; set; }

    /// <summary>Index of the attribute that was absent last, or -1 for a field of an item.</summary>
    public int Absent { get; set; } = -1;

    /// <summary>Attributes to fetch; shared with the frame of the facts.</summary>
    public List<int> Needs { get; } = facts?.Needs ?? [];

    public DateTimeZone Zone { get; set; } = DateTimeZone.Utc;

    public static object Unbound { get; } = new();

    public void Reserve(int locals)
    {
        if (Locals.Length < locals)
        {
            Locals = new object?[Math.Max(8, locals)];
        }
    }

    /// <summary>Begins an expression, perhaps while another one runs: it gets its own budget, and its own names when it has some.</summary>
    public Entry Enter(long budget, int locals)
    {
        var outer = new Entry(Budget, Locals, _runs);
        Budget = budget;
        if (!_runs)
        {
            Reserve(locals);
        }
        else if (locals > 0)
        {
            Locals = new object?[locals];
        }

        _runs = true;
        return outer;
    }

    /// <summary>Lets go of what the last expression held.</summary>
    public void Clear()
    {
        Array.Clear(Locals);
        Error = null;
        Absent = -1;
        _runs = false;
    }

    public void Leave(in Entry outer)
    {
        Budget = outer.Budget;
        _runs = outer.Runs;
        if (outer.Runs)
        {
            Locals = outer.Locals;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Spend() => --Budget >= 0;

    /// <summary>Takes more of the budget, for work that grows with its input.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Spend(long cost) => (Budget -= cost) >= 0;

    [MethodImpl(MethodImplOptions.NoInlining)]
    public Status OverBudget()
    {
        Error = BudgetError;
        return Status.Over;
    }

    public Status Fail(RuleError error)
    {
        Error = error;
        return Status.Error;
    }

    public Status Fail(string message) => Fail(new RuleError(RuleErrorKind.Expression, message));

    public Status FailOverload() => Fail(NoOverload);

    public Status NotPresent(int attribute, FactState state)
    {
        switch (state)
        {
            case FactState.Absent:
                Absent = attribute;
                return Status.Absent;
            case FactState.Unknown:
                Needs.Add(attribute);
                return Status.Unknown;
            default:
                return Fail(Facts!.ErrorOf(attribute, state));
        }
    }

    public void ForgetNeeds(int count)
    {
        if (Needs.Count > count)
        {
            Needs.RemoveRange(count, Needs.Count - count);
        }
    }

    public readonly record struct Entry(long Budget, object?[] Locals, bool Runs);
}
