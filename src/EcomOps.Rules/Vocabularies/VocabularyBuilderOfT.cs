using System.Runtime.CompilerServices;
using EcomOps.Core;
using EcomOps.Rules.Vocabularies.Internal;
using NodaTime;

namespace EcomOps.Rules.Vocabularies;

/// <summary>Collects the attributes of a vocabulary over a type of the host's.</summary>
/// <typeparam name="T">Type of the facts.</typeparam>
/// <remarks>
/// Accessors are delegates and must be pure. A nullable result declares an optional attribute. <see cref="WithRange"/>,
/// <see cref="WithMaximumSize"/>, <see cref="WithDescription"/> and <see cref="Fetched"/> refine the attribute declared last.
/// The parameter <c>source</c> is filled in by the compiler: an accessor of the form <c>o =&gt; o.A.B</c> lets lambdas of the C# builder
/// name the same member. Not thread-safe.
/// </remarks>
public sealed class VocabularyBuilder<T>
    where T : notnull
{
    private readonly VocabularyParts _parts;
    private readonly List<FactLoader<T>> _loaders = [];

    internal VocabularyBuilder(string name, int majorVersion) => _parts = new VocabularyParts(name, majorVersion);

    /// <summary>Sets the title for people.</summary>
    /// <param name="title">Title.</param>
    /// <returns>This builder.</returns>
    public VocabularyBuilder<T> Titled(string title)
    {
        _parts.Title = title;
        return this;
    }

    /// <summary>Declares a truth value.</summary>
    /// <param name="path">Dotted path.</param>
    /// <param name="read">Accessor.</param>
    /// <param name="title">Words for sentences.</param>
    /// <param name="source">Filled in by the compiler.</param>
    /// <returns>This builder.</returns>
    public VocabularyBuilder<T> Bool(string path, Func<T, bool> read, string title = "", [CallerArgumentExpression(nameof(read))] string source = "") =>
        Add(path, AttributeType.Bool, title, "", false, source, (T facts, ref FactSlot slot) =>
        {
            slot.Bool = read(facts);
            slot.State = FactState.Present;
        });

    /// <summary>Declares an optional truth value.</summary>
    /// <inheritdoc cref="Bool(string, Func{T, bool}, string, string)"/>
    public VocabularyBuilder<T> Bool(string path, Func<T, bool?> read, string title = "", [CallerArgumentExpression(nameof(read))] string source = "") =>
        Add(path, AttributeType.Bool, title, "", true, source, (T facts, ref FactSlot slot) =>
        {
            bool? value = read(facts);
            slot.Bool = value.GetValueOrDefault();
            slot.State = Of(value.HasValue);
        });

    /// <summary>Declares a whole number.</summary>
    /// <param name="path">Dotted path.</param>
    /// <param name="read">Accessor.</param>
    /// <param name="title">Words for sentences.</param>
    /// <param name="unit">Unit.</param>
    /// <param name="source">Filled in by the compiler.</param>
    /// <returns>This builder.</returns>
    public VocabularyBuilder<T> Int(string path, Func<T, long> read, string title = "", string unit = "", [CallerArgumentExpression(nameof(read))] string source = "") =>
        Add(path, AttributeType.Int, title, unit, false, source, (T facts, ref FactSlot slot) =>
        {
            slot.Int = read(facts);
            slot.State = FactState.Present;
        });

    /// <summary>Declares an optional whole number.</summary>
    /// <inheritdoc cref="Int(string, Func{T, long}, string, string, string)"/>
    public VocabularyBuilder<T> Int(string path, Func<T, long?> read, string title = "", string unit = "", [CallerArgumentExpression(nameof(read))] string source = "") =>
        Add(path, AttributeType.Int, title, unit, true, source, (T facts, ref FactSlot slot) =>
        {
            long? value = read(facts);
            slot.Int = value.GetValueOrDefault();
            slot.State = Of(value.HasValue);
        });

    /// <summary>Declares a binary floating-point number.</summary>
    /// <inheritdoc cref="Int(string, Func{T, long}, string, string, string)"/>
    public VocabularyBuilder<T> Double(string path, Func<T, double> read, string title = "", string unit = "", [CallerArgumentExpression(nameof(read))] string source = "") =>
        Add(path, AttributeType.Double, title, unit, false, source, (T facts, ref FactSlot slot) =>
        {
            slot.Double = read(facts);
            slot.State = FactState.Present;
        });

    /// <summary>Declares an optional binary floating-point number.</summary>
    /// <inheritdoc cref="Int(string, Func{T, long}, string, string, string)"/>
    public VocabularyBuilder<T> Double(string path, Func<T, double?> read, string title = "", string unit = "", [CallerArgumentExpression(nameof(read))] string source = "") =>
        Add(path, AttributeType.Double, title, unit, true, source, (T facts, ref FactSlot slot) =>
        {
            double? value = read(facts);
            slot.Double = value.GetValueOrDefault();
            slot.State = Of(value.HasValue);
        });

    /// <summary>Declares an exact decimal; quantities with units enter in the unit named.</summary>
    /// <param name="path">Dotted path.</param>
    /// <param name="read">Accessor.</param>
    /// <param name="title">Words for sentences.</param>
    /// <param name="unit">Unit.</param>
    /// <param name="scale">Most digits after the point, or null when not known.</param>
    /// <param name="source">Filled in by the compiler.</param>
    /// <returns>This builder.</returns>
    public VocabularyBuilder<T> Decimal(string path, Func<T, decimal> read, string title = "", string unit = "", int? scale = null, [CallerArgumentExpression(nameof(read))] string source = "") =>
        Add(path, AttributeType.Decimal with { Scale = scale }, title, unit, false, source, (T facts, ref FactSlot slot) =>
        {
            slot.Decimal = read(facts);
            slot.State = FactState.Present;
        });

    /// <summary>Declares an optional exact decimal.</summary>
    /// <inheritdoc cref="Decimal(string, Func{T, decimal}, string, string, int?, string)"/>
    public VocabularyBuilder<T> Decimal(string path, Func<T, decimal?> read, string title = "", string unit = "", int? scale = null, [CallerArgumentExpression(nameof(read))] string source = "") =>
        Add(path, AttributeType.Decimal with { Scale = scale }, title, unit, true, source, (T facts, ref FactSlot slot) =>
        {
            decimal? value = read(facts);
            slot.Decimal = value.GetValueOrDefault();
            slot.State = Of(value.HasValue);
        });

    /// <summary>Declares an amount of money.</summary>
    /// <param name="path">Dotted path.</param>
    /// <param name="read">Accessor.</param>
    /// <param name="title">Words for sentences.</param>
    /// <param name="source">Filled in by the compiler.</param>
    /// <returns>This builder.</returns>
    public VocabularyBuilder<T> Money(string path, Func<T, Money> read, string title = "", [CallerArgumentExpression(nameof(read))] string source = "") =>
        Add(path, AttributeType.Money, title, "", false, source, (T facts, ref FactSlot slot) =>
        {
            slot.SetMoney(read(facts));
            slot.State = FactState.Present;
        });

    /// <summary>Declares an optional amount of money.</summary>
    /// <inheritdoc cref="Money(string, Func{T, Money}, string, string)"/>
    public VocabularyBuilder<T> Money(string path, Func<T, Money?> read, string title = "", [CallerArgumentExpression(nameof(read))] string source = "") =>
        Add(path, AttributeType.Money, title, "", true, source, (T facts, ref FactSlot slot) =>
        {
            Money? value = read(facts);
            slot.SetMoney(value.GetValueOrDefault());
            slot.State = Of(value.HasValue);
        });

    /// <summary>Declares a weight, a decimal number of a unit in conditions.</summary>
    /// <param name="path">Dotted path.</param>
    /// <param name="read">Accessor.</param>
    /// <param name="unit">Unit of the number.</param>
    /// <param name="title">Words for sentences.</param>
    /// <param name="source">Filled in by the compiler.</param>
    /// <returns>This builder.</returns>
    public VocabularyBuilder<T> Weight(string path, Func<T, Weight> read, WeightUnit unit = WeightUnit.Kilogram, string title = "", [CallerArgumentExpression(nameof(read))] string source = "") =>
        Add(path, AttributeType.Decimal with { Minimum = 0m }, title, unit.Symbol, false, source, (T facts, ref FactSlot slot) =>
        {
            slot.Decimal = unit.Of(read(facts));
            slot.State = FactState.Present;
        });

    /// <summary>Declares a text.</summary>
    /// <param name="path">Dotted path.</param>
    /// <param name="read">Accessor; null means absent when optional, and an error of the decision when not.</param>
    /// <param name="title">Words for sentences.</param>
    /// <param name="optional">Whether the text may be absent.</param>
    /// <param name="source">Filled in by the compiler.</param>
    /// <returns>This builder.</returns>
    public VocabularyBuilder<T> Text(string path, Func<T, string?> read, string title = "", bool optional = false, [CallerArgumentExpression(nameof(read))] string source = "") =>
        Add(path, AttributeType.String, title, "", optional, source, TextLoader(read, optional));

    /// <summary>Declares one of several texts.</summary>
    /// <param name="path">Dotted path.</param>
    /// <param name="read">Accessor; null as for <see cref="Text"/>.</param>
    /// <param name="values">The texts.</param>
    /// <param name="title">Words for sentences.</param>
    /// <param name="optional">Whether the text may be absent.</param>
    /// <param name="source">Filled in by the compiler.</param>
    /// <returns>This builder.</returns>
    public VocabularyBuilder<T> Enum(string path, Func<T, string?> read, IEnumerable<string> values, string title = "", bool optional = false, [CallerArgumentExpression(nameof(read))] string source = "") =>
        Add(path, AttributeType.Enumeration(values), title, "", optional, source, TextLoader(read, optional));

    /// <summary>Declares a member of an enumeration type; conditions compare with its names.</summary>
    /// <typeparam name="TEnum">Enumeration type.</typeparam>
    /// <param name="path">Dotted path.</param>
    /// <param name="read">Accessor; null means absent.</param>
    /// <param name="title">Words for sentences.</param>
    /// <param name="optional">Whether the value may be absent.</param>
    /// <param name="source">Filled in by the compiler.</param>
    /// <returns>This builder.</returns>
    public VocabularyBuilder<T> Enum<TEnum>(string path, Func<T, TEnum?> read, string title = "", bool optional = false, [CallerArgumentExpression(nameof(read))] string source = "")
        where TEnum : struct, Enum
    {
        // Names are made once: ToString of an enumeration allocates at each call.
        Dictionary<TEnum, string> names = System.Enum.GetValues<TEnum>().Distinct().ToDictionary(v => v, v => v.ToString());
        Add(path, AttributeType.Enumeration(System.Enum.GetNames<TEnum>()), title, "", optional, source, TextLoader(
            facts => read(facts) is { } value ? names.GetValueOrDefault(value) : null, optional));
        return Refine(a => a with { ClrEnum = typeof(TEnum) });
    }

    /// <summary>Declares a calendar day.</summary>
    /// <param name="path">Dotted path.</param>
    /// <param name="read">Accessor.</param>
    /// <param name="title">Words for sentences.</param>
    /// <param name="source">Filled in by the compiler.</param>
    /// <returns>This builder.</returns>
    public VocabularyBuilder<T> Date(string path, Func<T, LocalDate> read, string title = "", [CallerArgumentExpression(nameof(read))] string source = "") =>
        Add(path, AttributeType.Date, title, "", false, source, (T facts, ref FactSlot slot) =>
        {
            slot.Date = read(facts);
            slot.State = FactState.Present;
        });

    /// <summary>Declares an optional calendar day.</summary>
    /// <inheritdoc cref="Date(string, Func{T, LocalDate}, string, string)"/>
    public VocabularyBuilder<T> Date(string path, Func<T, LocalDate?> read, string title = "", [CallerArgumentExpression(nameof(read))] string source = "") =>
        Add(path, AttributeType.Date, title, "", true, source, (T facts, ref FactSlot slot) =>
        {
            LocalDate? value = read(facts);
            slot.Date = value.GetValueOrDefault();
            slot.State = Of(value.HasValue);
        });

    /// <summary>Declares an instant.</summary>
    /// <inheritdoc cref="Date(string, Func{T, LocalDate}, string, string)"/>
    public VocabularyBuilder<T> Timestamp(string path, Func<T, Instant> read, string title = "", [CallerArgumentExpression(nameof(read))] string source = "") =>
        Add(path, AttributeType.Timestamp, title, "", false, source, (T facts, ref FactSlot slot) =>
        {
            slot.Timestamp = read(facts);
            slot.State = FactState.Present;
        });

    /// <summary>Declares an optional instant.</summary>
    /// <inheritdoc cref="Date(string, Func{T, LocalDate}, string, string)"/>
    public VocabularyBuilder<T> Timestamp(string path, Func<T, Instant?> read, string title = "", [CallerArgumentExpression(nameof(read))] string source = "") =>
        Add(path, AttributeType.Timestamp, title, "", true, source, (T facts, ref FactSlot slot) =>
        {
            Instant? value = read(facts);
            slot.Timestamp = value.GetValueOrDefault();
            slot.State = Of(value.HasValue);
        });

    /// <summary>Declares an elapsed time.</summary>
    /// <inheritdoc cref="Date(string, Func{T, LocalDate}, string, string)"/>
    public VocabularyBuilder<T> Duration(string path, Func<T, Duration> read, string title = "", [CallerArgumentExpression(nameof(read))] string source = "") =>
        Add(path, AttributeType.Duration, title, "", false, source, (T facts, ref FactSlot slot) =>
        {
            slot.Duration = read(facts);
            slot.State = FactState.Present;
        });

    /// <summary>Declares an optional elapsed time.</summary>
    /// <inheritdoc cref="Date(string, Func{T, LocalDate}, string, string)"/>
    public VocabularyBuilder<T> Duration(string path, Func<T, Duration?> read, string title = "", [CallerArgumentExpression(nameof(read))] string source = "") =>
        Add(path, AttributeType.Duration, title, "", true, source, (T facts, ref FactSlot slot) =>
        {
            Duration? value = read(facts);
            slot.Duration = value.GetValueOrDefault();
            slot.State = Of(value.HasValue);
        });

    /// <summary>Declares a list.</summary>
    /// <typeparam name="TItem">
    /// Type of the items: <see cref="bool"/>, <see cref="int"/>, <see cref="long"/>, <see cref="double"/>, <see cref="decimal"/>, <see cref="string"/>,
    /// <see cref="EcomOps.Core.Money"/>, <see cref="LocalDate"/>, <see cref="Instant"/> or <see cref="NodaTime.Duration"/>.
    /// </typeparam>
    /// <param name="path">Dotted path.</param>
    /// <param name="read">Accessor; null means absent when optional.</param>
    /// <param name="title">Words for sentences.</param>
    /// <param name="optional">Whether the list may be absent.</param>
    /// <param name="maximumSize">Most items, for the cost estimate.</param>
    /// <param name="source">Filled in by the compiler.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentException">The type of the items is not supported.</exception>
    public VocabularyBuilder<T> List<TItem>(string path, Func<T, IEnumerable<TItem>?> read, string title = "", bool optional = false, int? maximumSize = null, [CallerArgumentExpression(nameof(read))] string source = "") =>
        Add(path, AttributeType.ListOf(ClrTypes.TypeOf(typeof(TItem)), maximumSize), title, "", optional, source, (T facts, ref FactSlot slot) =>
        {
            slot.Reference = read(facts)?.Select(item => ClrTypes.Normalise(item)).ToArray();
            slot.State = Of(slot.Reference is not null, optional);
        });

    /// <summary>Declares a list of structured items; conditions read their fields, <c>order.lines.exists(l, l.quantity &gt; 10)</c>.</summary>
    /// <typeparam name="TItem">Type of the items.</typeparam>
    /// <param name="path">Dotted path.</param>
    /// <param name="read">Accessor; null means absent when optional.</param>
    /// <param name="fields">Fields of an item; paths without dots.</param>
    /// <param name="title">Words for sentences.</param>
    /// <param name="optional">Whether the list may be absent.</param>
    /// <param name="maximumSize">Most items, for the cost estimate.</param>
    /// <param name="source">Filled in by the compiler.</param>
    /// <returns>This builder.</returns>
    public VocabularyBuilder<T> Items<TItem>(string path, Func<T, IEnumerable<TItem>?> read, Vocabulary<TItem> fields, string title = "", bool optional = false, int? maximumSize = null, [CallerArgumentExpression(nameof(read))] string source = "")
        where TItem : notnull
    {
        ArgumentNullException.ThrowIfNull(fields);
        var item = new AttributeType { Kind = AttributeKind.Record, Fields = fields };
        return Add(path, AttributeType.ListOf(item, maximumSize), title, "", optional, source, (T facts, ref FactSlot slot) =>
        {
            slot.Reference = read(facts)?.Select(i => (object?)RecordValues.Read(i, fields)).ToArray();
            slot.State = Of(slot.Reference is not null, optional);
        });
    }

    /// <summary>Declares a map from text to values.</summary>
    /// <typeparam name="TItem">Type of the values; as for <see cref="List{TItem}"/>.</typeparam>
    /// <param name="path">Dotted path.</param>
    /// <param name="read">Accessor; null means absent when optional.</param>
    /// <param name="title">Words for sentences.</param>
    /// <param name="optional">Whether the map may be absent.</param>
    /// <param name="maximumSize">Most entries, for the cost estimate.</param>
    /// <param name="source">Filled in by the compiler.</param>
    /// <returns>This builder.</returns>
    public VocabularyBuilder<T> Map<TItem>(string path, Func<T, IReadOnlyDictionary<string, TItem>?> read, string title = "", bool optional = false, int? maximumSize = null, [CallerArgumentExpression(nameof(read))] string source = "") =>
        Add(path, AttributeType.MapOf(ClrTypes.TypeOf(typeof(TItem)), maximumSize), title, "", optional, source, (T facts, ref FactSlot slot) =>
        {
            slot.Reference = read(facts)?.ToDictionary(e => e.Key, e => ClrTypes.Normalise(e.Value), StringComparer.Ordinal);
            slot.State = Of(slot.Reference is not null, optional);
        });

    /// <summary>Says which values the attribute declared last can have; both ends are included.</summary>
    /// <param name="minimum">Smallest value or null; of the type that <see cref="AttributeType.Minimum"/> names.</param>
    /// <param name="maximum">Largest value or null.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentException">An end has another type than the attribute.</exception>
    public VocabularyBuilder<T> WithRange(IComparable? minimum, IComparable? maximum) =>
        Refine(a => a with
        {
            Type = a.Type with { Minimum = ClrTypes.Bound(a.Type.Kind, minimum), Maximum = ClrTypes.Bound(a.Type.Kind, maximum) },
        });

    /// <summary>Says how long the text, list or map declared last can be.</summary>
    /// <param name="size">Most characters, items or entries; 1 or more.</param>
    /// <returns>This builder.</returns>
    public VocabularyBuilder<T> WithMaximumSize(int size)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
        return Refine(a => a with { Type = a.Type with { MaximumSize = size } });
    }

    /// <summary>Describes the attribute declared last.</summary>
    /// <param name="description">Meaning and source.</param>
    /// <returns>This builder.</returns>
    public VocabularyBuilder<T> WithDescription(string description) => Refine(a => a with { Description = description });

    /// <summary>Says that the host fetches the attribute declared last.</summary>
    /// <param name="isKnown">Whether the facts hold it already; null takes an absent value as not fetched yet.</param>
    /// <returns>This builder.</returns>
    public VocabularyBuilder<T> Fetched(Func<T, bool>? isKnown = null)
    {
        Refine(a => a with { IsFetched = true });
        FactLoader<T> load = _loaders[^1];
        _loaders[^1] = (T facts, ref FactSlot slot) =>
        {
            if (isKnown is not null && !isKnown(facts))
            {
                slot.State = FactState.Unknown;
                return;
            }

            load(facts, ref slot);
            if (isKnown is null && slot.State is FactState.Absent or FactState.Missing)
            {
                slot.State = FactState.Unknown;
            }
        };
        return this;
    }

    /// <summary>Adds what every real input satisfies.</summary>
    /// <param name="condition">CEL condition, for example <c>method != 'cash' || !authenticated</c>.</param>
    /// <returns>This builder.</returns>
    public VocabularyBuilder<T> Constraint(string condition)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(condition);
        _parts.Constraints.Add(condition);
        return this;
    }

    /// <summary>Makes the vocabulary.</summary>
    /// <returns>An immutable vocabulary.</returns>
    public Vocabulary<T> Build() => new(_parts, [.. _loaders]);

    private static FactState Of(bool present, bool optional = true) =>
        present ? FactState.Present : optional ? FactState.Absent : FactState.Missing;

    private static FactLoader<T> TextLoader(Func<T, string?> read, bool optional) => (T facts, ref FactSlot slot) =>
    {
        slot.Reference = read(facts);
        slot.State = Of(slot.Reference is not null, optional);
    };

    private VocabularyBuilder<T> Add(string path, AttributeType type, string title, string unit, bool optional, string source, FactLoader<T> load)
    {
        _parts.Add(new VocabularyAttribute
        {
            Path = path,
            Type = type,
            Title = title,
            Unit = unit,
            IsOptional = optional,
            Member = MemberPath.FromLambda(source),
        });
        _loaders.Add(load);
        return this;
    }

    private VocabularyBuilder<T> Refine(Func<VocabularyAttribute, VocabularyAttribute> change)
    {
        if (_parts.Attributes.Count == 0)
        {
            throw new InvalidOperationException("Declare an attribute before refining it.");
        }

        _parts.Attributes[^1] = change(_parts.Attributes[^1]);
        return this;
    }
}
