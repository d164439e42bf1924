using System.Globalization;
using System.Text.Json;
using EcomOps.Cli.Commands.Rules;
using EcomOps.Core;

namespace EcomOps.Cli.Commands.Inventory;

/// <summary>Rows of a CSV file with a header, or of a JSON array of objects, each with its place.</summary>
internal sealed class StockTable
{
    private StockTable(List<StockRow> rows, List<Issue> issues) => (Rows, Issues) = (rows, issues);

    public IReadOnlyList<StockRow> Rows { get; }

    public List<Issue> Issues { get; }

    /// <summary>Reads a file whose columns are known; the first ones are required.</summary>
    public static StockTable Read(string file, int required, params string[] columns)
    {
        if (!File.Exists(file))
        {
            throw new ToolFailure($"there is no file '{file}'.");
        }

        string text = File.ReadAllText(file);
        return text.AsSpan().TrimStart() is ['[' or '{', ..] ? ReadJson(file, text, required, columns) : ReadCsv(file, text, required, columns);
    }

    private static StockTable ReadCsv(string file, string text, int required, string[] columns)
    {
        string[] lines = text.ReplaceLineEndings("\n").Split('\n');
        int first = Array.FindIndex(lines, l => l.Trim().Length > 0);
        if (first < 0)
        {
            throw new ToolFailure($"'{file}' is empty; write a header line {string.Join(',', columns[..required])} and rows below it.");
        }

        // Spreadsheets of half of Europe write semicolons.
        char separator = lines[first].Contains(';') && !lines[first].Contains(',') ? ';' : ',';
        List<string> named = Cells(lines[first], separator) ?? throw new ToolFailure($"'{file}' line {first + 1}: a quote in the header is not closed.");
        string[] header = [.. named.Select(c => c.ToLowerInvariant())];
        MustKnow(file, header, required, columns);
        var rows = new List<StockRow>();
        var issues = new List<Issue>();
        for (int i = first + 1; i < lines.Length; i++)
        {
            if (lines[i].Trim().Length == 0)
            {
                continue;
            }

            string place = string.Create(CultureInfo.InvariantCulture, $"line {i + 1}");
            if (Cells(lines[i], separator) is not { } cells)
            {
                issues.Add(new("line_unreadable", place, "A quote is not closed; double quotes inside a quoted cell."));
            }
            else if (cells.Count != header.Length)
            {
                issues.Add(new("line_unreadable", place, string.Create(CultureInfo.InvariantCulture, $"It has {cells.Count} cells, the header has {header.Length}; write {string.Join(separator, header)}.")));
            }
            else
            {
                rows.Add(new(place, header.Zip(cells).ToDictionary(p => p.First, p => p.Second, StringComparer.Ordinal)));
            }
        }

        return new(rows, issues);
    }

    private static StockTable ReadJson(string file, string text, int required, string[] columns)
    {
        var rows = new List<StockRow>();
        var issues = new List<Issue>();
        try
        {
            using var document = JsonDocument.Parse(text);
            JsonElement[] all = document.RootElement.ValueKind == JsonValueKind.Array ? [.. document.RootElement.EnumerateArray()] : [document.RootElement];
            for (int i = 0; i < all.Length; i++)
            {
                string place = string.Create(CultureInfo.InvariantCulture, $"item {i + 1}");
                if (all[i].ValueKind != JsonValueKind.Object)
                {
                    issues.Add(new("line_unreadable", place, $"It is no object; write {{\"{string.Join("\": …, \"", columns[..required])}\": …}}."));
                    continue;
                }

                var cells = all[i].EnumerateObject().Where(p => p.Value.ValueKind != JsonValueKind.Null).GroupBy(p => p.Name.ToLowerInvariant(), StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Last().Value.ToString().Trim(), StringComparer.Ordinal);
                if (cells.Keys.Except(columns).ToArray() is { Length: > 0 } unknown)
                {
                    issues.Add(new("unknown_column", place, $"'{string.Join("', '", unknown)}' is none of {string.Join(", ", columns)}."));
                }
                else
                {
                    rows.Add(new(place, cells));
                }
            }
        }
        catch (JsonException problem)
        {
            throw new ToolFailure($"'{file}' is no JSON: {problem.Message}");
        }

        return new(rows, issues);
    }

    private static void MustKnow(string file, string[] header, int required, string[] columns)
    {
        if (columns[..required].Except(header).ToArray() is { Length: > 0 } missing)
        {
            throw new ToolFailure($"'{file}' line 1: the header lacks {string.Join(", ", missing)}; write {string.Join(',', columns[..required])}{(columns.Length > required ? " and where you have them " + string.Join(',', columns[required..]) : string.Empty)}.");
        }

        if (header.Except(columns).ToArray() is { Length: > 0 } unknown)
        {
            throw new ToolFailure($"'{file}' line 1: '{string.Join("', '", unknown)}' is none of the columns {string.Join(", ", columns)}.");
        }

        if (header.Distinct(StringComparer.Ordinal).Count() < header.Length)
        {
            throw new ToolFailure($"'{file}' line 1: a column is named twice.");
        }
    }

    // Null when a quote is not closed.
    private static List<string>? Cells(string line, char separator)
    {
        var cells = new List<string>();
        int at = 0;
        while (true)
        {
            while (at < line.Length && line[at] == ' ')
            {
                at++;
            }

            if (at < line.Length && line[at] == '"')
            {
                int end = at + 1;
                while (end < line.Length && (line[end] != '"' || (end + 1 < line.Length && line[end + 1] == '"')))
                {
                    end += line[end] == '"' ? 2 : 1;
                }

                if (end >= line.Length)
                {
                    return null;
                }

                cells.Add(line[(at + 1)..end].Replace("\"\"", "\"", StringComparison.Ordinal));
                at = line.IndexOf(separator, end);
            }
            else
            {
                int end = line.IndexOf(separator, at);
                cells.Add(line[at..(end < 0 ? line.Length : end)].Trim());
                at = end;
            }

            if (at < 0)
            {
                return cells;
            }

            at++;
        }
    }
}
