using System.Globalization;
using EcomOps.Core;
using EcomOps.Rules.DecisionSets.Internal;
using EcomOps.Rules.DecisionSets.Internal.Parts;
using EcomOps.Rules.Vocabularies;
using EcomOps.Rules.Vocabularies.Internal;
using NodaTime;

namespace EcomOps.Rules.Explanation.Internal;

internal static class Misses
{
    public static NearestMiss? Of(string rule, string code, ConditionPart part, TraceRecord record)
    {
        if (part is not IComparePart { Comparison: not (Comparison.Equal or Comparison.NotEqual) } compare)
        {
            return null;
        }

        VocabularyAttribute attribute = record.Vocabulary.Attributes[compare.Attribute];
        FactSlot slot = record.Slots[compare.Attribute];
        if (slot.State != FactState.Present || RecordValues.Box(slot, attribute.Type.Kind) is not { } value)
        {
            return null;
        }

        bool mustRise = compare.Comparison is Comparison.Greater or Comparison.GreaterOrEqual;
        bool strict = compare.Comparison is Comparison.Greater or Comparison.Less;
        (object Distance, double Relative, string Text)? found = (value, compare.Bound) switch
        {
            (long a, long b) => Number(Math.Abs((decimal)b - a) + (strict ? 1 : 0), b, attribute),
            (decimal a, decimal b) => Number(Math.Abs(b - a), b, attribute),
            (Money a, Money b) => (new Money(Math.Abs(b.Amount - a.Amount), b.Currency), Share(Math.Abs(b.Amount - a.Amount), b.Amount), new Money(Math.Abs(b.Amount - a.Amount), b.Currency).ToString()),
            (double a, double b) => (Math.Abs(b - a), Math.Abs(b - a) / Math.Max(Math.Abs(b), 1), Math.Abs(b - a).ToString("R", CultureInfo.InvariantCulture) + Unit(attribute.Unit)),
            (LocalDate a, LocalDate b) => Days(Math.Abs(Period.DaysBetween(a, b)) + (strict ? 1 : 0)),
            (Instant a, Instant b) => Time(a < b ? b - a : a - b, Duration.FromDays(365)),
            (Duration a, Duration b) => Time(a < b ? b - a : a - b, b),
            _ => null,
        };
        if (found is not { } miss)
        {
            return null;
        }

        string name = attribute.Title.Length > 0 ? attribute.Title : attribute.Path.Replace('.', ' ');
        bool open = strict && value is not (long or LocalDate);
        string sentence = (mustRise, open) switch
        {
            (true, false) => $"{name} is {miss.Text} short",
            (true, true) => $"{name} is {miss.Text} short and must be above",
            (false, false) => $"{name} is {miss.Text} over",
            (false, true) => $"{name} is {miss.Text} over and must be below",
        };
        return new NearestMiss(rule, code, attribute.Path, miss.Distance, mustRise, miss.Relative, sentence);
    }

    private static (object, double, string) Number(decimal distance, decimal bound, VocabularyAttribute attribute) =>
        (distance, Share(distance, bound), OutcomeValues.Decimal(distance, attribute.Type.Scale) + Unit(attribute.Unit));

    private static (object, double, string) Days(int days) => ((long)days, days / 365.0, days == 1 ? "1 day" : days.ToString(CultureInfo.InvariantCulture) + " days");

    private static (object, double, string) Time(Duration distance, Duration bound) =>
        (distance, distance.TotalSeconds / Math.Max(Math.Abs(bound.TotalSeconds), 1), OutcomeValues.DurationSeconds(distance));

    private static double Share(decimal distance, decimal bound) => (double)distance / Math.Max(Math.Abs((double)bound), 1);

    private static string Unit(string unit) => unit.Length == 0 ? "" : " " + unit;
}
