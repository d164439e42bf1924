using System.Text.RegularExpressions;

namespace EcomOps.Snippets.Walking;

/// <summary>A fenced block of a Markdown page, with the directive comment above it.</summary>
/// <param name="Line">Line of the opening fence, from 1.</param>
/// <param name="Language">Language after the fence; empty for none.</param>
/// <param name="Directive">Text of the HTML comment right above the block; empty for none.</param>
/// <param name="Text">The block's lines, each ended by a line feed.</param>
internal sealed partial record FencedBlock(int Line, string Language, string Directive, string Text)
{
    public static IReadOnlyList<FencedBlock> Of(string markdown)
    {
        List<FencedBlock> blocks = [];
        string[] lines = markdown.ReplaceLineEndings("\n").Split('\n');
        for (int i = 0; i < lines.Length; i++)
        {
            if (!lines[i].StartsWith("```", StringComparison.Ordinal))
            {
                continue;
            }

            int end = Array.IndexOf(lines, "```", i + 1);
            string directive = i > 0 && Comment().Match(lines[i - 1]) is { Success: true } comment ? comment.Groups[1].Value : string.Empty;
            blocks.Add(new FencedBlock(i + 1, lines[i][3..].Trim(), directive, string.Concat(lines[(i + 1)..end].Select(line => line + "\n"))));
            i = end;
        }

        return blocks;
    }

    [GeneratedRegex("^<!-- (.*) -->$")]
    private static partial Regex Comment();
}
