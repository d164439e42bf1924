using System.Diagnostics;
using System.Text;
using System.Text.Json;
using EcomOps.Snippets.Walking;

namespace EcomOps.Snippets.Guides;

/// <summary>Walks a guide as its reader would: makes its files in a fresh folder and runs its commands.</summary>
/// <remarks>
/// Directives above a block: <c>file: NAME</c> makes the file, <c>append: NAME</c> adds to it,
/// <c>copy: FROM -> TO; "old" -> "new"; …</c> copies with replacements. A <c>console</c> block holds lines
/// that begin with <c>$ ecomops</c>, each followed by what the tool prints.
/// </remarks>
internal sealed class GuideWalk(string folder)
{
    public string Apply(FencedBlock block)
    {
        if (block.Language == "console")
        {
            return Console(block.Text);
        }

        (string verb, string rest) = Split(block.Directive, ": ");
        switch (verb)
        {
            case "file":
                File.WriteAllText(At(rest), block.Text);
                break;
            case "append":
                File.AppendAllText(At(rest), block.Text);
                break;
            case "copy":
                Copy(rest);
                break;
            default:
                break;
        }

        return block.Text;
    }

    private string Console(string text)
    {
        StringBuilder printed = new();
        foreach (string line in text.Split('\n').Where(line => line.StartsWith("$ ", StringComparison.Ordinal)))
        {
            printed.Append(line).Append('\n').Append(Run(Words(line[2..])));
        }

        return printed.ToString();
    }

    private void Copy(string rest)
    {
        string[] parts = rest.Split("; ");
        (string from, string to) = Split(parts[0], " -> ");
        string text = File.ReadAllText(At(from));
        foreach (string part in parts[1..])
        {
            (string old, string made) = Split(part, " -> ");
            string find = JsonSerializer.Deserialize<string>(old)!;
            Assert.Contains(find, text, StringComparison.Ordinal);
            text = text.Replace(find, JsonSerializer.Deserialize<string>(made), StringComparison.Ordinal);
        }

        File.WriteAllText(At(to), text);
    }

    private string Run(List<string> words)
    {
        Assert.Equal("ecomops", words[0]);
        int redirect = words.IndexOf(">");
        List<string> arguments = redirect < 0 ? words[1..] : words[1..redirect];
        ProcessStartInfo start = new("dotnet", [Path.Combine(AppContext.BaseDirectory, "EcomOps.Cli.dll"), .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using Process process = Process.Start(start)!;
        Task<string> error = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (redirect >= 0)
        {
            File.WriteAllText(At(words[redirect + 1]), output);
            output = string.Empty;
        }

        return (output + error.Result).ReplaceLineEndings("\n");
    }

    private string At(string name) => Path.Combine(folder, name);

    // Words as a shell splits them; single quotes keep what is inside.
    private static List<string> Words(string line)
    {
        List<string> words = [];
        StringBuilder word = new();
        bool quoted = false;
        foreach (char c in line + ' ')
        {
            if (c == '\'')
            {
                quoted = !quoted;
            }
            else if (c == ' ' && !quoted)
            {
                if (word.Length > 0)
                {
                    words.Add(word.ToString());
                    word.Clear();
                }
            }
            else
            {
                word.Append(c);
            }
        }

        return words;
    }

    private static (string Head, string Tail) Split(string text, string mark)
    {
        int at = text.IndexOf(mark, StringComparison.Ordinal);
        return at < 0 ? (text, string.Empty) : (text[..at], text[(at + mark.Length)..]);
    }
}
