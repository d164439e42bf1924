using System.Diagnostics;
using System.Globalization;
using EcomOps.Rules.Cel;
using EcomOps.Rules.DecisionSets;
using EcomOps.Rules.Tests.DecisionSets;
using Xunit.Abstractions;

namespace EcomOps.Rules.Tests.Cel;

// Random and mutated sources through parser, checker and evaluator, and through whole documents: nothing may throw, hang or cost more than its budget.
// ECOMOPS_FUZZ_SECONDS sets the time (default 2), the seed is fixed, and what once went wrong lies in Corpus/.
public sealed class CelFuzzTests(ITestOutputHelper output)
{
    private const int Seed = 20261124;

    private static readonly string Pieces = "()[]{}.,:?!-+*/%<>=&|'\"`\\rbRBuUxX0123456789eE_ \n\t@#$~é😀ithasnallexistsmapfilterinnulltruefalse";

    private static string[] Corpus =>
    [
        .. Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Corpus"), "*.cel").Order(StringComparer.Ordinal).SelectMany(f => File.ReadAllText(f).Split("\n---\n")),
    ];

    [Fact]
    public void Kept_sources_are_answered()
    {
        Assert.NotEmpty(Corpus);
        foreach (string source in Corpus)
        {
            Answer(source);
        }
    }

    [Fact]
    public void Random_sources_are_answered()
    {
        double seconds = double.TryParse(Environment.GetEnvironmentVariable("ECOMOPS_FUZZ_SECONDS"), NumberStyles.Float, CultureInfo.InvariantCulture, out double given) ? given : 2;
        var random = new Random(Seed);
        var expressions = new RandomExpressions(Seed);
        string[] corpus = Corpus;
        var clock = Stopwatch.StartNew();
        int count = 0;
        for (; clock.Elapsed.TotalSeconds < seconds; count++)
        {
            string source = random.Next(4) == 0 ? corpus[random.Next(corpus.Length)] : expressions.Next();
            source = count % 2 == 0 ? source : Mutated(source, random);
            try
            {
                Answer(source);
            }
            catch (Exception error)
            {
                throw new InvalidOperationException($"Source {count} of seed {Seed}: {source}", error);
            }
        }

        output.WriteLine($"{count} sources in {seconds} s");
    }

    [Theory]
    [InlineData("a bracket", "((((((((((")]
    [InlineData("a list", "[[[[[[[[[[")]
    [InlineData("a call", "size(size(")]
    [InlineData("a macro", "[1].map(y, [1].map(z, ")]
    public void Deep_nesting_ends_with_a_diagnostic(string what, string opening)
    {
        string source = string.Concat(Enumerable.Repeat(opening, CelParser.MaximumLength / opening.Length));
        long start = Stopwatch.GetTimestamp();

        Assert.False(Expressions.Environment.Compile(source).IsSuccess, what);
        Assert.True(Stopwatch.GetElapsedTime(start).TotalSeconds < 5, what);
    }

    private static void Answer(string source)
    {
        CelParseResult parsed = CelParser.Parse(source);
        if (!parsed.IsSuccess)
        {
            Assert.NotEmpty(parsed.Diagnostics);
            return;
        }

        Assert.Equal(parsed.Root.ToString(), CelParser.Parse(parsed.Root.ToString()).Root?.ToString());
        foreach (bool check in new[] { true, false })
        {
            CelCompilation compiled = Expressions.Environment.Compile(source, check);
            Assert.True(compiled.IsSuccess || compiled.Diagnostics.Count > 0);
            CelResult? result = compiled.Program?.Evaluate(Expressions.Bindings, 5_000);
            Assert.True(result is null or CelValue or CelFailure { Error.Message.Length: > 0 });
        }

        string yaml = $"ruleSet: fuzz\nrules:\n- id: a\n  when: {System.Text.Json.JsonSerializer.Serialize(source)}\n  then: 1\n";
        RuleSet.Parse(yaml, OrderInput.Vocabulary).Set?.Explain(new OrderInput(), Sets.At).ToString();
    }

    private static string Mutated(string source, Random random)
    {
        var text = new List<char>(source);
        for (int edits = random.Next(1, 6); edits > 0; edits--)
        {
            int at = random.Next(text.Count + 1);
            switch (random.Next(4))
            {
                case 0 when at < text.Count:
                    text.RemoveAt(at);
                    break;
                case 1 when at < text.Count:
                    text[at] = Pieces[random.Next(Pieces.Length)];
                    break;
                case 2 when text.Count > 2:
                    int from = random.Next(text.Count - 1);
                    text.InsertRange(at, [.. text.Skip(from).Take(random.Next(1, 12))]);
                    break;
                default:
                    text.Insert(at, Pieces[random.Next(Pieces.Length)]);
                    break;
            }
        }

        return new string([.. text]);
    }
}
