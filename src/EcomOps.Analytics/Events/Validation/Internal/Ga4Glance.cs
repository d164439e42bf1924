using System.Text.Unicode;

namespace EcomOps.Analytics.Events.Validation.Internal;

/// <summary>
/// One pass over the bytes of a payload that knows when there is surely nothing to say. Whatever it does not know, an unusual form as much as an error, is a doubt, and
/// <see cref="Ga4Scan"/> judges. It allocates nothing.
/// </summary>
/// <remarks>Every rule here must be as strict as that of <see cref="Ga4Scan"/>; a property test compares both on bent payloads.</remarks>
internal ref partial struct Ga4Glance
{
    private readonly ReadOnlySpan<byte> _body;
    private readonly Ga4ValidatorOptions _options;
    private readonly Span<(int Start, int Length)> _transactions;
    private readonly Ga4NameTable _names;
    private readonly bool _isGtag;
    private readonly int _longest;
    private int _transactionCount;
    private int _at;
    private bool _isDoubtful;

    private Ga4Glance(ReadOnlySpan<byte> body, Ga4ValidatorOptions options, Span<(int Start, int Length)> transactions, bool isGtag)
    {
        _body = body;
        _options = options;
        _transactions = transactions;
        _names = Ga4NameTable.Parameters;
        _isGtag = isGtag;
        _longest = options.IsPremium ? CollectorLimits.Ga4PremiumParameterValue : CollectorLimits.Ga4ParameterValue;
    }

    /// <summary>Whether a request is surely sound; false says nothing.</summary>
    internal static bool IsSound(ReadOnlySpan<byte> body, Ga4ValidatorOptions options)
    {
        Span<(int Start, int Length)> transactions = stackalloc (int, int)[CollectorLimits.Ga4Events];
        return body.Length <= CollectorLimits.Ga4BodyBytes && Utf8.IsValid(body) && new Ga4Glance(body, options, transactions, isGtag: false).Request();
    }

    /// <summary>Whether a gtag call is surely sound; false says nothing.</summary>
    internal static bool IsSound(string name, ReadOnlySpan<byte> parameters, Ga4ValidatorOptions options) =>
        Ga4Names.Recommended.TryGetValue(name, out Ga4Needs needs) && Utf8.IsValid(parameters) && new Ga4Glance(parameters, options, [], isGtag: true).Call(needs);

    private bool Call(Ga4Needs needs) => Parameters(needs, isPurchase: false) && IsAtEnd();

    private bool Request()
    {
        bool hasId = false, hasEvents = false, isFirst = true, isWeb = _options.Stream == Ga4Stream.Web;
        if (!Opens((byte)'{'))
        {
            return false;
        }

        while (Member(ref isFirst, out ReadOnlySpan<byte> name))
        {
            bool isSound;
            if (name.SequenceEqual("events"u8))
            {
                isSound = !hasEvents && Events();
                hasEvents = true;
            }
            else if (name.SequenceEqual(isWeb ? "client_id"u8 : "app_instance_id"u8))
            {
                isSound = !hasId && Text(int.MaxValue, out _, out int length) && length > 0;
                hasId = true;
            }
            else
            {
                isSound = name.SequenceEqual("user_id"u8) ? Text(CollectorLimits.Ga4UserId, out _, out _)
                    : name.SequenceEqual("timestamp_micros"u8) ? Timestamp()
                    : name.SequenceEqual("consent"u8) ? Consent()
                    : name.SequenceEqual("user_properties"u8) && UserProperties();
            }

            if (!isSound)
            {
                return false;
            }
        }

        return !_isDoubtful && hasId && hasEvents && IsAtEnd();
    }

    private bool Consent()
    {
        bool isFirst = true;
        if (!Opens((byte)'{'))
        {
            return false;
        }

        while (Member(ref isFirst, out ReadOnlySpan<byte> name))
        {
            if (!(name.SequenceEqual("ad_user_data"u8) || name.SequenceEqual("ad_personalization"u8)) || !Text(_longest, out int start, out int length)
                || !(_body.Slice(start, length).SequenceEqual("GRANTED"u8) || _body.Slice(start, length).SequenceEqual("DENIED"u8)))
            {
                return false;
            }
        }

        return !_isDoubtful;
    }

    private bool UserProperties()
    {
        int count = 0;
        bool isFirst = true;
        if (!Opens((byte)'{'))
        {
            return false;
        }

        Span<char> letters = stackalloc char[CollectorLimits.Ga4UserPropertyName];
        while (Member(ref isFirst, out ReadOnlySpan<byte> name))
        {
            bool isOnly = true;
            if (++count > CollectorLimits.Ga4UserProperties || name.Length > letters.Length || !IsOwnName(name) || Ga4Names.ReservedUserPropertiesByText.Contains(Letters(name, letters))
                || !Opens((byte)'{') || !Member(ref isOnly, out ReadOnlySpan<byte> member) || !member.SequenceEqual("value"u8) || !Value(CollectorLimits.Ga4UserPropertyValue) || Member(ref isOnly, out _))
            {
                return false;
            }
        }

        return !_isDoubtful;
    }

    private bool Timestamp() => Number(LongestNumber, out ulong micros, out bool isNegative, out int scale) && !isNegative && scale == 0 && micros > 0
        && (_options.Now is not { } now || (long)(micros / 1000) >= now.ToUnixTimeMilliseconds() - (CollectorLimits.Ga4BackdatingHours * 3_600_000L));

    private static ReadOnlySpan<char> Letters(ReadOnlySpan<byte> name, Span<char> buffer)
    {
        for (int i = 0; i < name.Length; i++)
        {
            buffer[i] = (char)name[i];
        }

        return buffer[..name.Length];
    }
}
