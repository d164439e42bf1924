using System.Text.Json;
using EcomOps.Core;

namespace EcomOps.Analytics.Events.Validation.Internal;

/// <summary>One pass over a GA4 payload. Paths are built only when there is something to say.</summary>
internal ref partial struct Ga4Scan
{
    private readonly ReadOnlySpan<byte> _body;
    private readonly Ga4ValidatorOptions _options;
    private readonly Span<(int Start, int Length)> _transactions;
    private readonly bool _isGtag;
    private Utf8JsonReader _reader;
    private List<CollectorMessage>? _messages;
    private int _event = -1;
    private int _item = -1;
    private int _transactionCount;

    internal Ga4Scan(ReadOnlySpan<byte> body, Ga4ValidatorOptions options, Span<(int Start, int Length)> transactions, bool isGtag)
    {
        _body = body;
        _options = options;
        _transactions = transactions;
        _isGtag = isGtag;
        _reader = new Utf8JsonReader(body);
    }

    internal readonly CollectorReport Report() => _messages is null ? CollectorReport.Clean : new CollectorReport(_messages);

    internal void Unreadable(JsonException problem) =>
        Add(string.Empty, ValidationCodes.ValueInvalid, "json_invalid", $"The payload is not JSON: line {(problem.LineNumber ?? 0) + 1}, byte {(problem.BytePositionInLine ?? 0) + 1}.");

    internal void NoText(int at) => Add(string.Empty, ValidationCodes.ValueInvalid, "text_invalid", $"The payload is not UTF-8 from byte {at + 1} on.");

    internal void BadText() => Add(
        _event < 0 || _isGtag ? string.Empty : $"events[{_event}]", ValidationCodes.ValueInvalid, "text_invalid", $"A text holds half of a surrogate pair, near byte {_reader.TokenStartIndex + 1}.");

    internal void Call(string name)
    {
        if (!_reader.Read() || _reader.TokenType != JsonTokenType.StartObject)
        {
            Add("params", ValidationCodes.ValueInvalid, "params_invalid", "The parameters of a call are one JSON object.");
            return;
        }

        EventName(name);
        Ga4Needs? needs = Ga4Names.Recommended.TryGetValue(name, out Ga4Needs known) ? known : null;
        Parameters(needs, name == "purchase");
        _reader.Read();
    }

    private void Add(string path, string code, string rule, string description, Severity severity = Severity.Error) =>
        (_messages ??= []).Add(new CollectorMessage(path, description, code, severity, rule));

    private readonly string InEvent(string member) => _isGtag ? member : $"events[{_event}].{member}";

    private readonly string InParameters(string member) => InEvent(_item < 0 ? "params." + member : $"params.items[{_item}].{member}");
}
