using EcomOps.Core;
using EcomOps.Rules.DecisionSets.Internal;
using EcomOps.Rules.Documents;

namespace EcomOps.Rules.DecisionSets;

/// <summary>An outcome: a simple value, a map of named values, or the list of a collecting set.</summary>
/// <remarks>
/// Values are <see cref="bool"/>, <see cref="long"/>, <see cref="double"/>, <see cref="decimal"/>, <see cref="EcomOps.Core.Money"/>, <see cref="string"/>,
/// <see cref="NodaTime.LocalDate"/>, <see cref="NodaTime.Instant"/>, <see cref="NodaTime.Duration"/>, null, lists of these and maps of these.
/// Equal by content. Immutable and thread-safe.
/// </remarks>
public sealed class Outcome : IEquatable<Outcome>
{
    private static readonly KeyValuePair<string, object?>[] None = [];
    private readonly KeyValuePair<string, object?>[] _members;

    internal Outcome(object? value)
    {
        Value = value;
        _members = None;
    }

    internal Outcome(KeyValuePair<string, object?>[] members)
    {
        _members = members;
        IsMap = true;
    }

    /// <summary>The simple value; for a collecting set an <see cref="IReadOnlyList{T}"/> of outcomes; null for a map.</summary>
    public object? Value { get; }

    /// <summary>Whether the outcome has named members.</summary>
    public bool IsMap { get; }

    /// <summary>Members in the order of the rule; empty for a simple value.</summary>
    public IReadOnlyList<KeyValuePair<string, object?>> Members => _members;

    /// <summary>The value of a member; null when there is none.</summary>
    /// <param name="member">Name.</param>
    public object? this[string member]
    {
        get
        {
            foreach (KeyValuePair<string, object?> pair in _members)
            {
                if (pair.Key == member)
                {
                    return pair.Value;
                }
            }

            return null;
        }
    }

    /// <summary>The simple value or a member as a type.</summary>
    /// <typeparam name="T">Type; a whole number is also given as <see cref="int"/>, <see cref="decimal"/> or <see cref="double"/>.</typeparam>
    /// <param name="member">Name of a member, or null for the simple value.</param>
    /// <returns>The value.</returns>
    /// <exception cref="InvalidOperationException">There is no such value or it has another type.</exception>
    public T Get<T>(string? member = null) =>
        OutcomeValues.As<T>(member is null ? Value : this[member], out T? value)
            ? value!
            : throw new InvalidOperationException(member is null
                ? $"The outcome {this} is not a {typeof(T).Name}."
                : $"The outcome {this} has no member '{member}' of type {typeof(T).Name}.");

    /// <summary>The simple value or a member as a type, or a fallback when it is missing or null.</summary>
    /// <typeparam name="T">Type.</typeparam>
    /// <param name="member">Name of a member.</param>
    /// <param name="fallback">Value when the member is missing, null or of another type.</param>
    /// <returns>The value.</returns>
    public T GetOr<T>(string member, T fallback) => OutcomeValues.As<T>(this[member], out T? value) ? value! : fallback;

    /// <summary>The outcome as a literal of documents.</summary>
    /// <returns>A literal; money as a map of amount and currency, NodaTime values as ISO text.</returns>
    public RuleValue ToRuleValue() => IsMap
        ? new MapValue(_members.Select(m => KeyValuePair.Create(m.Key, OutcomeValues.ToLiteral(m.Value))))
        : OutcomeValues.ToLiteral(Value);

    /// <inheritdoc />
    public bool Equals(Outcome? other)
    {
        if (other is null || other.IsMap != IsMap || other._members.Length != _members.Length || !OutcomeValues.AreEqual(Value, other.Value))
        {
            return false;
        }

        foreach (KeyValuePair<string, object?> member in _members)
        {
            if (!other.Has(member.Key) || !OutcomeValues.AreEqual(member.Value, other[member.Key]))
            {
                return false;
            }
        }

        return true;
    }

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as Outcome);

    /// <inheritdoc />
    public override int GetHashCode()
    {
        int hash = Value is null or System.Collections.IEnumerable and not string ? 0 : Value.GetHashCode();
        foreach (KeyValuePair<string, object?> member in _members)
        {
            hash ^= member.Key.GetHashCode(StringComparison.Ordinal);
        }

        return hash;
    }

    /// <summary>The outcome as canonical JSON.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Documents.Internal.CanonicalJson.Write(ToRuleValue());

    internal bool Has(string member)
    {
        foreach (KeyValuePair<string, object?> pair in _members)
        {
            if (pair.Key == member)
            {
                return true;
            }
        }

        return false;
    }
}
