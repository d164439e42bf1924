using EcomOps.Core;
using EcomOps.Rules.DecisionSets;
using EcomOps.Rules.Documents;
using NodaTime;

namespace EcomOps.Rules.Building;

/// <summary>How a type of the host's stands for outcomes of documents, in both directions.</summary>
/// <typeparam name="TOutcome">The host's type.</typeparam>
/// <remarks>Immutable and thread-safe as far as the delegates are.</remarks>
public sealed class OutcomeShape<TOutcome>
{
    /// <summary>Takes the parts of a shape.</summary>
    /// <param name="type">Type of the outcome in documents.</param>
    /// <param name="write">From the host's value to a literal.</param>
    /// <param name="read">From an outcome to the host's value.</param>
    public OutcomeShape(OutcomeType type, Func<TOutcome, RuleValue> write, Func<Outcome, TOutcome> read)
    {
        ArgumentNullException.ThrowIfNull(type);
        ArgumentNullException.ThrowIfNull(write);
        ArgumentNullException.ThrowIfNull(read);
        Type = type;
        Write = write;
        Read = read;
    }

    /// <summary>Type of the outcome in documents.</summary>
    public OutcomeType Type { get; }

    /// <summary>From the host's value to a literal.</summary>
    public Func<TOutcome, RuleValue> Write { get; }

    /// <summary>From an outcome to the host's value.</summary>
    public Func<Outcome, TOutcome> Read { get; }

    /// <summary>The shape that a simple type has by itself: bool, int, long, double, decimal, string, money, date, instant, duration and enumerations.</summary>
    /// <returns>The shape.</returns>
    /// <exception cref="NotSupportedException">The type needs a shape of its own.</exception>
    public static OutcomeShape<TOutcome> Natural()
    {
        Type type = typeof(TOutcome);
        if (type.IsEnum)
        {
            Dictionary<string, TOutcome> byName = Enum.GetNames(type).ToDictionary(n => n, n => (TOutcome)Enum.Parse(type, n), StringComparer.Ordinal);
            return new(OutcomeType.Enumeration(byName.Keys), v => v!.ToString()!, o => byName[o.Get<string>()]);
        }

        string? name =
            type == typeof(bool) ? "bool"
            : type == typeof(int) || type == typeof(long) ? "int"
            : type == typeof(double) ? "double"
            : type == typeof(decimal) ? "decimal"
            : type == typeof(string) ? "string"
            : type == typeof(Money) ? "money"
            : type == typeof(LocalDate) ? "date"
            : type == typeof(Instant) ? "timestamp"
            : type == typeof(Duration) ? "duration"
            : null;
        return name is null
            ? throw new NotSupportedException($"Outcomes of type {type.Name} need an OutcomeShape that writes and reads them.")
            : new(OutcomeType.Of(name), v => new Outcome(v is int i ? (long)i : v).ToRuleValue() is TextValue { IsExpression: true } text ? "\\" + text.Value : new Outcome(v is int w ? (long)w : v).ToRuleValue(), o => o.Get<TOutcome>());
    }
}
