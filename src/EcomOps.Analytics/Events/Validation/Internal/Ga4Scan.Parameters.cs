using System.Text.Json;
using EcomOps.Core;

namespace EcomOps.Analytics.Events.Validation.Internal;

internal ref partial struct Ga4Scan
{
    private const int NameBuffer = 4 * CollectorLimits.Ga4ParameterName;

    private void Parameters(Ga4Needs? needs, bool isPurchase)
    {
        Ga4Seen seen = new() { AllPriced = true };
        Span<char> buffer = stackalloc char[NameBuffer];
        while (_reader.Read() && _reader.TokenType == JsonTokenType.PropertyName)
        {
            if (_reader.ValueTextEquals("items"u8))
            {
                _reader.Read();
                Items(ref seen);
                continue;
            }

            ReadOnlySpan<char> name = buffer[..ParameterName(buffer, out Ga4Place place)];
            _reader.Read();
            bool isBuiltIn = (place & Ga4Place.EventParameter) != 0 || (!_isGtag && (place & Ga4Place.ProtocolParameter) != 0);
            seen.Counted += isBuiltIn && !_options.CountBuiltInParameters ? 0 : 1;
            if ((place & Ga4Place.Reserved) != 0 && !isBuiltIn)
            {
                AddReserved(name);
            }

            Parameter(name, isPurchase, ref seen);
        }

        if (seen.Currency && needs is null && !seen.Value)
        {
            AddReserved("currency");
        }

        if (seen.Counted > CollectorLimits.Ga4Parameters)
        {
            Add(InEvent("params"), ValidationCodes.ValueOutOfBounds, "too_many_parameters", $"{seen.Counted} parameters, at most {CollectorLimits.Ga4Parameters}.");
        }

        Missing(needs, seen);
        if (seen.Value && seen.Lines > 0 && seen.AllPriced && Math.Abs(seen.Amount - seen.Sum) > 0.005m * seen.Lines)
        {
            Add(InEvent("params.value"), ValidationCodes.ValueMismatch, "value_mismatch", "The value is not the sum of price times quantity; it excludes tax and shipping.", Severity.Warning);
        }
    }

    private void Parameter(scoped ReadOnlySpan<char> name, bool isPurchase, ref Ga4Seen seen)
    {
        switch (name)
        {
            case "value":
                seen.Value = true;
                seen.AllPriced &= Number(name, mayBeNegative: true, out seen.Amount);
                return;
            case "tax" or "shipping" or "discount":
                Number(name, mayBeNegative: true, out _);
                return;
            case "currency":
                seen.Currency = true;
                CurrencyCode();
                return;
            case "transaction_id":
                seen.Transaction = _reader.TokenType != JsonTokenType.String || !_reader.ValueSpan.IsEmpty;
                Transaction(isPurchase);
                break;
            case "search_term":
                seen.SearchTerm = true;
                break;
            case "session_id":
                seen.Session = true;
                break;
            case "engagement_time_msec":
                seen.Engagement = true;
                break;
        }

        Value(name);
    }

    private void CurrencyCode()
    {
        if (_reader.TokenType != JsonTokenType.String || !Ga4Currencies.IsCode(_reader.ValueSpan))
        {
            _reader.Skip();
            Add(InParameters("currency"), ValidationCodes.ValueInvalid, "currency_invalid", "The currency is an ISO 4217 code of three upper-case letters, for example EUR.");
        }
    }

    private void Transaction(bool isPurchase)
    {
        if (!isPurchase || _reader.TokenType != JsonTokenType.String || _transactionCount >= _transactions.Length)
        {
            return;
        }

        // TokenStartIndex points at the opening quote.
        (int start, int length) = (checked((int)_reader.TokenStartIndex) + 1, _reader.ValueSpan.Length);
        for (int i = 0; i < _transactionCount; i++)
        {
            (int otherStart, int otherLength) = _transactions[i];
            if (_body.Slice(otherStart, otherLength).SequenceEqual(_body.Slice(start, length)))
            {
                Add(InParameters("transaction_id"), ValidationCodes.TransactionDuplicated, "transaction_duplicated", "The request tells of this transaction twice; it counts once.", Severity.Warning);
                break;
            }
        }

        _transactions[_transactionCount++] = (start, length);
    }

    private void Items(ref Ga4Seen seen)
    {
        if (_reader.TokenType != JsonTokenType.StartArray)
        {
            seen.Items = true;
            _reader.Skip();
            Add(InEvent("params.items"), ValidationCodes.ValueInvalid, "items_invalid", "Items are a JSON array.");
            return;
        }

        int count = 0;
        while (_reader.Read() && _reader.TokenType != JsonTokenType.EndArray)
        {
            _item = count++;
            Item(ref seen);
        }

        _item = -1;
        seen.Items = count > 0;
        seen.Lines = count;
        if (count > CollectorLimits.Ga4Items)
        {
            Add(InEvent("params.items"), ValidationCodes.ValueOutOfBounds, "too_many_items", $"{count} items, at most {CollectorLimits.Ga4Items}.");
        }
    }

    private void Item(ref Ga4Seen seen)
    {
        if (_reader.TokenType != JsonTokenType.StartObject)
        {
            _reader.Skip();
            Add(InEvent($"params.items[{_item}]"), ValidationCodes.ValueInvalid, "item_invalid", "An item is a JSON object.");
            return;
        }

        bool isNamed = false, hasPrice = false, isCounted = true;
        int custom = 0;
        decimal price = 0, quantity = 1;
        Span<char> buffer = stackalloc char[NameBuffer];
        while (_reader.Read() && _reader.TokenType == JsonTokenType.PropertyName)
        {
            ReadOnlySpan<char> name = buffer[..ParameterName(buffer, out Ga4Place place)];
            _reader.Read();
            if ((place & Ga4Place.ItemParameter) == 0)
            {
                custom++;
                if ((place & Ga4Place.Reserved) != 0)
                {
                    AddReserved(name);
                }
            }

            switch (name)
            {
                case "price":
                    hasPrice = Number(name, mayBeNegative: false, out price);
                    continue;
                case "quantity":
                    isCounted = Number(name, mayBeNegative: false, out quantity);
                    continue;
                case "discount" or "index":
                    Number(name, mayBeNegative: false, out _);
                    continue;
                case "item_id" or "item_name":
                    isNamed |= _reader.TokenType != JsonTokenType.String || !_reader.ValueSpan.IsEmpty;
                    break;
            }

            Value(name);
        }

        if (!isNamed)
        {
            Add(InParameters("item_id"), ValidationCodes.ValueRequired, "item_nameless", "An item needs item_id or item_name.");
        }

        if (custom > CollectorLimits.Ga4ItemParameters)
        {
            Add(InEvent($"params.items[{_item}]"), ValidationCodes.ValueOutOfBounds, "too_many_item_parameters", $"{custom} parameters of your own, at most {CollectorLimits.Ga4ItemParameters}.");
        }

        seen.AllPriced &= hasPrice && isCounted && TryAdd(ref seen.Sum, price, quantity);
    }

    private static bool TryAdd(ref decimal sum, decimal price, decimal quantity)
    {
        try
        {
            sum += price * quantity;
            return true;
        }
        catch (OverflowException)
        {
            return false;
        }
    }
}
