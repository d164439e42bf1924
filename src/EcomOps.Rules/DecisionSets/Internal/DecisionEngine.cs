using System.Numerics;
using EcomOps.Rules.DecisionSets.Internal.Indexing;
using EcomOps.Rules.Documents;
using EcomOps.Rules.Explanation;
using EcomOps.Rules.Explanation.Internal;
using EcomOps.Rules.Vocabularies;
using EcomOps.Rules.Vocabularies.Internal;
using NodaTime;

namespace EcomOps.Rules.DecisionSets.Internal;

// Makes one decision of compiled rules. Immutable; everything that changes lives in the frame.
internal sealed class DecisionEngine
{
    private readonly CompiledRule[] _ranked;
    private readonly CompiledRule[] _shadow;
    private readonly RuleIndex? _index;
    private readonly OutcomePlan? _default;
    private readonly HitPolicy _policy;
    private readonly string? _fold;
    private readonly object? _base;
    private readonly bool _hasBase;
    private readonly bool _skipErrors;
    private readonly TraceTarget[] _targets;
    private readonly int[] _targetOfRanked;
    private readonly int[] _targetOfShadow;
    private readonly int _conditions;

    public DecisionEngine(RuleSetDocument document, IReadOnlyList<CompiledRule> rules, IReadOnlyList<FlatRule> all, OutcomePlan? defaultOutcome, object? start, bool hasBase)
    {
        _policy = document.HitPolicy;
        _fold = document.Fold;
        _base = start;
        _hasBase = hasBase;
        _default = defaultOutcome;
        _skipErrors = document.OnError == ErrorPolicy.Skip;
        bool byPriority = _policy.Kind is HitPolicyKind.Priority or HitPolicyKind.Best || (_policy.Kind == HitPolicyKind.Collect && document.OrderByPriority);
        IEnumerable<CompiledRule> live = rules.Where(r => !r.IsShadow).OrderBy(r => r.Order);
        _ranked = [.. byPriority ? live.OrderByDescending(r => r.Priority).ThenBy(r => r.Order) : live];
        _shadow = [.. rules.Where(r => r.IsShadow).OrderBy(r => r.Order)];
        _index = RuleIndex.Build(_ranked);

        Dictionary<string, CompiledRule> byId = rules.ToDictionary(r => r.Id, StringComparer.Ordinal);
        _targets = [.. all.Select(f => new TraceTarget(f.Id, f.Definition.Title ?? "", f.Mode == RuleMode.Shadow, byId.TryGetValue(f.Id, out CompiledRule? r) ? r.Parts : []))];
        Dictionary<string, int> positions = all.Select((f, i) => (f.Id, i)).ToDictionary(p => p.Id, p => p.i, StringComparer.Ordinal);
        _targetOfRanked = Array.ConvertAll(_ranked, r => positions[r.Id]);
        _targetOfShadow = Array.ConvertAll(_shadow, r => positions[r.Id]);
        _conditions = _targets.Sum(t => t.Parts.Length);
    }

    public Decision Decide(FactFrame frame, RuleSetIdentity set, Instant at, EvaluationOptions options)
    {
        DecisionTrace? trace = null;
        if (options.Trace)
        {
            trace = Trace(frame, at, options);
            frame.Needs.Clear();
        }

        long budget = frame.Budget;
        List<MatchedRule>? shadow = _shadow.Length == 0 ? null : Shadow(frame, at, options);

        // Shadow rules are evaluated on the side: what they cost must not fail the decision.
        frame.Budget = budget;
        frame.Needs.Clear();
        frame.Error = null;
        Decision decision = _policy.Kind is HitPolicyKind.First or HitPolicyKind.Priority
            ? Sequence(frame, set, at, options)
            : All(frame, set, at, options);
        return shadow is null && trace is null ? decision : decision with { Shadow = shadow is null ? [] : shadow, Trace = trace };
    }

    private Decision Sequence(FactFrame frame, RuleSetIdentity set, Instant at, EvaluationOptions options)
    {
        bool unknown = false;
        var candidates = new Candidates(frame, _ranked.Length, options.UseIndex ? _index : null);
        while (candidates.Next(out int i))
        {
            CompiledRule rule = _ranked[i];
            if (!rule.IsActive(at) || !rule.HasTag(options.Tags))
            {
                continue;
            }

            Truth truth = rule.Evaluate(frame);
            if (truth == Truth.True && !unknown)
            {
                truth = rule.Then.Evaluate(frame, out MatchedRule? match);
                if (truth == Truth.True)
                {
                    return new Decided(set, at, match!.Outcome, rule.Then.Alone(match), false);
                }
            }

            if (truth == Truth.True)
            {
                break;
            }

            if (truth == Truth.Unknown)
            {
                unknown = true;
            }
            else if (truth == Truth.Error && !Skips(frame))
            {
                if (unknown)
                {
                    break;
                }

                return new Failed(set, at, rule.Id, frame.Error!);
            }
        }

        return unknown ? Needs(frame, set, at) : Fallback(frame, set, at);
    }

    private Decision All(FactFrame frame, RuleSetIdentity set, Instant at, EvaluationOptions options)
    {
        bool unknown = false;
        List<MatchedRule>? made = null;
        var candidates = new Candidates(frame, _ranked.Length, options.UseIndex ? _index : null);
        while (candidates.Next(out int i))
        {
            CompiledRule rule = _ranked[i];
            if (!rule.IsActive(at) || !rule.HasTag(options.Tags))
            {
                continue;
            }

            Truth truth = rule.Evaluate(frame);
            MatchedRule? match = null;
            if (truth == Truth.True)
            {
                truth = rule.Then.Evaluate(frame, out match);
                if (truth == Truth.True && rule.Score is { } score)
                {
                    truth = score.Evaluate(frame, out object? value);
                    match = match! with { Score = value };
                }
            }

            switch (truth)
            {
                case Truth.True:
                    if (made is not null || !ReferenceEquals(match, rule.Then.Match))
                    {
                        made ??= [.. frame.Matches.Select(m => _ranked[m].Then.Match!)];
                        made.Add(match!);
                    }

                    frame.Matches.Add(i);
                    break;
                case Truth.Unknown:
                    unknown = true;
                    break;
                case Truth.Error when !Skips(frame):
                    return new Failed(set, at, rule.Id, frame.Error!);
                default:
                    break;
            }
        }

        if (unknown)
        {
            return Needs(frame, set, at);
        }

        IReadOnlyList<MatchedRule> matched = made ?? Constant(frame);
        return _policy.Kind switch
        {
            HitPolicyKind.Collect => new Decided(set, at, new Outcome(matched.Select(m => m.Outcome).ToArray()), matched, false),
            HitPolicyKind.Accumulate => Accumulate(frame, set, at, matched),
            _ when matched.Count == 0 => Fallback(frame, set, at),
            HitPolicyKind.Unique => matched.Count == 1 ? new Decided(set, at, matched[0].Outcome, matched, false) : new Conflict(set, at, matched),
            HitPolicyKind.Any => Agree(matched) ? new Decided(set, at, matched[0].Outcome, matched, false) : new Conflict(set, at, matched),
            _ => Best(set, at, matched),
        };
    }

    private IReadOnlyList<MatchedRule> Constant(FactFrame frame)
    {
        switch (frame.Matches.Count)
        {
            case 0:
                return [];
            case 1:
                OutcomePlan only = _ranked[frame.Matches[0]].Then;
                return only.Alone(only.Match!);
            default:
                var matched = new MatchedRule[frame.Matches.Count];
                for (int i = 0; i < matched.Length; i++)
                {
                    matched[i] = _ranked[frame.Matches[i]].Then.Match!;
                }

                return matched;
        }
    }

    private static bool Agree(IReadOnlyList<MatchedRule> matched)
    {
        for (int i = 1; i < matched.Count; i++)
        {
            if (!matched[i].Outcome.Equals(matched[0].Outcome))
            {
                return false;
            }
        }

        return true;
    }

    private Decision Best(RuleSetIdentity set, Instant at, IReadOnlyList<MatchedRule> matched)
    {
        for (int i = 1; i < matched.Count; i++)
        {
            if (ScorePlan.Compare(matched[0].Score!, matched[i].Score!) is null)
            {
                return new Failed(set, at, matched[i].Id, new RuleError(RuleErrorKind.CurrencyMismatch, "Scores in different currencies, or money beside plain numbers, have no order."));
            }
        }

        // The rules come in order of priority, then document; a stable sort keeps that for equal scores.
        int sign = _policy.LowestScoreWins ? 1 : -1;
        MatchedRule[] ranking = [.. matched.Order(Comparer<MatchedRule>.Create((a, b) => sign * ScorePlan.Compare(a.Score!, b.Score!)!.Value))];
        return new Decided(set, at, ranking[0].Outcome, ranking, false);
    }

    private Decision Accumulate(FactFrame frame, RuleSetIdentity set, Instant at, IReadOnlyList<MatchedRule> matched)
    {
        FoldOperation operation = _policy.Fold!.Value;
        if (matched.Count == 0)
        {
            bool hasNeutral = operation == FoldOperation.Count || (operation == FoldOperation.Sum && _base is not null);
            if (_default is not null || !hasNeutral)
            {
                Decision fallback = Fallback(frame, set, at);
                return fallback is Decided d && operation == FoldOperation.Sum && _hasBase
                    ? new Decided(set, at, Replace(d.Outcome, _base), [], true)
                    : fallback;
            }

            return new Decided(set, at, Folded(operation == FoldOperation.Count ? 0L : _base), [], false);
        }

        RuleError? error = Folding.Fold(operation, operation == FoldOperation.Sum ? _base : null, matched, _fold, out object? value, out string? culprit);
        return error is null ? new Decided(set, at, Folded(value), matched, false) : new Failed(set, at, culprit!, error);
    }

    private Outcome Folded(object? value) => _fold is null ? new Outcome(value) : new Outcome([KeyValuePair.Create(_fold, value)]);

    private Outcome Replace(Outcome outcome, object? value) => _fold is null
        ? new Outcome(value)
        : new Outcome([KeyValuePair.Create(_fold, value), .. outcome.Members.Where(m => m.Key != _fold)]);

    private Decision Fallback(FactFrame frame, RuleSetIdentity set, Instant at)
    {
        if (_default is null)
        {
            return new NoMatch(set, at);
        }

        return _default.Evaluate(frame, out MatchedRule? match) switch
        {
            Truth.True => new Decided(set, at, match!.Outcome, [], true),
            Truth.Unknown => Needs(frame, set, at),
            _ => new Failed(set, at, "(default)", frame.Error!),
        };
    }

    private static Residual Needs(FactFrame frame, RuleSetIdentity set, Instant at) =>
        new(set, at, [.. frame.Needs.Distinct().Select(n => frame.Vocabulary.Attributes[n].Path).Order(StringComparer.Ordinal)]);

    private bool Skips(FactFrame frame) => _skipErrors && frame.Error!.Kind != RuleErrorKind.Budget;

    private List<MatchedRule> Shadow(FactFrame frame, Instant at, EvaluationOptions options)
    {
        List<MatchedRule> matched = [];
        foreach (CompiledRule rule in _shadow)
        {
            if (rule.IsActive(at) && rule.HasTag(options.Tags) && rule.Evaluate(frame) == Truth.True
                && rule.Then.Evaluate(frame, out MatchedRule? match) == Truth.True)
            {
                matched.Add(match!);
            }
        }

        return matched;
    }

    private DecisionTrace Trace(FactFrame frame, Instant at, EvaluationOptions options)
    {
        long budget = frame.Budget;
        var record = new TraceRecord(_targets.Length, _conditions, frame.Vocabulary);
        for (int i = 0; i < _targets.Length; i++)
        {
            record.Rules[i].Target = _targets[i];
            record.Rules[i].Status = RuleStatus.Off;
        }

        int condition = 0;
        for (int i = 0; i < _ranked.Length; i++)
        {
            Trace(frame, at, options, _ranked[i], record, _targetOfRanked[i], ref condition);
        }

        for (int i = 0; i < _shadow.Length; i++)
        {
            Trace(frame, at, options, _shadow[i], record, _targetOfShadow[i], ref condition);
        }

        record.Slots = [.. frame.Slots];
        frame.Budget = budget;
        return new DecisionTrace(record);
    }

    private static void Trace(FactFrame frame, Instant at, EvaluationOptions options, CompiledRule rule, TraceRecord record, int target, ref int condition)
    {
        ref TracedRule traced = ref record.Rules[target];
        traced.FirstCondition = condition;
        if (!rule.IsActive(at) || !rule.HasTag(options.Tags))
        {
            traced.Status = rule.IsActive(at) ? RuleStatus.OtherTags : RuleStatus.OutsideWindow;
            return;
        }

        bool isFalse = false, isAbsent = false, isUnknown = false;
        RuleError? error = null;
        foreach (ConditionPart part in rule.Parts)
        {
            Truth truth = part.Evaluate(frame);
            record.Conditions[condition++] = (byte)truth;
            isFalse |= truth == Truth.False;
            isAbsent |= truth == Truth.Absent;
            isUnknown |= truth == Truth.Unknown;
            error ??= truth == Truth.Error ? frame.Error : null;
        }

        traced.Status = isFalse ? RuleStatus.NotMatched
            : isAbsent ? RuleStatus.Absent
            : isUnknown ? RuleStatus.Unknown
            : error is not null ? RuleStatus.Error
            : RuleStatus.Matched;
        if (traced.Status == RuleStatus.Error)
        {
            (record.Errors ??= [])[target] = error!;
        }
    }

    private ref struct Candidates
    {
        private readonly ulong[]? _bits;
        private readonly int _count;
        private ulong _word;
        private int _next;

        public Candidates(FactFrame frame, int count, RuleIndex? index)
        {
            _count = count;
            _next = index is null ? 0 : -1;
            if (index is not null)
            {
                index.Find(frame);
                _bits = frame.Candidates;
            }
        }

        public bool Next(out int rule)
        {
            if (_bits is null)
            {
                rule = _next++;
                return rule < _count;
            }

            int words = Bits.Words(_count);
            while (_word == 0)
            {
                if (++_next >= words)
                {
                    rule = 0;
                    return false;
                }

                _word = _bits[_next];
            }

            rule = (_next << 6) + BitOperations.TrailingZeroCount(_word);
            _word &= _word - 1;
            return true;
        }
    }
}
