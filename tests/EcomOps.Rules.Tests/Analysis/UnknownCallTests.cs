using EcomOps.Rules.Analysis;
using EcomOps.Rules.Analysis.Internal;
using EcomOps.Rules.Documents;
using EcomOps.Rules.Vocabularies;
using FsCheck;
using FsCheck.Xunit;

namespace EcomOps.Rules.Tests.Analysis;

/// <summary>Calls of unknown functions, against every function that there is on a small domain.</summary>
public sealed class UnknownCallTests
{
    private static readonly string[] Values = ["A", "B", "C"];

    private readonly Field[] _fields =
    [
        new Field(0, new VocabularyAttribute { Path = "a", Type = AttributeType.Enumeration(Values) }),
        new Field(1, new VocabularyAttribute { Path = "b", Type = AttributeType.Enumeration(Values), IsOptional = true }),
        new Field(2, new VocabularyAttribute { Path = "n", Type = AttributeType.Int with { Minimum = 0L, Maximum = 3L } }),
    ];

    [Property(MaxTest = 300)]
    public void What_is_proven_holds_for_every_function_and_what_some_function_shows_is_reported(DoNotSize<int> seed)
    {
        Random random = new(seed.Item);
        LoweredRule[] rules = [.. Enumerable.Range(0, 1 + random.Next(3)).Select(i => new LoweredRule("r" + i, [Condition(random, 3)], random.Next(2), 0))];
        HitPolicyKind policy = random.Next(2) == 0 ? HitPolicyKind.Unique : HitPolicyKind.First;
        List<AnalysisFinding> found = new FindingSearch(new RuleSpace(_fields, [], rules, new AnalysisOptions()), policy, hasDefault: false).Run();

        // One function is eight answers: for A, B and C, true or false each.
        List<List<bool[]>> worlds = [.. Enumerable.Range(0, 8).Select(f => Points(rules, f))];
        foreach (AnalysisFinding finding in found)
        {
            bool[] shows = [.. worlds.Select(w => Shows(finding, rules, w))];
            Assert.Contains(true, shows);
            Assert.True(finding.Certainty == Certainty.Undecided || !shows.Contains(false), $"{finding} fails for some function.");
        }

        for (int a = 0; a < rules.Length && policy == HitPolicyKind.Unique; a++)
        {
            for (int b = a + 1; b < rules.Length; b++)
            {
                Assert.True(found.Exists(f => f is OverlappingRules o && o.First == $"r{a}" && o.Second == $"r{b}") || !worlds.Exists(w => w.Exists(p => p[a] && p[b])));
            }
        }

        Assert.True(found.Exists(f => f is GapInRules) || worlds.TrueForAll(w => w.TrueForAll(p => p.Contains(true))));
        Assert.All(Enumerable.Range(0, rules.Length), r => Assert.Equal(
            worlds.TrueForAll(w => w.TrueForAll(p => !p[r])), found.Exists(f => f is UnsatisfiableRule u && u.Rule == $"r{r}")));
    }

    private static bool Shows(AnalysisFinding finding, LoweredRule[] rules, List<bool[]> points)
    {
        int[] about = [.. finding.Rules.Select(id => Array.FindIndex(rules, r => r.Id == id))];
        return finding switch
        {
            UnsatisfiableRule => points.TrueForAll(p => !p[about[0]]),
            AlwaysTrueRule => points.TrueForAll(p => p[about[0]]),
            DuplicateRules => points.TrueForAll(p => p[about[0]] == p[about[1]]),
            OverlappingRules => points.Exists(p => p[about[0]] && p[about[1]]),
            ShadowedRule => points.TrueForAll(p => !p[about[0]] || Array.IndexOf(p, true) < about[0]),
            _ => points.Exists(p => !p.Contains(true)),
        };
    }

    private static List<bool[]> Points(LoweredRule[] rules, int function)
    {
        List<bool[]> points = [];
        foreach (string a in Values)
        {
            foreach (string? b in Values.Append(null))
            {
                for (long n = 0; n <= 3; n++)
                {
                    object?[] point = [a, b, (Rational)n];
                    PointEvaluator evaluator = new(point, atom =>
                    {
                        string argument = atom.Arguments[0] is FieldTerm field ? (string)point[field.Field]! : ((TextTerm)atom.Arguments[0]).Value;
                        return (function >> Array.IndexOf(Values, argument) & 1) == 1 ? Truth.True : Truth.False;
                    });
                    points.Add([.. rules.Select(r => evaluator.Evaluate(r.Conjuncts[0]) == Truth.True)]);
                }
            }
        }

        return points;
    }

    private static Formula Condition(Random random, int depth)
    {
        if (depth == 0 || random.Next(3) == 0)
        {
            return random.Next(6) switch
            {
                0 or 1 => Call(new FieldTerm(0, TermKind.Text), "a", 0),
                2 => Call(new FieldTerm(1, TermKind.Text), "b", 1),
                3 => Call(new TextTerm("A"), "'A'"),
                4 => new CompareAtom((Comparison)random.Next(2), new FieldTerm(random.Next(2), TermKind.Text), random.Next(2) == 0 ? new FieldTerm(0, TermKind.Text) : new TextTerm(Values[random.Next(3)])),
                _ => new CompareAtom((Comparison)random.Next(6), new FieldTerm(2, TermKind.Int), new NumberTerm(random.Next(4), TermKind.Int)),
            };
        }

        return random.Next(5) switch
        {
            0 => new NotFormula(Condition(random, depth - 1)),
            1 => new AndFormula(Condition(random, depth - 1), Condition(random, depth - 1)),
            2 => new OrFormula(Condition(random, depth - 1), Condition(random, depth - 1)),
            3 => new ChoiceFormula(Condition(random, depth - 1), Condition(random, depth - 1), Condition(random, depth - 1)),
            _ => new SameFormula(Condition(random, depth - 1), Condition(random, depth - 1)),
        };
    }

    private static UnknownAtom Call(Term argument, string text, params int[] fields) =>
        new($"known({text})", "known", ValueList.Create([argument]), fields.ToValueList(), MayFail: false);
}
