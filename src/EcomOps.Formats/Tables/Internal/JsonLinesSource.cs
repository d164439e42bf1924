using System.Text;
using System.Text.Json;
using EcomOps.Formats.Orders;
using EcomOps.Formats.Orders.Internal;

namespace EcomOps.Formats.Tables.Internal;

/// <summary>One JSON object a line; members of inner objects are columns by their path, <c>properties.device</c>.</summary>
internal sealed class JsonLinesSource(Stream file, TableOptions options) : TableSource
{
    private readonly HashedContent _content = new(file, TextEncoding.Named(options.Encoding));
    private readonly Dictionary<string, string> _cells = new(StringComparer.OrdinalIgnoreCase);
    private StreamReader? _reader;
    private string _raw = string.Empty;
    private long _lines;

    public override IReadOnlyList<string>? Columns => null;

    public override async ValueTask<bool> NextAsync(CancellationToken cancellationToken)
    {
        _reader ??= new StreamReader(new ContentStream(_content), Encoding.UTF8);
        do
        {
            if (await _reader.ReadLineAsync(cancellationToken).ConfigureAwait(false) is not { } line)
            {
                return false;
            }

            _raw = line.TrimStart('\uFEFF');
            _lines++;
        }
        while (string.IsNullOrWhiteSpace(_raw));
        Line = _lines;
        Rejection = Read();
        return true;
    }

    public override string Text(string column) => _cells.GetValueOrDefault(column, string.Empty);

    public override string Raw() => _raw;

    public override async ValueTask DisposeAsync()
    {
        _reader?.Dispose();
        await _content.DisposeAsync().ConfigureAwait(false);
    }

    private (string Code, string Remedy)? Read()
    {
        _cells.Clear();
        if (_raw.Length > OrderFile.LongestRow)
        {
            return (RejectionCodes.RowTooLong, $"The row is longer than {OrderFile.LongestRow} characters; write one object a line.");
        }

        try
        {
            using JsonDocument document = JsonDocument.Parse(_raw);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
            {
                return ("no_object", "The line is no JSON object; write {\"column\": value, ...}.");
            }

            Flatten(document.RootElement, string.Empty);
            return null;
        }
        catch (JsonException wrong)
        {
            return ("bad_json", $"The line is no JSON: at byte {wrong.BytePositionInLine}; write one object a line.");
        }
    }

    private void Flatten(JsonElement value, string path)
    {
        foreach (JsonProperty member in value.EnumerateObject())
        {
            string column = path.Length == 0 ? member.Name : $"{path}.{member.Name}";
            if (member.Value.ValueKind == JsonValueKind.Object)
            {
                Flatten(member.Value, column);
            }
            else if (member.Value.ValueKind != JsonValueKind.Null)
            {
                _cells[column] = (member.Value.ValueKind == JsonValueKind.String ? member.Value.GetString()! : member.Value.GetRawText()).Trim();
            }
        }
    }
}
