using System.Globalization;
using System.Text.Json;
using EcomOps.Core;
using EcomOps.Rules.DecisionSets;
using EcomOps.Rules.Documents;
using EcomOps.Rules.Vocabularies;
using NodaTime;
using NodaTime.Text;

namespace EcomOps.Rules.Backtesting.Internal;

// One line of recorded decisions.
internal sealed class RecordReader(RuleSet set, BacktestOptions options)
{
    private static readonly Instant Unknown = Instant.FromUtc(2026, 1, 1, 0, 0);
    private static readonly JsonDocumentOptions Limits = new() { MaxDepth = 32 };

    public BacktestRecord? Read(string text, long line, out string problem)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(text, Limits);
            return Read(document.RootElement, line, out problem);
        }
        catch (JsonException error)
        {
            problem = error.Message;
            return null;
        }
    }

    private BacktestRecord? Read(JsonElement record, long line, out string problem)
    {
        problem = string.Empty;
        if (record.ValueKind != JsonValueKind.Object)
        {
            problem = "A record is a JSON object.";
            return null;
        }

        bool nested = record.TryGetProperty(options.FactsMember, out JsonElement facts);
        MapValue map = Map(nested ? facts : record, top: !nested);
        if (!Facts.TryRead(set.Vocabulary, map, out Facts? read, out IReadOnlyList<Issue> issues, set.Document.Currency))
        {
            problem = issues[0].Message;
            return null;
        }

        Instant at = Unknown;
        if (record.TryGetProperty(options.AtMember, out JsonElement instant) && instant.ValueKind != JsonValueKind.Null)
        {
            if (instant.ValueKind != JsonValueKind.String || OffsetDateTimePattern.ExtendedIso.Parse(instant.GetString()!) is not { Success: true } parsed)
            {
                problem = $"'{options.AtMember}' is no instant such as 2026-11-27T18:00:00Z.";
                return null;
            }

            at = parsed.Value.ToInstant();
        }

        if (Amount(record) is not { } amount)
        {
            problem = $"'{options.AmountMember}' is no amount.";
            return null;
        }

        return new BacktestRecord(read, at, Text(record, options.LabelMember) ?? string.Empty, amount, Text(record, options.IdMember), line);
    }

    private decimal? Amount(JsonElement record)
    {
        if (!record.TryGetProperty(options.AmountMember, out JsonElement amount) || amount.ValueKind == JsonValueKind.Null)
        {
            return 0m;
        }

        if (amount.ValueKind == JsonValueKind.Object && amount.TryGetProperty("amount", out JsonElement inner))
        {
            amount = inner;
        }

        return amount.ValueKind switch
        {
            JsonValueKind.Number when amount.TryGetDecimal(out decimal number) => number,
            JsonValueKind.String when decimal.TryParse(amount.GetString()!.Split(' ')[0], NumberStyles.Float, CultureInfo.InvariantCulture, out decimal text) => text,
            _ => null,
        };
    }

    private static string? Text(JsonElement record, string member) => !record.TryGetProperty(member, out JsonElement value) ? null : value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Null => null,
        _ => value.GetRawText(),
    };

    private MapValue Map(JsonElement element, bool top) => element.ValueKind != JsonValueKind.Object
        ? MapValue.Empty
        : new MapValue(element.EnumerateObject()
            .Where(p => !top || !IsOwn(p.Name) || set.Vocabulary.TryGet(p.Name, out _))
            .DistinctBy(p => p.Name)
            .Select(p => KeyValuePair.Create(p.Name, Value(p.Value))));

    private bool IsOwn(string name) =>
        name == options.AtMember || name == options.LabelMember || name == options.AmountMember || name == options.IdMember || name is "outcome" or "decision";

    private RuleValue Value(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String => json.GetString()!,
        JsonValueKind.Number => NumberValue.IsNumber(json.GetRawText()) ? new NumberValue(json.GetRawText()) : new TextValue(json.GetRawText()),
        JsonValueKind.True or JsonValueKind.False => json.GetBoolean(),
        JsonValueKind.Array => new ListValue(json.EnumerateArray().Select(Value)),
        JsonValueKind.Object => Map(json, top: false),
        _ => NullValue.Instance,
    };
}
