using System.Buffers;
using System.Text.Json;
using EcomOps.Core;

namespace EcomOps.Analytics.Events.Validation.Internal;

internal ref partial struct Ga4Scan
{
    internal const string ReservedRule = "The name, or its beginning, is reserved for GA4; take another.";

    private const int Shortest = 40;

    /// <summary>Copies the name of the parameter at the reader and judges it.</summary>
    /// <returns>Its length; 0 when it is far too long.</returns>
    private int ParameterName(scoped Span<char> buffer, out Ga4Place place)
    {
        place = Ga4Place.Nothing;
        if (_reader.ValueSpan.Length > buffer.Length)
        {
            Add(InParameters(Shown(_reader.GetString()!)), ValidationCodes.NameInvalid, "name_invalid", NameRule(CollectorLimits.Ga4ParameterName));
            return 0;
        }

        scoped ReadOnlySpan<char> name = buffer[.._reader.CopyString(buffer)];
        if (Ga4Names.ParametersByText.TryGetValue(name, out place))
        {
            return name.Length;
        }

        if (NameCode(name, CollectorLimits.Ga4ParameterName, isReserved: false) is { } code)
        {
            AddName(InParameters(Shown(name)), code, CollectorLimits.Ga4ParameterName);
        }

        return name.Length;
    }

    /// <summary>Code of what is wrong with a name; null when it is right.</summary>
    internal static string? NameCode(scoped ReadOnlySpan<char> name, int most, bool isReserved) =>
        isReserved || Ga4Names.HasReservedPrefix(name) ? ValidationCodes.NameReserved
        : name.Length > most || !Ga4Names.IsName(name) ? ValidationCodes.NameInvalid
        : null;

    private void AddName(string path, string code, int most)
    {
        bool isReserved = code == ValidationCodes.NameReserved;
        Add(path, code, isReserved ? "name_reserved" : "name_invalid", isReserved ? ReservedRule : NameRule(most));
    }

    private void AddReserved(scoped ReadOnlySpan<char> name) =>
        Add(InParameters(name.ToString()), ValidationCodes.NameReserved, "name_reserved", "The name is reserved as a parameter of your own; take another.");

    /// <summary>Judges the value of an ordinary parameter and moves to its end.</summary>
    private void Value(scoped ReadOnlySpan<char> name)
    {
        switch (_reader.TokenType)
        {
            case JsonTokenType.String:
                Text(name);
                break;
            case JsonTokenType.Number or JsonTokenType.True or JsonTokenType.False:
                break;
            default:
                _reader.Skip();
                Add(InParameters(Shown(name)), ValidationCodes.ValueInvalid, "value_invalid", "A value is a text, a number or a boolean; leave it out when there is none.");
                break;
        }
    }

    private void Text(scoped ReadOnlySpan<char> name)
    {
        int most = _item >= 0 || !name.StartsWith("page_") ? Longest() : name switch
        {
            "page_location" => CollectorLimits.Ga4PageLocation,
            "page_referrer" => CollectorLimits.Ga4PageReferrer,
            "page_title" => CollectorLimits.Ga4PageTitle,
            _ => Longest(),
        };
        if (TextLength(most) > most)
        {
            Add(InParameters(Shown(name)), ValidationCodes.ValueOutOfBounds, "value_too_long", $"At most {most} characters.");
        }

        if (FindPersonalData() is not PersonalDataKind.None and var found)
        {
            // One id in ten that has sixteen digits and a fitting prefix passes Luhn by chance.
            bool isId = found == PersonalDataKind.Card && name is "transaction_id" or "item_id" or "session_id";
            Add(InParameters(Shown(name)), ValidationCodes.PersonalData, "personal_data", $"The value looks like personal data ({found}); take it out.", isId ? Severity.Warning : Severity.Error);
        }
    }

    private readonly int Longest() => _options.IsPremium ? CollectorLimits.Ga4PremiumParameterValue : CollectorLimits.Ga4ParameterValue;

    private bool Number(scoped ReadOnlySpan<char> name, bool mayBeNegative, out decimal number)
    {
        number = 0;
        if (_reader.TokenType == JsonTokenType.Number && _reader.TryGetDecimal(out number) && (mayBeNegative || number >= 0))
        {
            return true;
        }

        _reader.Skip();
        Add(InParameters(Shown(name)), ValidationCodes.ValueInvalid, "number_invalid", mayBeNegative ? "The value is a JSON number." : "The value is a JSON number of 0 or more.");
        return false;
    }

    /// <summary>Length of the text at the reader, or 0 when its bytes already fit: a character takes at least one.</summary>
    private readonly int TextLength(int most)
    {
        if (_reader.ValueSpan.Length <= most)
        {
            return 0;
        }

        char[] rented = ArrayPool<char>.Shared.Rent(_reader.ValueSpan.Length);
        try
        {
            ReadOnlySpan<char> text = rented.AsSpan(0, _reader.CopyString(rented));
            int length = text.Length;
            if (_options.LengthUnit == TextLengthUnit.CodePoints)
            {
                foreach (char c in text)
                {
                    length -= char.IsLowSurrogate(c) ? 1 : 0;
                }
            }

            return length;
        }
        finally
        {
            ArrayPool<char>.Shared.Return(rented, clearArray: true);
        }
    }

    private readonly PersonalDataKind FindPersonalData()
    {
        if (!_reader.ValueIsEscaped)
        {
            return PersonalData.Find(_reader.ValueSpan);
        }

        byte[] rented = ArrayPool<byte>.Shared.Rent(_reader.ValueSpan.Length);
        try
        {
            return PersonalData.Find(rented.AsSpan(0, _reader.CopyString(rented)));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(rented, clearArray: true);
        }
    }

    internal static string NameRule(int most) => $"A name begins with a letter, has letters, digits and underscores only, and at most {most} characters.";

    /// <summary>A name as it may stand in a report: a long one may be a value by mistake.</summary>
    private static string Shown(scoped ReadOnlySpan<char> name) => name.Length <= Shortest ? name.ToString() : string.Concat(name[..Shortest], "...");
}
