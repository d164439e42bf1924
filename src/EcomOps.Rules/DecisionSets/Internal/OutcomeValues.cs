using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using EcomOps.Core;
using EcomOps.Rules.Documents;
using NodaTime;
using NodaTime.Text;

namespace EcomOps.Rules.DecisionSets.Internal;

internal static class OutcomeValues
{
    public static bool As<T>(object? value, [MaybeNullWhen(false)] out T result)
    {
        switch (value)
        {
            case T same:
                result = same;
                return true;
            case long whole when typeof(T) == typeof(int) && whole is >= int.MinValue and <= int.MaxValue:
                result = (T)(object)(int)whole;
                return true;
            case long whole when typeof(T) == typeof(decimal):
                result = (T)(object)(decimal)whole;
                return true;
            case long whole when typeof(T) == typeof(double):
                result = (T)(object)(double)whole;
                return true;
            default:
                result = default;
                return false;
        }
    }

    public static bool AreEqual(object? left, object? right) => (left, right) switch
    {
        (null, null) => true,
        (IReadOnlyList<Outcome> a, IReadOnlyList<Outcome> b) => a.SequenceEqual(b),
        (IReadOnlyList<object?> a, IReadOnlyList<object?> b) => a.Count == b.Count && a.Zip(b).All(p => AreEqual(p.First, p.Second)),
        (IReadOnlyDictionary<string, object?> a, IReadOnlyDictionary<string, object?> b) =>
            a.Count == b.Count && a.All(e => b.TryGetValue(e.Key, out object? other) && AreEqual(e.Value, other)),
        _ => left is not null && left.Equals(right),
    };

    public static RuleValue ToLiteral(object? value) => value switch
    {
        null => NullValue.Instance,
        bool b => b,
        long l => l,
        decimal d => d,
        double d => double.IsFinite(d) ? new NumberValue(d.ToString("R", CultureInfo.InvariantCulture)) : new TextValue(d.ToString(CultureInfo.InvariantCulture)),
        string s => s,
        Money m => RuleValue.Map(("amount", m.Amount), ("currency", m.Currency.Code)),
        LocalDate d => LocalDatePattern.Iso.Format(d),
        Instant i => InstantPattern.ExtendedIso.Format(i),
        Duration d => DurationSeconds(d),
        IReadOnlyList<Outcome> outcomes => new ListValue(outcomes.Select(o => o.ToRuleValue())),
        IReadOnlyList<object?> list => new ListValue(list.Select(ToLiteral)),
        IReadOnlyDictionary<string, object?> map => new MapValue(map.Select(e => KeyValuePair.Create(e.Key, ToLiteral(e.Value)))),
        _ => value.ToString() ?? string.Empty,
    };

    // With the digits that the attribute declares, or more where the value has them.
    public static string Decimal(decimal value, int? scale) =>
        value.ToString("0." + new string('0', scale ?? 0) + "############################"[(scale ?? 0)..], CultureInfo.InvariantCulture);

    public static string DurationSeconds(Duration duration)
    {
        decimal seconds = (decimal)duration.ToInt128Nanoseconds() / 1_000_000_000m;
        return seconds.ToString("0.#########", CultureInfo.InvariantCulture) + "s";
    }
}
