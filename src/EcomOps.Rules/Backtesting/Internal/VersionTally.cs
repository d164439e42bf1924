using EcomOps.Core;
using EcomOps.Rules.DecisionSets;
using EcomOps.Rules.Documents;

namespace EcomOps.Rules.Backtesting.Internal;

// Counts what one version does.
internal sealed class VersionTally
{
    private readonly RuleSet _set;
    private readonly RuleSet? _withoutAllows;
    private readonly BacktestOptions _options;
    private readonly Dictionary<(string, string), CellCount> _cells = [];
    private readonly Dictionary<Outcome, (string Text, string Action, bool Stops)> _outcomes = [];
    private readonly CellCount[] _judged;
    private readonly CellCount _stoppedUnlabelled;
    private readonly CellCount _released;
    private readonly CellCount _overridden;
    private readonly CellCount _undecided;

    public VersionTally(RuleSet set, BacktestOptions options)
    {
        _set = set;
        _options = options;
        _judged = [.. Enumerable.Range(0, 4).Select(_ => new CellCount(options.SamplesPerCell))];
        _stoppedUnlabelled = new CellCount(options.SamplesPerCell);
        _released = new CellCount(options.SamplesPerCell);
        _overridden = new CellCount(options.SamplesPerCell);
        _undecided = new CellCount(options.SamplesPerCell);
        _withoutAllows = WithoutAllows();
    }

    // The outcome as text.
    public string Add(BacktestRecord record)
    {
        Decision decision = _set.Evaluate(record.Facts, record.At);
        if (decision is not Decided decided)
        {
            _undecided.Add(record);
            Cell("(none)", record.Label).Add(record);
            return decision switch { NoMatch => "(no match)", Conflict => "(conflict)", Residual => "(residual)", _ => "(failed)" };
        }

        (string text, string action, bool stops) = Read(decided.Outcome);
        Cell(action, record.Label).Add(record);
        bool bad = _options.BadLabels.Contains(record.Label);
        if (bad || _options.GoodLabels.Contains(record.Label))
        {
            _judged[(bad ? 0 : 2) + (stops ? 0 : 1)].Add(record);
        }
        else if (record.Label.Length == 0 || _options.StoppedLabels.Contains(record.Label))
        {
            (stops ? _stoppedUnlabelled : _released).Add(record);
        }

        if (_withoutAllows is not null && _options.AllowingActions.Contains(action)
            && _withoutAllows.Evaluate(record.Facts, record.At) is Decided other && Read(other.Outcome).Stops)
        {
            _overridden.Add(record);
        }

        return text;
    }

    public VersionReport Report() => new(
        _set.Identity.ToString(),
        _cells.ToDictionary(c => c.Key, c => c.Value.ToCell()),
        new Judgement(_judged[0].ToCell(), _judged[1].ToCell(), _judged[2].ToCell(), _judged[3].ToCell()),
        _stoppedUnlabelled.ToCell(),
        _released.ToCell(),
        _overridden.ToCell(),
        _undecided.ToCell());

    private CellCount Cell(string action, string label)
    {
        if (!_cells.TryGetValue((action, label), out CellCount? cell))
        {
            _cells[(action, label)] = cell = new CellCount(_options.SamplesPerCell);
        }

        return cell;
    }

    private (string Text, string Action, bool Stops) Read(Outcome outcome)
    {
        if (_outcomes.TryGetValue(outcome, out (string Text, string Action, bool Stops) known))
        {
            return known;
        }

        object? action = outcome.IsMap && outcome.Has(_options.ActionMember) ? outcome[_options.ActionMember] : outcome.Value;
        string text = outcome.ToString();
        string name = action switch { string s => s, null => text, _ => text };
        bool stops = _options.StopFrom is { } limit && Number(outcome) is { } points ? points >= limit
            : action is IReadOnlyList<Outcome> all ? all.Any(o => Read(o).Stops)
            : _options.StoppingActions.Contains(name);
        if (_options.StopFrom is not null && Number(outcome) is not null)
        {
            name = stops ? "stop" : "pass";
        }

        // Outcomes that are computed can be of any number; only so many are remembered.
        (string, string, bool) read = (text, name, stops);
        if (_outcomes.Count < 10_000)
        {
            _outcomes[outcome] = read;
        }

        return read;
    }

    private decimal? Number(Outcome outcome)
    {
        object? value = outcome.IsMap ? outcome[_set.Document.Fold ?? _options.ActionMember] : outcome.Value;
        return value switch
        {
            long n => n,
            decimal n => n,
            double n when double.IsFinite(n) && Math.Abs(n) < 1e27 => (decimal)n,
            Money m => m.Amount,
            _ => null,
        };
    }

    // Only where a rule can win over others by its place or priority does an allowing rule override a block.
    private RuleSet? WithoutAllows()
    {
        RuleSetDocument document = _set.Document;
        if (document.HitPolicy.Kind is not (HitPolicyKind.First or HitPolicyKind.Priority) || !document.Rules.Any(Allows))
        {
            return null;
        }

        RuleSetDocument without = document with { Rules = document.Rules.Where(r => !Allows(r)).ToValueList(), Tests = [], Use = [] };
        return without.Rules.Count == 0 ? null : RuleSet.Compile(without, _set.Vocabulary).Set;
    }

    private bool Allows(RuleDefinition rule) => rule.Then switch
    {
        MapValue map => map[_options.ActionMember] is TextValue text && _options.AllowingActions.Contains(text.Literal),
        TextValue text => _options.AllowingActions.Contains(text.Literal),
        _ => false,
    };
}
