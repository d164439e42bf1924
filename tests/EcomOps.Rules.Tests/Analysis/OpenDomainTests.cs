using EcomOps.Rules.Analysis;
using EcomOps.Rules.Analysis.Internal;
using EcomOps.Rules.Documents;
using EcomOps.Rules.Vocabularies;
using FsCheck;
using FsCheck.Xunit;
using NodaTime;

namespace EcomOps.Rules.Tests.Analysis;

/// <summary>Texts, continua and instants cannot be listed; many chosen points stand for them. No point may contradict a finding or the lack of one.</summary>
public sealed class OpenDomainTests
{
    private static readonly string[] Texts = ["", "A", "A\0", "AB", "AB-", "ABC", "AC", "B", "Ba", "C", "D", "a", "\uE000", "😀", "😁x"];
    private static readonly Rational[] Numbers = [.. new[] { 0d, 0.25, 0.5, 0.75, 1, 1.5, 2, 2.25, 3 }.Select(Rational.Exactly)];
    private static readonly Instant Noon = Instant.FromUtc(2026, 11, 27, 12, 0);

    private readonly Field[] _fields =
    [
        new Field(0, new VocabularyAttribute { Path = "s", Type = AttributeType.String }),
        new Field(1, new VocabularyAttribute { Path = "t", Type = AttributeType.String, IsOptional = true }),
        new Field(2, new VocabularyAttribute { Path = "x", Type = AttributeType.Double with { Minimum = 0d, Maximum = 3d } }),
        new Field(3, new VocabularyAttribute { Path = "y", Type = AttributeType.Double with { Minimum = 0d, Maximum = 3d } }),
        new Field(4, new VocabularyAttribute { Path = "at", Type = AttributeType.Timestamp with { Minimum = Noon, Maximum = Noon + Duration.FromHours(2) } }),
    ];

    [Property(MaxTest = 300)]
    public void No_point_contradicts_the_findings(DoNotSize<int> seed)
    {
        Random random = new(seed.Item);
        LoweredRule[] rules = [.. Enumerable.Range(0, 1 + random.Next(4)).Select(i => new LoweredRule("r" + i, [.. Enumerable.Range(0, 1 + random.Next(2)).Select(_ => Condition(random, 2))], random.Next(2), 0))];
        foreach (HitPolicyKind policy in (HitPolicyKind[])[HitPolicyKind.Unique, HitPolicyKind.First])
        {
            RuleSpace space = new(_fields, [], rules, new AnalysisOptions());
            HashSet<string> found = [.. new FindingSearch(space, policy, hasDefault: false).Run().Select(f =>
            {
                Assert.Equal(Certainty.Proven, f.Certainty);
                return BruteForce.Text(f);
            })];
            List<bool[]> points = [.. Points(random).Select(p =>
            {
                PointEvaluator evaluator = new(p, static _ => Truth.Error);
                return (bool[])[.. rules.Select(r => r.Conjuncts.All(c => evaluator.Evaluate(c) == Truth.True))];
            })];
            Judge(rules, policy, found, points);
        }
    }

    private static void Judge(LoweredRule[] rules, HitPolicyKind policy, HashSet<string> found, List<bool[]> points)
    {
        Assert.True(found.Contains("gap") || points.TrueForAll(p => p.Contains(true)), "A gap is missing.");
        for (int a = 0; a < rules.Length; a++)
        {
            Assert.False(found.Contains($"unsatisfiable r{a}") && points.Exists(p => p[a]), $"r{a} does match.");
            Assert.False(found.Contains($"always-true r{a}") && points.Exists(p => !p[a]), $"r{a} does not always match.");
            for (int b = a + 1; b < rules.Length; b++)
            {
                bool same = rules[a].Outcome.Equals(rules[b].Outcome);
                Assert.True(policy != HitPolicyKind.Unique || found.Contains($"overlap r{a} r{b} {same}") || !points.Exists(p => p[a] && p[b]), $"An overlap of r{a} and r{b} is missing.");
                Assert.False(found.Contains($"duplicate r{a} r{b}") && points.Exists(p => p[a] != p[b]), $"r{a} and r{b} differ.");
            }

            string? shadowed = found.FirstOrDefault(f => f.StartsWith($"shadowed r{a} ", StringComparison.Ordinal));
            foreach (bool[] point in points.Where(p => p[a] && policy == HitPolicyKind.First))
            {
                int winner = Array.IndexOf(point, true);
                Assert.True(shadowed is null || (winner < a && shadowed.Split(" by ")[1].Split(',').Contains("r" + winner)), $"{shadowed}, but r{winner} wins.");
            }
        }
    }

    private static IEnumerable<object?[]> Points(Random random)
    {
        for (int i = 0; i < 400; i++)
        {
            string s = Texts[random.Next(Texts.Length)];
            Rational x = Numbers[random.Next(Numbers.Length)];
            yield return
            [
                s,
                random.Next(4) == 0 ? null : random.Next(3) == 0 ? s : Texts[random.Next(Texts.Length)],
                x,
                random.Next(3) == 0 ? x : Numbers[random.Next(Numbers.Length)],
                Field.Nanoseconds(Noon + (random.Next(3) * Duration.FromMinutes(30)) + Duration.FromNanoseconds(random.Next(3))),
            ];
        }
    }

    private static Formula Condition(Random random, int depth)
    {
        if (depth == 0 || random.Next(3) == 0)
        {
            return Atom(random);
        }

        return random.Next(4) switch
        {
            0 => new NotFormula(Condition(random, depth - 1)),
            1 => new AndFormula(Condition(random, depth - 1), Condition(random, depth - 1)),
            2 => new OrFormula(Condition(random, depth - 1), Condition(random, depth - 1)),
            _ => new SameFormula(Condition(random, depth - 1), Condition(random, depth - 1)),
        };
    }

    private static Formula Atom(Random random)
    {
        FieldTerm text = new(random.Next(2), TermKind.Text);
        FieldTerm number = new(2 + random.Next(2), TermKind.Double);
        Comparison op = (Comparison)random.Next(6);
        string constant = Texts[random.Next(Texts.Length)];
        return random.Next(8) switch
        {
            0 => new PrefixAtom(text, constant),
            1 => new CompareAtom(op, text, new TextTerm(constant)),
            2 => new CompareAtom(op, new FieldTerm(0, TermKind.Text), new FieldTerm(1, TermKind.Text)),
            3 => new MemberAtom(text, ValueList.Create<Term>([new TextTerm(constant), new TextTerm("AB")])),
            4 => new CompareAtom(op, number, new NumberTerm(Numbers[random.Next(Numbers.Length)], TermKind.Double)),
            5 => new CompareAtom(op, new BinaryTerm('+', new FieldTerm(2, TermKind.Double), new FieldTerm(3, TermKind.Double), TermKind.Double), new NumberTerm(Numbers[random.Next(Numbers.Length)], TermKind.Double)),
            6 => new PresenceAtom(1),
            _ => new CompareAtom(op, new FieldTerm(4, TermKind.Timestamp), new NumberTerm(Field.Nanoseconds(Noon + Duration.FromMinutes(30 * random.Next(3)) + Duration.FromNanoseconds(random.Next(2))), TermKind.Timestamp)),
        };
    }
}
