using System.Runtime.CompilerServices;

namespace EcomOps.Analytics.Events.Validation.Internal;

internal ref partial struct Ga4Glance
{
    // Twelve digits of price and of quantity, two hundred times: far below what a decimal holds.
    private const int LongestFactor = 12;

    private bool Events()
    {
        if (!Opens((byte)'['))
        {
            return false;
        }

        int count = 0;
        while (Element(count == 0))
        {
            if (++count > CollectorLimits.Ga4Events || !Event())
            {
                return false;
            }
        }

        return !_isDoubtful && count > 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool Event()
    {
        bool isFirst = true, hasParameters = false;
        if (!Opens((byte)'{') || !Member(ref isFirst, out ReadOnlySpan<byte> member) || !member.SequenceEqual("name"u8) || !Text(CollectorLimits.Ga4EventName, out int start, out int length))
        {
            return false;
        }

        ReadOnlySpan<byte> name = _body.Slice(start, length);
        Ga4Needs? needs = Ga4NameTable.Events.Find(name)?.Needs;
        if (needs is null && !IsOwnEvent(name))
        {
            return false;
        }

        while (Member(ref isFirst, out member))
        {
            bool isParameters = member.SequenceEqual("params"u8);
            hasParameters |= isParameters;
            bool isSound = isParameters ? Parameters(needs, name.SequenceEqual("purchase"u8)) : member.SequenceEqual("timestamp_micros"u8) && Timestamp();
            if (!isSound)
            {
                return false;
            }
        }

        return !_isDoubtful && hasParameters;
    }

    private readonly bool IsOwnEvent(ReadOnlySpan<byte> name)
    {
        Span<char> letters = stackalloc char[CollectorLimits.Ga4EventName];
        return IsOwnName(name) && !(_options.Stream == Ga4Stream.Web ? Ga4Names.ReservedWebEventsByText : Ga4Names.ReservedAppEventsByText).Contains(Letters(name, letters));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool Parameters(Ga4Needs? needs, bool isPurchase)
    {
        Ga4Seen seen = new() { AllPriced = true };
        bool isFirst = true;
        if (!Opens((byte)'{'))
        {
            return false;
        }

        while (Member(ref isFirst, out ReadOnlySpan<byte> name))
        {
            Ga4NameEntry? known = _names.Find(name);
            if (known is null && (name.Length > CollectorLimits.Ga4ParameterName || !IsOwnName(name)))
            {
                return false;
            }

            Ga4Meaning meaning = known?.OnEvent ?? Ga4Meaning.Ordinary;
            seen.Counted += meaning == Ga4Meaning.Items || (known is { IsBuiltInOnEvent: true } && !_isGtag && !_options.CountBuiltInParameters) ? 0 : 1;
            if (!Parameter(meaning, isPurchase, ref seen))
            {
                return false;
            }
        }

        return !_isDoubtful && seen.Counted <= CollectorLimits.Ga4Parameters && IsComplete(needs, seen);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private readonly bool IsComplete(Ga4Needs? needs, in Ga4Seen seen)
    {
        Ga4Needs known = needs ?? Ga4Needs.Nothing;
        return ((known & Ga4Needs.Items) == 0 || seen.Items)
            && ((known & Ga4Needs.Transaction) == 0 || seen.Transaction)
            && ((known & Ga4Needs.Value) == 0 || seen.Value)
            && ((known & Ga4Needs.SearchTerm) == 0 || seen.SearchTerm)
            && (seen.Currency ? needs is not null || seen.Value : !seen.Value)
            && (_isGtag || (seen.Session && seen.Engagement))
            && (!seen.Value || seen.Lines == 0 || !seen.AllPriced || Math.Abs(seen.Amount - seen.Sum) <= 0.005m * seen.Lines);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool Parameter(Ga4Meaning meaning, bool isPurchase, ref Ga4Seen seen)
    {
        switch (meaning)
        {
            case Ga4Meaning.Value:
                seen.Value = true;
                return Number(LongestNumber, out ulong amount, out bool isNegative, out int scale) && Decimal(amount, isNegative, scale, out seen.Amount);
            case Ga4Meaning.Amount:
                return Number(LongestNumber, out _, out _, out _);
            case Ga4Meaning.Currency:
                seen.Currency = true;
                return Text(3, out int start, out int length) && Ga4Currencies.IsCode(_body.Slice(start, length));
            case Ga4Meaning.Transaction:
                seen.Transaction = true;
                return Text(_longest, out start, out length) && length > 0 && (!isPurchase || IsNew(start, length));
            case Ga4Meaning.Items:
                return !seen.Items && Items(ref seen);
            case Ga4Meaning.SearchTerm:
                seen.SearchTerm = true;
                break;
            case Ga4Meaning.Session:
                seen.Session = true;
                if (_isGtag)
                {
                    return false;
                }

                break;
            case Ga4Meaning.Engagement:
                seen.Engagement = true;
                break;
            case Ga4Meaning.PageLocation:
                return Value(CollectorLimits.Ga4PageLocation);
            case Ga4Meaning.PageReferrer:
                return Value(CollectorLimits.Ga4PageReferrer);
            case Ga4Meaning.PageTitle:
                return Value(CollectorLimits.Ga4PageTitle);
            case Ga4Meaning.Reserved:
                return false;
        }

        return Value(_longest);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool IsNew(int start, int length)
    {
        if (_transactionCount >= _transactions.Length)
        {
            return false;
        }

        for (int i = 0; i < _transactionCount; i++)
        {
            (int otherStart, int otherLength) = _transactions[i];
            if (otherLength == length && _body.Slice(otherStart, otherLength).SequenceEqual(_body.Slice(start, length)))
            {
                return false;
            }
        }

        _transactions[_transactionCount++] = (start, length);
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool Items(ref Ga4Seen seen)
    {
        if (!Opens((byte)'['))
        {
            return false;
        }

        int count = 0;
        while (Element(count == 0))
        {
            if (++count > CollectorLimits.Ga4Items || !Item(ref seen))
            {
                return false;
            }
        }

        seen.Items = count > 0;
        seen.Lines = count;
        return !_isDoubtful;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool Item(ref Ga4Seen seen)
    {
        bool isNamed = false, hasPrice = false, isFirst = true;
        int custom = 0;
        decimal price = 0, quantity = 1;
        if (!Opens((byte)'{'))
        {
            return false;
        }

        while (Member(ref isFirst, out ReadOnlySpan<byte> name))
        {
            Ga4NameEntry? known = _names.Find(name);
            if (known is null && (name.Length > CollectorLimits.Ga4ParameterName || !IsOwnName(name)))
            {
                return false;
            }

            custom += known is { IsBuiltInOnItem: true } ? 0 : 1;
            bool isSound;
            switch (known?.OnItem ?? Ga4Meaning.Ordinary)
            {
                case Ga4Meaning.Price:
                    hasPrice = true;
                    isSound = Factor(out price);
                    break;
                case Ga4Meaning.Quantity:
                    isSound = Factor(out quantity);
                    break;
                case Ga4Meaning.Amount:
                    isSound = Factor(out _);
                    break;
                case Ga4Meaning.ItemName:
                    isNamed = true;
                    isSound = Text(_longest, out _, out int length) && length > 0;
                    break;
                case Ga4Meaning.Reserved:
                    return false;
                default:
                    isSound = Value(_longest);
                    break;
            }

            if (!isSound)
            {
                return false;
            }
        }

        seen.AllPriced &= hasPrice;
        seen.Sum += price * quantity;
        return !_isDoubtful && isNamed && custom <= CollectorLimits.Ga4ItemParameters;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool Factor(out decimal number)
    {
        number = 0;
        return Number(LongestFactor, out ulong digits, out bool isNegative, out int scale) && !isNegative && Decimal(digits, false, scale, out number);
    }
}
