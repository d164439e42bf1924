using EcomOps.Rules.Vocabularies.Internal;

namespace EcomOps.Rules.DecisionSets.Internal;

/// <summary>How a rule's outcome is made: constant, or with members that are evaluated.</summary>
internal sealed class OutcomePlan
{
    private readonly MatchedRule[]? _single;

    public OutcomePlan(string rule, Outcome? constant, string[] names, ValuePlan[] values)
    {
        Rule = rule;
        Constant = constant;
        Names = names;
        Values = values;
        Match = constant is null ? null : new MatchedRule(rule, constant);
        _single = Match is null ? null : [Match];
    }

    public string Rule { get; }

    public Outcome? Constant { get; }

    public MatchedRule? Match { get; }

    /// <summary>Names of the members; empty for a simple outcome.</summary>
    public string[] Names { get; }

    public ValuePlan[] Values { get; }

    public IReadOnlyList<MatchedRule> Alone(MatchedRule match) => ReferenceEquals(match, Match) ? _single! : [match];

    public Truth Evaluate(FactFrame frame, out MatchedRule? match)
    {
        if (Match is not null)
        {
            match = Match;
            return Truth.True;
        }

        match = null;
        var evaluated = new object?[Values.Length];
        Truth result = Truth.True;
        for (int i = 0; i < Values.Length; i++)
        {
            Truth truth = Values[i].Evaluate(frame, out evaluated[i]);
            if (truth == Truth.Absent)
            {
                // A condition may skip what is absent; an outcome may not be made of it.
                string path = frame.Absent >= 0 ? frame.Vocabulary.Attributes[frame.Absent].Path : "?";
                frame.Error = new RuleError(RuleErrorKind.MissingFact, $"The outcome reads '{path}', which is absent; guard it with has() or orValue().", path);
                return Truth.Error;
            }

            if (truth == Truth.Error)
            {
                return truth;
            }

            result = truth == Truth.Unknown ? truth : result;
        }

        if (result != Truth.True)
        {
            return result;
        }

        if (Names.Length == 0)
        {
            match = new MatchedRule(Rule, new Outcome(evaluated[0]));
            return Truth.True;
        }

        var members = new KeyValuePair<string, object?>[Names.Length];
        for (int i = 0; i < members.Length; i++)
        {
            members[i] = KeyValuePair.Create(Names[i], evaluated[i]);
        }

        match = new MatchedRule(Rule, new Outcome(members));
        return Truth.True;
    }
}
