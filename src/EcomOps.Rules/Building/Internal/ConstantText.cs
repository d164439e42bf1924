using System.Globalization;
using System.Linq.Expressions;
using EcomOps.Core;
using EcomOps.Rules.DecisionSets.Internal;
using EcomOps.Rules.Tables.Internal;
using EcomOps.Rules.Vocabularies;
using EcomOps.Rules.Vocabularies.Internal;
using NodaTime;
using NodaTime.Text;

namespace EcomOps.Rules.Building.Internal;

internal static class ConstantText
{
    /// <summary>CEL of a constant as the attribute beside it needs it.</summary>
    public static string Of(object? value, VocabularyAttribute? beside, Expression where)
    {
        if (beside?.Type.Kind == AttributeKind.Enum && value is not (null or string))
        {
            return EnumText(value, beside, where);
        }

        return value switch
        {
            null => "null",
            bool b => b ? "true" : "false",
            int or short or byte or long when beside?.Type.Kind == AttributeKind.Decimal => ToDecimal(System.Convert.ToDecimal(value, CultureInfo.InvariantCulture)),
            int or short or byte or long => System.Convert.ToInt64(value, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture),
            decimal d => ToDecimal(d),
            double d when double.IsFinite(d) => d.ToString("R", CultureInfo.InvariantCulture) is var text && text.AsSpan().ContainsAny('.', 'E') ? text : text + ".0",
            float f => Of((double)f, beside, where),
            string s => CellCondition.Quote(s),
            char c => CellCondition.Quote(c.ToString()),
            Sku sku => CellCondition.Quote(sku.Value),
            CountryCode country => CellCondition.Quote(country.Value),
            Enum e => CellCondition.Quote(e.ToString()),
            Money m => $"money('{m.Amount.ToString(CultureInfo.InvariantCulture)}', '{m.Currency.Code}')",
            Weight w when beside is { Unit.Length: > 0 } => ToDecimal(WeightUnits.InSymbol(w, beside.Unit)),
            LocalDate d => $"date('{LocalDatePattern.Iso.Format(d)}')",
            Instant i => $"timestamp('{InstantPattern.ExtendedIso.Format(i)}')",
            Duration d => $"duration('{OutcomeValues.DurationSeconds(d)}')",
            _ => throw new NotSupportedException($"A constant of type {value.GetType().Name} ('{where}') has no CEL literal."),
        };
    }

    private static string ToDecimal(decimal value) => $"decimal('{value.ToString(CultureInfo.InvariantCulture)}')";

    // The compiler compares enumerations as integers: find the member by its number.
    private static string EnumText(object value, VocabularyAttribute beside, Expression where)
    {
        if (value is Enum named)
        {
            return CellCondition.Quote(named.ToString());
        }

        Type? type = beside.ClrEnum;
        string? name = type is null ? null : Enum.GetName(type, value);
        return name is null
            ? throw new NotSupportedException($"'{where}' is not a member of the enumeration of '{beside.Path}'.")
            : CellCondition.Quote(name);
    }
}
