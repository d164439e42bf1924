using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using EcomOps.Cli.Commands.Rules;
using EcomOps.Formats.Orders;
using EcomOps.Operations.Runs;
using EcomOps.Reporting;

namespace EcomOps.Cli.Commands.Files;

// Results as a file: CSV, or JSON lines by its ending. Texts that a spreadsheet would run are guarded in CSV.
internal static class ResultFile
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(string path, IReadOnlyList<string> columns, IEnumerable<string[]> rows)
    {
        if (path.EndsWith(".csv", StringComparison.OrdinalIgnoreCase))
        {
            File.WriteAllText(path, CsvText.Of(new OutputTable(Path.GetFileNameWithoutExtension(path), columns, [.. rows.Select(r => (IReadOnlyList<string>)[.. r.Select(SpreadsheetText.Guard)])])));
        }
        else if (path.EndsWith(".jsonl", StringComparison.OrdinalIgnoreCase))
        {
            File.WriteAllLines(path, rows.Select(r => Line(columns, r)));
        }
        else
        {
            throw new ToolFailure($"'{path}' names no kind of file; end it in .csv or .jsonl.");
        }
    }

    private static string Line(IReadOnlyList<string> columns, string[] row)
    {
        using MemoryStream bytes = new();
        using (Utf8JsonWriter json = new(bytes, Options))
        {
            json.WriteStartObject();
            for (int i = 0; i < columns.Count; i++)
            {
                json.WriteString(columns[i], row[i]);
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.ToArray());
    }
}
