using System.Text.RegularExpressions;
using EcomOps.Snippets.Walking;

namespace EcomOps.Snippets.Guides;

public sealed partial class DiagnosticCodeTests
{
    [Fact]
    public void The_reference_has_every_code_that_the_package_reports_and_no_other()
    {
        IEnumerable<string> reported = Directory.EnumerateFiles(Repository.At("src", "EcomOps.Rules"), "*.cs", SearchOption.AllDirectories)
            .Where(path => !path.Contains("/obj/", StringComparison.Ordinal))
            .SelectMany(path => Code().Matches(File.ReadAllText(path)).Select(match => match.Value));
        IEnumerable<string> documented = Code().Matches(File.ReadAllText(Repository.At("docs", "guides", "rules", "reference.md"))).Select(match => match.Value);
        Assert.Equal(reported.Distinct().Order(StringComparer.Ordinal), documented.Distinct().Order(StringComparer.Ordinal));
    }

    [GeneratedRegex("RUL[0-9]{4}")]
    private static partial Regex Code();
}
