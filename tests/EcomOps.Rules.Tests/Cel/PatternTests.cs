using System.Text;
using System.Text.RegularExpressions;
using EcomOps.Rules.Cel.Internal.Patterns;

namespace EcomOps.Rules.Tests.Cel;

public sealed class PatternTests
{
    [Theory]
    [InlineData("a.c", "xabcx", true)]
    [InlineData("^a.c$", "a😀c", true)]
    [InlineData("^a..c$", "a😀c", false)]
    [InlineData("^[😀-😂]+$", "😀😁😂", true)]
    [InlineData("^[^a]$", "😀", true)]
    [InlineData(@"^\d+$", "١٢", false)]
    [InlineData(@"\bword\b", "a word.", true)]
    [InlineData(@"\bword\b", "swords", false)]
    [InlineData(@"\bé", "é", false)]
    [InlineData("(?i)STRASSE", "strasse", true)]
    [InlineData("(?i)k", "\u212a", true)]
    [InlineData("(?i)[^k]", "K", false)]
    [InlineData("a.b", "a\nb", false)]
    [InlineData("(?s)a.b", "a\nb", true)]
    [InlineData("^b", "a\nb", false)]
    [InlineData("(?m)^b", "a\nb", true)]
    [InlineData("a$", "a\n", false)]
    [InlineData(@"\Aa\z", "a", true)]
    [InlineData(@"(?P<year>\d{4})-(?<m>\d\d)", "in 2026-11", true)]
    [InlineData(@"\Qa.b\E+", "a.bbb", true)]
    [InlineData(@"\Qa.b\E", "axb", false)]
    [InlineData(@"^\p{Lu}\P{Lu}$", "Éé", true)]
    [InlineData(@"^\pN+$", "12Ⅳ", true)]
    [InlineData("^[[:alpha:]_]+$", "a_Z", true)]
    [InlineData("^[]a]+$", "]a", true)]
    [InlineData(@"^[\w.-]+@[\w-]+\.[a-z]{2,}$", "a.b-c@shop.example", true)]
    [InlineData("^(?:ab|a)(?:c|bcd)$", "abcd", true)]
    [InlineData("x{2,3}", "xx", true)]
    [InlineData("^x{2,3}$", "xxxx", false)]
    [InlineData("a{,2}", "a{,2}", true)]
    [InlineData(@"\x{1F600}", "😀", true)]
    [InlineData("", "", true)]
    public void Patterns_mean_what_they_mean_in_RE2(string pattern, string text, bool matches)
    {
        Pattern? compiled = Pattern.TryCompile(pattern, out string? problem);

        Assert.True(compiled is not null, problem);
        Assert.Equal(matches, compiled.IsMatch(text));
    }

    [Theory]
    [InlineData(@"(a)\1")]
    [InlineData("a(?=b)")]
    [InlineData("a(?!b)")]
    [InlineData("(?<=a)b")]
    [InlineData("(?>a)")]
    [InlineData("a**")]
    [InlineData("*a")]
    [InlineData("(a")]
    [InlineData("a)")]
    [InlineData("[a")]
    [InlineData("[z-a]")]
    [InlineData("a{1001}")]
    [InlineData("a{3,2}")]
    [InlineData(@"\p{Greek}")]
    [InlineData(@"\8")]
    [InlineData(@"\y")]
    [InlineData(@"a\")]
    [InlineData("[[:nope:]]")]
    [InlineData("((((a{100}){100}){100}){100})")]
    [InlineData("((((){1000}){1000}){1000}){1000}(a{1000}){1000}")]
    public void What_cannot_be_used_is_refused(string pattern)
    {
        Assert.Null(Pattern.TryCompile(pattern, out string? problem));
        Assert.NotNull(problem);
    }

    [Fact]
    public void Bombs_of_backtracking_take_linear_time()
    {
        string text = new('a', 20_000);

        Assert.False(Pattern.TryCompile("^(a+)+$|^(a|aa)+b$", out _)!.IsMatch(text + "!"));
        Assert.False(Pattern.TryCompile("(a*)*(a*)*(a*)*b", out _)!.IsMatch(text));
        Assert.Null(Pattern.TryCompile(new string('(', 900), out _));
    }

    [Fact]
    public void Plain_patterns_agree_with_the_engine_of_the_platform()
    {
        var random = new Random(7);
        for (int i = 0; i < 4000; i++)
        {
            string pattern = Random(random, 3);
            Pattern? compiled = Pattern.TryCompile(pattern, out string? problem);
            Assert.True(compiled is not null, $"{pattern}: {problem}");
            var regex = new Regex(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
            for (int k = 0; k < 10; k++)
            {
                var text = new StringBuilder();
                for (int length = random.Next(8); length > 0; length--)
                {
                    text.Append("abc1_ "[random.Next(6)]);
                }

                Assert.True(regex.IsMatch(text.ToString()) == compiled.IsMatch(text.ToString()), $"{pattern} on '{text}'");
            }
        }
    }

    private static string Random(Random random, int depth) => depth == 0
        ? new[] { "a", "b", "c", ".", "[ab]", "[^a]", @"\d", @"\w", "^", @"\z", @"\b", "(?i:B)" }[random.Next(12)]
        : random.Next(5) switch
        {
            0 => $"(?:{Random(random, depth - 1)}|{Random(random, depth - 1)})",
            1 => $"(?:{Random(random, depth - 1)}){new[] { "*", "+", "?", "{2}", "{1,2}", "*?", "{0,}" }[random.Next(7)]}",
            2 => $"({Random(random, depth - 1)})",
            _ => Random(random, depth - 1) + Random(random, depth - 1),
        };
}
