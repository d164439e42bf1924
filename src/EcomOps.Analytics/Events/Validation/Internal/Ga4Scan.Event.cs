using System.Text.Json;
using EcomOps.Core;

namespace EcomOps.Analytics.Events.Validation.Internal;

internal ref partial struct Ga4Scan
{
    private void Events()
    {
        if (_reader.TokenType != JsonTokenType.StartArray)
        {
            _reader.Skip();
            Add("events", ValidationCodes.ValueInvalid, "events_invalid", "Events are a JSON array.");
            return;
        }

        int count = 0;
        while (_reader.Read() && _reader.TokenType != JsonTokenType.EndArray)
        {
            _event = count++;
            Event();
        }

        if (count == 0)
        {
            Add("events", ValidationCodes.ValueRequired, "events_missing", "A request needs at least one event.");
        }

        if (count > CollectorLimits.Ga4Events)
        {
            Add("events", ValidationCodes.ValueOutOfBounds, "too_many_events", $"{count} events, at most {CollectorLimits.Ga4Events} in a request.");
        }
    }

    private void Event()
    {
        if (_reader.TokenType != JsonTokenType.StartObject)
        {
            _reader.Skip();
            Add($"events[{_event}]", ValidationCodes.ValueInvalid, "event_invalid", "An event is an object with name and params.");
            return;
        }

        Ga4Needs? needs = EventNeeds(out bool isPurchase);
        bool hasParameters = false;
        while (_reader.Read() && _reader.TokenType == JsonTokenType.PropertyName)
        {
            if (_reader.ValueTextEquals("params"u8))
            {
                _reader.Read();
                hasParameters = true;
                if (_reader.TokenType == JsonTokenType.StartObject)
                {
                    Parameters(needs, isPurchase);
                    continue;
                }

                Add(InEvent("params"), ValidationCodes.ValueInvalid, "params_invalid", "Parameters are one JSON object.");
            }
            else if (_reader.ValueTextEquals("timestamp_micros"u8))
            {
                _reader.Read();
                Timestamp(isEvent: true);
                continue;
            }
            else
            {
                _reader.Read();
            }

            _reader.Skip();
        }

        if (!hasParameters)
        {
            Missing(needs, default(Ga4Seen));
        }
    }

    // The rules for parameters depend on the name, which may stand behind them.
    private Ga4Needs? EventNeeds(out bool isPurchase)
    {
        isPurchase = false;
        Utf8JsonReader ahead = _reader;
        while (ahead.Read() && ahead.TokenType == JsonTokenType.PropertyName)
        {
            bool isName = ahead.ValueTextEquals("name"u8);
            ahead.Read();
            if (!isName)
            {
                ahead.Skip();
                continue;
            }

            if (ahead.TokenType != JsonTokenType.String)
            {
                Add(InEvent("name"), ValidationCodes.ValueInvalid, "name_invalid", "A name is a text.");
                return null;
            }

            if (ahead.ValueSpan.Length > 4 * CollectorLimits.Ga4EventName)
            {
                Add(InEvent("name"), ValidationCodes.NameInvalid, "name_invalid", NameRule(CollectorLimits.Ga4EventName));
                return null;
            }

            Span<char> buffer = stackalloc char[4 * CollectorLimits.Ga4EventName];
            ReadOnlySpan<char> name = buffer[..ahead.CopyString(buffer)];
            isPurchase = name is "purchase";
            EventName(name);
            return Ga4Names.RecommendedByText.TryGetValue(name, out Ga4Needs needs) ? needs : null;
        }

        Add(InEvent("name"), ValidationCodes.ValueRequired, "name_missing", "An event needs a name.");
        return null;
    }

    private void EventName(scoped ReadOnlySpan<char> name)
    {
        bool isReserved = _options.Stream == Ga4Stream.Web ? Ga4Names.ReservedWebEventsByText.Contains(name) : Ga4Names.ReservedAppEventsByText.Contains(name);
        if (NameCode(name, CollectorLimits.Ga4EventName, isReserved) is { } code)
        {
            AddName(InEvent("name"), code, CollectorLimits.Ga4EventName);
        }
    }

    private void Missing(Ga4Needs? needs, scoped in Ga4Seen seen)
    {
        Ga4Needs known = needs ?? Ga4Needs.Nothing;
        if ((known & Ga4Needs.Items) != 0 && !seen.Items)
        {
            Add(InEvent("params.items"), ValidationCodes.ValueRequired, "items_missing", "This event needs at least one item.");
        }

        if ((known & Ga4Needs.Transaction) != 0 && !seen.Transaction)
        {
            Add(InEvent("params.transaction_id"), ValidationCodes.ValueRequired, "transaction_missing", "This event needs the order number as transaction_id.");
        }

        if ((known & Ga4Needs.Value) != 0 && !seen.Value)
        {
            Add(InEvent("params.value"), ValidationCodes.ValueRequired, "value_missing", "A purchase needs its value: the sum of price times quantity.");
        }

        if (!seen.Currency && (seen.Value || (known & Ga4Needs.Value) != 0))
        {
            Add(InEvent("params.currency"), ValidationCodes.ValueRequired, "currency_missing", "A value needs its currency.");
        }

        if ((known & Ga4Needs.SearchTerm) != 0 && !seen.SearchTerm)
        {
            Add(InEvent("params.search_term"), ValidationCodes.ValueRequired, "search_term_missing", "A search needs its search_term.");
        }

        if (!_isGtag && !(seen.Session && seen.Engagement))
        {
            Add(InEvent("params"), ValidationCodes.ValueRequired, "activity_missing", "Without session_id and engagement_time_msec the event does not count as activity in reports.", Severity.Warning);
        }
    }
}
