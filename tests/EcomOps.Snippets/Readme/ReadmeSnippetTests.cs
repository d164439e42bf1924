using System.Text.RegularExpressions;
using EcomOps.Snippets.Walking;

namespace EcomOps.Snippets.Readme;

public sealed partial class ReadmeSnippetTests
{
    public static TheoryData<string> Pages() =>
        [.. Directory.EnumerateFiles(Repository.At("src"), "README.md", SearchOption.AllDirectories)
            .Where(path => !path.Contains("/obj/", StringComparison.Ordinal) && !path.Contains("/bin/", StringComparison.Ordinal))
            .Append(Repository.At("README.md"))
            .Select(path => Path.GetRelativePath(Repository.Root, path).Replace('\\', '/'))
            .Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_piece_of_code_is_compiled_and_run(string page)
    {
        foreach (FencedBlock block in FencedBlock.Of(File.ReadAllText(Repository.At(page))).Where(block => block.Language == "csharp"))
        {
            Match name = Named().Match(block.Directive);
            Assert.True(name.Success, $"{page}:{block.Line}: name the snippet above the block: <!-- snippet: Name -->");
            Assert.True(Regions.TryGetValue(name.Groups[1].Value, out string? code), $"{page}:{block.Line}: no region '{name.Groups[1].Value}' in tests/EcomOps.Snippets");
            Assert.Equal(code, block.Text);
        }
    }

    private static Dictionary<string, string> Regions { get; } = Directory
        .EnumerateFiles(Repository.At("tests", "EcomOps.Snippets"), "*.cs", SearchOption.AllDirectories)
        .SelectMany(path => Region().Matches(File.ReadAllText(path).ReplaceLineEndings("\n")))
        .ToDictionary(match => match.Groups["name"].Value, match => Dedent(match.Groups["code"].Value));

    private static string Dedent(string code)
    {
        string[] lines = code.TrimEnd('\n', ' ').Split('\n');
        int margin = lines.Where(line => line.Trim().Length > 0).Min(line => line.Length - line.TrimStart().Length);
        return string.Concat(lines.Select(line => (line.Length >= margin ? line[margin..] : string.Empty) + "\n"));
    }

    [GeneratedRegex("^snippet: (\\w+)$")]
    private static partial Regex Named();

    [GeneratedRegex("#region (?<name>\\w+)\n(?<code>.*?)\n *#endregion", RegexOptions.Singleline)]
    private static partial Regex Region();
}
