using System.Globalization;
using EcomOps.Rules.Documents;
using NodaTime;
using NodaTime.Text;

namespace EcomOps.Rules.Analysis;

/// <summary>One input that shows a finding.</summary>
/// <remarks>Equal by content; immutable.</remarks>
public sealed record AnalysisWitness
{
    internal AnalysisWitness(IEnumerable<KeyValuePair<string, object>> values, IEnumerable<KeyValuePair<string, bool>> calls, IEnumerable<string> read)
    {
        Read = read.ToValueList();
        Values = values.ToDictionary(StringComparer.Ordinal);
        Calls = calls.ToDictionary(StringComparer.Ordinal);
        Input = new MapValue(Values.Select(v => KeyValuePair.Create(v.Key, ToValue(v.Value))));
    }

    /// <summary>Value by dotted path: <see cref="bool"/>, <see cref="string"/>, <see cref="long"/>, <see cref="decimal"/>, <see cref="double"/> or NodaTime's types. A path left out is absent.</summary>
    public IReadOnlyDictionary<string, object> Values { get; }

    /// <summary>What unknown calls, by their text, return in the case shown; empty when the finding does not depend on any.</summary>
    public IReadOnlyDictionary<string, bool> Calls { get; }

    /// <summary>The input as a map of a rule document's test.</summary>
    public MapValue Input { get; }

    /// <summary>Paths that the conditions of the finding read, in order of the vocabulary; the others may have any value.</summary>
    public IReadOnlyList<string> Read { get; }

    /// <inheritdoc />
    public bool Equals(AnalysisWitness? other) => other is not null && Input.Equals(other.Input);

    /// <inheritdoc />
    public override int GetHashCode() => Input.GetHashCode();

    /// <summary>What matters of the input, on one line: at most 12 facts and 3 unknown calls, those that hold first; the rest is counted.</summary>
    /// <returns>For example <c>order.total = 100.00, customer.vip = true</c>.</returns>
    public override string ToString()
    {
        string input = Some(Read.Select(path => path + (Input[path] is { } value ? " = " + Shown(value) : " absent")), Read.Count, 12, "facts");
        input = input.Length == 0 ? "any input" : input;
        return Calls.Count == 0
            ? input
            : input + " where " + Some(Calls.OrderByDescending(c => c.Value).Select(c => c.Key + " is " + (c.Value ? "true" : "false")), Calls.Count, 3, "conditions that cannot be looked into");
    }

    private static string Some(IEnumerable<string> texts, int count, int most, string what) =>
        string.Join(", ", texts.Take(most)) + (count > most ? string.Create(CultureInfo.InvariantCulture, $" and {count - most} more {what}") : string.Empty);

    private static string Shown(RuleValue value) => value is TextValue text ? "\"" + text.Value.Replace("\0", "\\u0000", StringComparison.Ordinal) + "\"" : value.ToString()!;

    private static RuleValue ToValue(object value) => value switch
    {
        bool truth => truth,
        string text => text,
        long number => number,
        decimal number => number,
        double number => new NumberValue(number.ToString("R", CultureInfo.InvariantCulture)),
        LocalDate date => LocalDatePattern.Iso.Format(date),
        Instant instant => InstantPattern.ExtendedIso.Format(instant),
        Duration duration => ((decimal)duration.ToBigIntegerNanoseconds() / 1_000_000_000m).ToString("0.#########", CultureInfo.InvariantCulture) + "s",
        _ => throw new ArgumentException($"{value.GetType().Name} is no value of an input.", nameof(value)),
    };
}
