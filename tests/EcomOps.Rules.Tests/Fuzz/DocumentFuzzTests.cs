using System.Diagnostics;
using System.Globalization;
using System.Text;
using EcomOps.Rules.Checking;
using EcomOps.Rules.DecisionSets;
using EcomOps.Rules.Tests.Checking;
using EcomOps.Rules.Vocabularies;

namespace EcomOps.Rules.Tests.Fuzz;

/// <summary>Documents that nobody would write: each is read or refused, never anything else, and soon.</summary>
public sealed class DocumentFuzzTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private static readonly string[] Seeds =
    [
        Screening.Text,
        "ruleSet: t\ntable:\n  csv: |\n    id,order.total,ship.country,-> fee\n    a,[20..50),\"NL, BE\",1\n    b,-,not(DE),\"=money('1.00', 'EUR')\"\n",
        "ruleSet: t\ntable:\n  markdown: |\n    | order.total | -> level |\n    |---|---|\n    | >= 100 | gold |\n",
        """{"ruleSet":"j","hitPolicy":"accumulate(sum)","fold":"p","rules":[{"id":"a","when":"velocity.cards > 3","then":{"p":2}}],"default":{"p":0}}""",
        "ruleSet: p\nzone: Europe/Amsterdam\ncurrency: EUR\nhitPolicy: best(max)\nvariables:\n  - { name: v, expr: 'order.total > 5.00' }\nlists: { l: [a, b] }\nrules:\n  - id: o\n    when: v\n    from: 2026-11-01\n    until: 2026-12-01\n    score: order.total * 2\n    then: { a: \"='x' + ship.country\" }\n    rules:\n      - { id: i, when: ship.country in list('l'), then: { a: z }, priority: 3, mode: shadow }\n",
    ];

    private static readonly string[] Pieces =
    [
        "&a ", "*a", "!!str ", "? ", "- ", ": ", "\t", "\0", "\r", "{", "}", "[", "]", "'", "\"", "|", ">", "#", "%", "@", "`", "\\", "---\n", "...\n", "<<: ", "\ud83d\ude00", "\ud800",
        "9999999999999999999999999999999999", "1e999", "-0", "0x7f", ".inf", ".nan", "null", "~", "yes", "2026-02-30", "when: ", "then: ", "rules:\n  - ", "&& ", "|| ", "((((((((", "!!!!!!!!", "'unclosed", "\"\\ud800\"", "/* ", "// ",
    ];

    [Fact]
    public void Changed_documents_are_read_or_refused()
    {
        TimeSpan budget = TimeSpan.FromSeconds(int.Parse(Environment.GetEnvironmentVariable("ECOMOPS_FUZZ_SECONDS") ?? "2", CultureInfo.InvariantCulture));
        Stopwatch watch = Stopwatch.StartNew();
        Random random = new(20261124);
        do
        {
            string text = Change(Seeds[random.Next(Seeds.Length)], random);
            ReadSoon(text);
        }
        while (watch.Elapsed < budget);
    }

    public static TheoryData<string, string> Hostile() => new()
    {
        { "deep flow lists", "ruleSet: a\ndefault: " + new string('[', 200_000) },
        { "deep flow maps", "ruleSet: a\ndefault: " + string.Concat(Enumerable.Repeat("{a: ", 50_000)) },
        { "deep block lists", "ruleSet: a\ndefault:\n" + string.Concat(Enumerable.Range(1, 700).Select(i => new string(' ', i) + "-\n")) },
        { "deep json", new string('[', 300_000) },
        { "alias bomb", "a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\nruleSet: *c\n" },
        { "deep condition", "ruleSet: a\nrules:\n  - { id: x, when: '" + new string('(', 20_000) + "', then: 1 }\n" },
        { "many negations", "ruleSet: a\nrules:\n  - { id: x, when: '" + new string('!', 30_000) + "true', then: 1 }\n" },
        { "long chain", "ruleSet: a\nrules:\n  - { id: x, when: '" + string.Join(" && ", Enumerable.Repeat("velocity.cards > 1", 1_400)) + "', then: 1 }\n" },
        { "long number", "ruleSet: a\nrules:\n  - { id: x, when: 'velocity.cards > " + new string('9', 30_000) + "', then: 1 }\n" },
        { "regex bomb", "ruleSet: a\nrules:\n  - { id: x, when: 'ship.country.matches(\"(a*)*(a*)*(((a{900}){900}){900})b\")', then: 1 }\n" },
        { "a million characters", "ruleSet: a\ntitle: " + new string('x', 1_000_000) + "\nrules: []\n" },
        { "two million characters", "ruleSet: a\ntitle: " + new string('x', 2_000_000) + "\nrules: []\n" },
        { "deep nested rules", "ruleSet: a\nrules:\n" + string.Concat(Enumerable.Range(0, 300).Select(i => new string(' ', (2 * i) + 2) + $"- id: r{i}\n" + new string(' ', (2 * i) + 4) + "rules:\n")) },
        { "many rules of one id", "ruleSet: a\nrules:\n" + string.Concat(Enumerable.Repeat("  - { id: x, when: velocity.cards > 1, then: 1 }\n", 15_000)) },
    };

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Hostile_documents_are_refused_in_bounded_time(string name, string text)
    {
        Assert.NotEmpty(name);
        ReadSoon(text);
    }

    private static void ReadSoon(string text)
    {
        Stopwatch watch = Stopwatch.StartNew();
        RuleSetResult result = RuleSet.Parse(text, Screening.Vocabulary);
        if (result.Set is null)
        {
            Assert.NotEmpty(result.Diagnostics);
        }
        else
        {
            _ = RuleSetChecker.Check(result, Screening.Vocabulary);
            Assert.Equal(result.Set.Identity.ContentHash, RuleSet.Parse(result.Set.Document.ToJson(), Screening.Vocabulary).Set?.Identity.ContentHash);
        }

        _ = VocabularyFile.Parse(text, "fuzz", out _);
        Assert.True(watch.Elapsed < Patience, $"took {watch.Elapsed} for {(text.Length < 2000 ? text : text[..200])}");
    }

    private static string Change(string seed, Random random)
    {
        StringBuilder text = new(seed);
        int changes = 1 + random.Next(5);
        for (int i = 0; i < changes && text.Length > 0; i++)
        {
            int at = random.Next(text.Length);
            int length = Math.Min(random.Next(12), text.Length - at);
            switch (random.Next(5))
            {
                case 0:
                    text.Remove(at, length);
                    break;
                case 1:
                    text.Insert(at, Pieces[random.Next(Pieces.Length)]);
                    break;
                case 2:
                    text.Insert(at, text.ToString(random.Next(text.Length - length + 1), length));
                    break;
                case 3:
                    text[at] = (char)random.Next(1, 128);
                    break;
                default:
                    text.Length = at;
                    break;
            }
        }

        return text.ToString();
    }
}
