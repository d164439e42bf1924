using NodaTime;

namespace EcomOps.Rules.Vocabularies.Internal;

internal static class RecordValues
{
    /// <summary>The present fields of one item as normalised values.</summary>
    public static Dictionary<string, object?> Read<TItem>(TItem item, Vocabulary<TItem> fields)
        where TItem : notnull
    {
        var values = new Dictionary<string, object?>(fields.Attributes.Count, StringComparer.Ordinal);
        for (int i = 0; i < fields.Attributes.Count; i++)
        {
            FactSlot slot = default;
            fields.Loaders[i](item, ref slot);
            if (slot.State == FactState.Present)
            {
                values[fields.Attributes[i].Path] = Box(slot, fields.Attributes[i].Type.Kind);
            }
        }

        return values;
    }

    public static object? Box(in FactSlot slot, AttributeKind kind) => kind switch
    {
        AttributeKind.Bool => slot.Bool,
        AttributeKind.Int => slot.Int,
        AttributeKind.Double => slot.Double,
        AttributeKind.Decimal => slot.Decimal,
        AttributeKind.Money => slot.Money,
        AttributeKind.Date => slot.Date,
        AttributeKind.Timestamp => slot.Timestamp,
        AttributeKind.Duration => slot.Duration,
        _ => slot.Reference,
    };

    public static FactSlot Unbox(object value, AttributeKind kind)
    {
        FactSlot slot = default;
        slot.State = FactState.Present;
        switch (kind)
        {
            case AttributeKind.Bool:
                slot.Bool = (bool)value;
                break;
            case AttributeKind.Int:
                slot.Int = (long)value;
                break;
            case AttributeKind.Double:
                slot.Double = (double)value;
                break;
            case AttributeKind.Decimal:
                slot.Decimal = (decimal)value;
                break;
            case AttributeKind.Money:
                slot.SetMoney((EcomOps.Core.Money)value);
                break;
            case AttributeKind.Date:
                slot.Date = (LocalDate)value;
                break;
            case AttributeKind.Timestamp:
                slot.Timestamp = (Instant)value;
                break;
            case AttributeKind.Duration:
                slot.Duration = (Duration)value;
                break;
            default:
                slot.Reference = value;
                break;
        }

        return slot;
    }
}
