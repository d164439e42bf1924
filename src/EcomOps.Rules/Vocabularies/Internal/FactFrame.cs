using System.Runtime.CompilerServices;
using EcomOps.Rules.Cel.Internal.Evaluation;
using EcomOps.Rules.DecisionSets;
using EcomOps.Rules.DecisionSets.Internal;
using NodaTime;

namespace EcomOps.Rules.Vocabularies.Internal;

// The facts and the state of one evaluation. Slots are filled at their first read and kept, so that an accessor runs at most once per decision.
// Not thread-safe; frames are pooled by the set that owns them.
internal abstract class FactFrame(int attributes)
{
    private VariableMemo[] _variables = [];
    private int _usedVariables;

    private CelFrame? _cel;

    /// <summary>Where expressions are evaluated.</summary>
    public CelFrame Cel => _cel ??= new CelFrame(this);

    public FactSlot[] Slots { get; } = new FactSlot[attributes];

    public Instant Now { get; set; }

    public LocalDate Today { get; set; }

    public DateTimeZone Zone { get; set; } = DateTimeZone.Utc;

    public required Vocabulary Vocabulary { get; init; }

    /// <summary>Nodes that may still be evaluated.</summary>
    public long Budget { get; set; }

    /// <summary>What went wrong in the part evaluated last, when it ended in <see cref="Truth.Error"/>.</summary>
    public RuleError? Error { get; set; }

    /// <summary>The attribute that was absent, when a part ended in <see cref="Truth.Absent"/>; -1 when it is not a declared attribute.</summary>
    public int Absent { get; set; } = -1;

    /// <summary>Attributes to fetch; an entry may repeat.</summary>
    public List<int> Needs { get; } = [];

    /// <summary>Matches of the running decision, as indexes of compiled rules.</summary>
    public List<int> Matches { get; } = [];

    /// <summary>Candidate bits of the running decision.</summary>
    public ulong[] Candidates { get; set; } = [];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref FactSlot Read(int index)
    {
        ref FactSlot slot = ref Slots[index];
        if (slot.State == FactState.NotLoaded)
        {
            Load(index, ref slot);
        }

        return ref slot;
    }

    /// <summary>What a condition makes of an attribute that is not present.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public Truth NotPresent(int index, FactState state)
    {
        switch (state)
        {
            case FactState.Absent:
                Absent = index;
                return Truth.Absent;
            case FactState.Unknown:
                Needs.Add(index);
                return Truth.Unknown;
            default:
                Error = ErrorOf(index, state);
                return Truth.Error;
        }
    }

    public Truth OverBudget()
    {
        Error = new RuleError(RuleErrorKind.Budget, "The decision costs more than its budget.");
        return Truth.Error;
    }

    /// <summary>The memory of a variable of the running decision.</summary>
    public ref VariableMemo Variable(int index)
    {
        if (index >= _variables.Length)
        {
            Array.Resize(ref _variables, Math.Max(8, 2 * (index + 1)));
        }

        _usedVariables = Math.Max(_usedVariables, index + 1);
        return ref _variables[index];
    }

    public RuleError ErrorOf(int index, FactState state)
    {
        string path = Vocabulary.Attributes[index].Path;
        return state == FactState.Faulted
            ? new RuleError(RuleErrorKind.UnreadableFact, $"The fact '{path}' could not be read ({Slots[index].Reference}).", path)
            : new RuleError(RuleErrorKind.MissingFact, $"The fact '{path}' is missing.", path);
    }

    public virtual void Clear()
    {
        Array.Clear(Slots);
        Array.Clear(_variables, 0, _usedVariables);
        _usedVariables = 0;
        Error = null;
        Absent = -1;
        Needs.Clear();
        Matches.Clear();
        _cel?.Clear();
    }

    /// <summary>Puts the frame back where the next evaluation on this thread finds it.</summary>
    public virtual void Keep()
    {
    }

    protected abstract void Load(int index, ref FactSlot slot);
}
