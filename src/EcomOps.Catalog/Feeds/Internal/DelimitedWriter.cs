using System.Text;

namespace EcomOps.Catalog.Feeds.Internal;

// A header row with every attribute of the profile that a text can fill, then one row an item. Quoting as in RFC 4180, with any separator.
internal static class DelimitedWriter
{
    public static async Task WriteAsync(FeedProfile profile, IEnumerable<FeedItem> items, Stream stream, char separator, CancellationToken cancellationToken)
    {
        FeedAttribute[] columns = [.. profile.Attributes.Where(a => !a.HasParts)];
        StreamWriter writer = new(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 16, leaveOpen: true);
        await using (writer.ConfigureAwait(false))
        {
            StringBuilder line = new();
            await writer.WriteAsync(string.Join(separator, columns.Select(c => c.Name)) + "\n").ConfigureAwait(false);
            foreach (FeedItem item in items)
            {
                cancellationToken.ThrowIfCancellationRequested();
                line.Clear();
                for (int i = 0; i < columns.Length; i++)
                {
                    if (i > 0)
                    {
                        line.Append(separator);
                    }

                    Append(line, Cell(item[columns[i].Name], columns[i].MaximumValues != 1), separator);
                }

                await writer.WriteAsync(line.Append('\n'), cancellationToken).ConfigureAwait(false);
            }
        }
    }

    // Several values stand in one cell with commas between them; one that holds a comma is quoted inside the cell.
    private static string Cell(IReadOnlyList<string> values, bool isList) => values.Count switch
    {
        0 => string.Empty,
        1 when !isList => XmlCharacters.Clean(values[0]),
        _ => string.Join(',', values.Select(XmlCharacters.Clean).Select(text => text.AsSpan().ContainsAny(',', '"') ? Quote(text) : text)),
    };

    private static void Append(StringBuilder line, string cell, char separator) =>
        line.Append(cell.AsSpan().ContainsAny("\"\r\n") || cell.Contains(separator, StringComparison.Ordinal) ? Quote(cell) : cell);

    private static string Quote(string text) => "\"" + text.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
}
