using System.Collections.Frozen;
using System.Text.Json;
using EcomOps.Core;
using EcomOps.Payments.Gateways;
using NodaTime;

namespace EcomOps.Payments.Declines;

/// <summary>Decline codes and what may be done after each.</summary>
/// <remarks>Immutable and thread-safe. Codes are compared without regard to case.</remarks>
public sealed class DeclineMap
{
    private readonly FrozenDictionary<string, DeclineAdvice> _byCode;

    /// <summary>Takes rows.</summary>
    /// <param name="rows">Rows; of several for one code the strictest holds.</param>
    public DeclineMap(IEnumerable<DeclineAdvice> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        _byCode = rows.GroupBy(r => r.Code, StringComparer.OrdinalIgnoreCase)
            .ToFrozenDictionary(g => g.Key, g => g.Aggregate((a, b) => a.Strictest(b)), StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Codes in the words that most card gateways share, classed on the strict side; replace it by a gateway's own table where there is one.</summary>
    public static DeclineMap Default { get; } = new(CommonDeclines.Rows);

    /// <summary>All rows by code, ordinally.</summary>
    public IReadOnlyList<DeclineAdvice> Rows => [.. _byCode.Values.OrderBy(r => r.Code, StringComparer.Ordinal)];

    /// <summary>Advice for a code.</summary>
    /// <param name="code">Code.</param>
    /// <returns>Its row; for an unlisted code <see cref="DeclineClass.Unknown"/> without any further attempt.</returns>
    public DeclineAdvice Find(string code) => _byCode.GetValueOrDefault(code) ?? new DeclineAdvice(code, DeclineClass.Unknown);

    /// <summary>Advice for a decline: the strictest of its gateway, network and advice code.</summary>
    /// <param name="declined">Decline.</param>
    /// <returns>Advice under the gateway's code. Network and advice codes without a row change nothing.</returns>
    public DeclineAdvice Find(GatewayDeclined declined)
    {
        ArgumentNullException.ThrowIfNull(declined);
        DeclineAdvice advice = Find(declined.Code);
        foreach (string? code in (string?[])[declined.NetworkCode, declined.AdviceCode])
        {
            advice = code is not null && _byCode.TryGetValue(code, out DeclineAdvice? row) ? advice.Strictest(row) : advice;
        }

        return advice;
    }

    /// <summary>Reads a table: an object with <c>codes</c>, each with <c>code, class, cascadeNow, retryLater, stepUp, neverRetry</c> and, where useful, <c>retryAfterHours, maskToShopper, unknownOutcome</c>.</summary>
    /// <param name="json">JSON in UTF-8; other members are ignored.</param>
    /// <returns>The map.</returns>
    /// <exception cref="EcomOpsException">Code <c>decline_table_invalid</c>: not JSON, or a row lacks a member or has an unknown class.</exception>
    public static DeclineMap Read(ReadOnlyMemory<byte> json)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(json);
            return new DeclineMap([.. document.RootElement.GetProperty("codes").EnumerateArray().Select(Row)]);
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new EcomOpsException("decline_table_invalid", "The table of decline codes can't be read: " + error.Message, innerException: error);
        }
    }

    private static DeclineAdvice Row(JsonElement row)
    {
        string code = row.GetProperty("code").GetString()!;
        string name = row.GetProperty("class").GetString()!;
        if (!Enum.TryParse(name, ignoreCase: true, out DeclineClass known))
        {
            throw new FormatException($"Code '{code}' has the unknown class '{name}'.");
        }

        bool never = row.GetProperty("neverRetry").GetBoolean();
        bool later = row.GetProperty("retryLater").GetBoolean() && !never && known != DeclineClass.Unknown;
        return new DeclineAdvice(
            code,
            known,
            row.GetProperty("cascadeNow").GetBoolean() && !never && known != DeclineClass.Unknown,
            later ? Duration.FromHours(row.TryGetProperty("retryAfterHours", out JsonElement hours) ? hours.GetDouble() : 24) : null,
            row.GetProperty("stepUp").GetBoolean(),
            never,
            Flag(row, "maskToShopper"),
            Flag(row, "unknownOutcome"));
    }

    private static bool Flag(JsonElement row, string name) => row.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.True;
}
