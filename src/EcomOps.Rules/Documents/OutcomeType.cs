namespace EcomOps.Rules.Documents;

/// <summary>Type of an outcome or of one of its members, as a document declares it.</summary>
/// <remarks>Either a type name, an enumeration of texts, or a map of members. Equal by content; members without regard to order.</remarks>
public sealed record OutcomeType
{
    private OutcomeType(string name, ValueList<string>? values, ValueList<OutcomeMember>? members)
    {
        Name = name;
        Values = values;
        Members = members;
    }

    /// <summary>Names of the simple types.</summary>
    public static IReadOnlyList<string> SimpleNames { get; } =
        ["bool", "int", "double", "decimal", "money", "string", "date", "timestamp", "duration", "list(string)", "list(int)", "list(decimal)", "list(double)", "list(bool)", "list(money)", "list(date)", "any"];

    /// <summary>Name of a simple type, <c>enum</c> or <c>map</c>.</summary>
    public string Name { get; }

    /// <summary>Allowed texts of an enumeration, else null.</summary>
    public ValueList<string>? Values { get; }

    /// <summary>Members of a map in the order declared, else null.</summary>
    public ValueList<OutcomeMember>? Members { get; }

    /// <summary>A simple type.</summary>
    /// <param name="name">One of <see cref="SimpleNames"/>.</param>
    /// <returns>The type.</returns>
    /// <exception cref="ArgumentException">The name is unknown.</exception>
    public static OutcomeType Of(string name) => SimpleNames.Contains(name)
        ? new(name, null, null)
        : throw new ArgumentException($"'{name}' is not a type of outcomes.", nameof(name));

    /// <summary>One of several texts.</summary>
    /// <param name="values">Allowed texts; at least one.</param>
    /// <returns>The type.</returns>
    public static OutcomeType Enumeration(IEnumerable<string> values) => new("enum", values.ToValueList(), null);

    /// <summary>A map of members.</summary>
    /// <param name="members">Members; names must be distinct.</param>
    /// <returns>The type.</returns>
    public static OutcomeType Map(IEnumerable<OutcomeMember> members) => new("map", null, members.ToValueList());

    /// <inheritdoc />
    public bool Equals(OutcomeType? other) =>
        other is not null
        && Name == other.Name
        && Equals(Values, other.Values)
        && (Members is null
            ? other.Members is null
            : other.Members is not null && Members.Count == other.Members.Count && Members.All(other.Members.Contains));

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Name, Values, Members?.Count);

    /// <inheritdoc />
    public override string ToString() => Members is not null
        ? "{" + string.Join(", ", Members) + "}"
        : Values?.ToString() ?? Name;
}
