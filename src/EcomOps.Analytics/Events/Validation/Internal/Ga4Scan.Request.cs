using System.Text.Json;

namespace EcomOps.Analytics.Events.Validation.Internal;

internal ref partial struct Ga4Scan
{
    internal void Request()
    {
        if (_body.Length > CollectorLimits.Ga4BodyBytes)
        {
            Add(string.Empty, ValidationCodes.ValueOutOfBounds, "body_too_large", $"The body has {_body.Length} bytes, at most {CollectorLimits.Ga4BodyBytes}; send fewer events in a request.");
        }

        if (!_reader.Read() || _reader.TokenType != JsonTokenType.StartObject)
        {
            Add(string.Empty, ValidationCodes.ValueInvalid, "body_invalid", "The body is one JSON object with an id and events.");
            return;
        }

        bool hasId = false, hasEvents = false;
        ReadOnlySpan<byte> id = _options.Stream == Ga4Stream.Web ? "client_id"u8 : "app_instance_id"u8;
        while (_reader.Read() && _reader.TokenType == JsonTokenType.PropertyName)
        {
            if (_reader.ValueTextEquals("events"u8))
            {
                _reader.Read();
                hasEvents = true;
                Events();
            }
            else if (_reader.ValueTextEquals(id))
            {
                _reader.Read();
                hasId = Identifier(_options.Stream == Ga4Stream.Web ? "client_id" : "app_instance_id", int.MaxValue);
            }
            else if (_reader.ValueTextEquals("user_id"u8))
            {
                _reader.Read();
                Identifier("user_id", CollectorLimits.Ga4UserId);
            }
            else if (_reader.ValueTextEquals("user_properties"u8))
            {
                _reader.Read();
                UserProperties();
            }
            else if (_reader.ValueTextEquals("consent"u8))
            {
                _reader.Read();
                Consent();
            }
            else if (_reader.ValueTextEquals("timestamp_micros"u8))
            {
                _reader.Read();
                Timestamp(isEvent: false);
            }
            else
            {
                Other();
            }
        }

        if (!hasId)
        {
            string member = _options.Stream == Ga4Stream.Web ? "client_id" : "app_instance_id";
            Add(member, ValidationCodes.ValueRequired, "id_missing", $"A request to this kind of stream needs {member}.");
        }

        if (!hasEvents)
        {
            Add("events", ValidationCodes.ValueRequired, "events_missing", "A request needs at least one event.");
        }

        // Reads on so that text behind the object is seen as no JSON.
        _reader.Read();
    }

    private void Other()
    {
        Span<char> buffer = stackalloc char[NameBuffer];
        scoped ReadOnlySpan<char> name = _reader.ValueSpan.Length <= buffer.Length ? buffer[.._reader.CopyString(buffer)] : _reader.GetString();
        if (!Ga4Names.BodyByText.Contains(name))
        {
            Add(Shown(name), ValidationCodes.ValueInvalid, "member_unknown", "The request has no member of this name; GA4 ignores it.", Core.Severity.Warning);
        }

        _reader.Read();
        _reader.Skip();
    }

    private bool Identifier(string member, int most)
    {
        if (_reader.TokenType != JsonTokenType.String)
        {
            _reader.Skip();
            Add(member, ValidationCodes.ValueInvalid, "id_invalid", "An id is a text.");
            return true;
        }

        if (_reader.ValueSpan.IsEmpty)
        {
            return false;
        }

        if (TextLength(most) > most)
        {
            Add(member, ValidationCodes.ValueOutOfBounds, "id_too_long", $"At most {most} characters.");
        }

        // A client id is two numbers and a dot, which a search for telephone or card numbers must not judge.
        PersonalDataKind found = FindPersonalData();
        if (found == PersonalDataKind.Email || (found != PersonalDataKind.None && member == "user_id"))
        {
            Add(member, ValidationCodes.PersonalData, "personal_data", $"The id looks like personal data ({found}); send the shop's own customer number.");
        }

        return true;
    }

    private void UserProperties()
    {
        if (_reader.TokenType != JsonTokenType.StartObject)
        {
            _reader.Skip();
            Add("user_properties", ValidationCodes.ValueInvalid, "user_properties_invalid", "User properties are one JSON object.");
            return;
        }

        int count = 0;
        Span<char> buffer = stackalloc char[NameBuffer];
        while (_reader.Read() && _reader.TokenType == JsonTokenType.PropertyName)
        {
            count++;
            scoped ReadOnlySpan<char> name = _reader.ValueSpan.Length <= buffer.Length ? buffer[.._reader.CopyString(buffer)] : _reader.GetString();
            _reader.Read();
            bool isReserved = Ga4Names.ReservedUserPropertiesByText.Contains(name);
            if (NameCode(name, CollectorLimits.Ga4UserPropertyName, isReserved) is { } code)
            {
                AddName(InUser(name), code, CollectorLimits.Ga4UserPropertyName);
            }

            UserProperty(name);
        }

        if (count > CollectorLimits.Ga4UserProperties)
        {
            Add("user_properties", ValidationCodes.ValueOutOfBounds, "too_many_user_properties", $"{count} user properties, at most {CollectorLimits.Ga4UserProperties}.");
        }
    }

    private void UserProperty(scoped ReadOnlySpan<char> name)
    {
        if (_reader.TokenType != JsonTokenType.StartObject)
        {
            _reader.Skip();
            Add(InUser(name), ValidationCodes.ValueInvalid, "user_property_invalid", "A user property is an object with the member value.");
            return;
        }

        bool hasValue = false;
        while (_reader.Read() && _reader.TokenType == JsonTokenType.PropertyName)
        {
            bool isValue = _reader.ValueTextEquals("value"u8);
            hasValue |= isValue;
            _reader.Read();
            if (isValue && _reader.TokenType == JsonTokenType.String)
            {
                UserText(name);
            }

            _reader.Skip();
        }

        if (!hasValue)
        {
            Add(InUser(name) + ".value", ValidationCodes.ValueRequired, "user_property_empty", "A user property needs a value.");
        }
    }

    private void UserText(scoped ReadOnlySpan<char> name)
    {
        if (TextLength(CollectorLimits.Ga4UserPropertyValue) > CollectorLimits.Ga4UserPropertyValue)
        {
            Add(InUser(name) + ".value", ValidationCodes.ValueOutOfBounds, "user_property_too_long", $"At most {CollectorLimits.Ga4UserPropertyValue} characters.");
        }

        if (FindPersonalData() is not PersonalDataKind.None and var found)
        {
            Add(InUser(name) + ".value", ValidationCodes.PersonalData, "personal_data", $"The value looks like personal data ({found}); take it out.");
        }
    }

    private static string InUser(scoped ReadOnlySpan<char> name) => "user_properties." + Shown(name);

    private void Consent()
    {
        if (_reader.TokenType != JsonTokenType.StartObject)
        {
            _reader.Skip();
            Add("consent", ValidationCodes.ValueInvalid, "consent_invalid", "Consent is an object with ad_user_data and ad_personalization.");
            return;
        }

        while (_reader.Read() && _reader.TokenType == JsonTokenType.PropertyName)
        {
            bool isKnown = _reader.ValueTextEquals("ad_user_data"u8) || _reader.ValueTextEquals("ad_personalization"u8);
            string? name = isKnown ? null : _reader.GetString();
            _reader.Read();
            if (!isKnown || _reader.TokenType != JsonTokenType.String || !(_reader.ValueTextEquals("GRANTED"u8) || _reader.ValueTextEquals("DENIED"u8)))
            {
                Add("consent" + (name is null ? string.Empty : "." + Shown(name)), ValidationCodes.ValueInvalid, "consent_invalid", "Consent has the members ad_user_data and ad_personalization, each GRANTED or DENIED.");
            }

            _reader.Skip();
        }
    }

    private void Timestamp(bool isEvent)
    {
        if (_reader.TokenType != JsonTokenType.Number || !_reader.TryGetInt64(out long micros) || micros <= 0)
        {
            _reader.Skip();
            Add(TimestampPath(isEvent), ValidationCodes.ValueInvalid, "timestamp_invalid", "A time is a whole number of microseconds since 1970.");
        }
        else if (_options.Now is { } now && micros / 1000 < now.ToUnixTimeMilliseconds() - (CollectorLimits.Ga4BackdatingHours * 3_600_000L))
        {
            Add(TimestampPath(isEvent), ValidationCodes.ValueOutOfBounds, "timestamp_too_old", $"An event may lie back at most {CollectorLimits.Ga4BackdatingHours} hours.");
        }
    }

    // Built only when there is something to say.
    private readonly string TimestampPath(bool isEvent) => isEvent ? InEvent("timestamp_micros") : "timestamp_micros";
}
