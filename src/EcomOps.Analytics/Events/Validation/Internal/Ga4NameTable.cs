using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Text;

namespace EcomOps.Analytics.Events.Validation.Internal;

/// <summary>Known names by their bytes: a table with open addressing, a quarter full at most, so that a look-up is one hash and mostly one comparison.</summary>
internal sealed class Ga4NameTable
{
    private const int Slots = 512;

    private readonly Ga4NameEntry?[] _slots = new Ga4NameEntry?[Slots];

    private Ga4NameTable()
    {
    }

    /// <summary>Names of parameters, those of our own dimensions among them.</summary>
    internal static Ga4NameTable Parameters { get; } = BuildParameters();

    /// <summary>Names of recommended events.</summary>
    internal static Ga4NameTable Events { get; } = BuildEvents();

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal Ga4NameEntry? Find(ReadOnlySpan<byte> name)
    {
        (ulong first, ulong last) = Ends(name);
        for (int slot = Slot(first, last, name.Length); _slots[slot] is { } entry; slot = (slot + 1) % Slots)
        {
            if (entry.First == first && entry.Last == last && entry.Utf8.Length == name.Length && (name.Length <= 2 * sizeof(ulong) || name.SequenceEqual(entry.Utf8)))
            {
                return entry;
            }
        }

        return null;
    }

    /// <summary>First and last eight bytes, or all of a shorter name: with the length they are the whole name up to sixteen bytes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static (ulong First, ulong Last) Ends(ReadOnlySpan<byte> name) => name.Length switch
    {
        >= sizeof(ulong) => (BinaryPrimitives.ReadUInt64LittleEndian(name), BinaryPrimitives.ReadUInt64LittleEndian(name[^sizeof(ulong)..])),
        >= sizeof(uint) => (BinaryPrimitives.ReadUInt32LittleEndian(name), BinaryPrimitives.ReadUInt32LittleEndian(name[^sizeof(uint)..])),
        0 => default,
        _ => (name[0] | ((ulong)name[name.Length / 2] << 8), name[^1]),
    };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Slot(ulong first, ulong last, int length) => (int)(unchecked((first ^ (last * 31) ^ (ulong)length) * 0x9E3779B97F4A7C15) >> 55);

    private static Ga4NameTable BuildParameters()
    {
        Ga4NameTable table = new();
        foreach ((string name, Ga4Place place) in Ga4Names.Parameters)
        {
            bool onEvent = (place & (Ga4Place.EventParameter | Ga4Place.ProtocolParameter)) != 0, onItem = (place & Ga4Place.ItemParameter) != 0, isReserved = (place & Ga4Place.Reserved) != 0;
            table.Add(new Ga4NameEntry(
                Encoding.UTF8.GetBytes(name), isReserved && !onEvent ? Ga4Meaning.Reserved : OnEvent(name), isReserved && !onItem ? Ga4Meaning.Reserved : OnItem(name), onEvent, onItem, null));
        }

        table.Add(new Ga4NameEntry("items"u8.ToArray(), Ga4Meaning.Items, Ga4Meaning.Reserved, true, false, null));
        foreach (string own in (ReadOnlySpan<string>)["margin_tier", "acquisition_source", "lifetime_purchases"])
        {
            table.Add(new Ga4NameEntry(Encoding.UTF8.GetBytes(own), Ga4Meaning.Ordinary, Ga4Meaning.Ordinary, false, false, null));
        }

        return table;
    }

    private static Ga4NameTable BuildEvents()
    {
        Ga4NameTable table = new();
        foreach ((string name, Ga4Needs needs) in Ga4Names.Recommended)
        {
            table.Add(new Ga4NameEntry(Encoding.UTF8.GetBytes(name), Ga4Meaning.Ordinary, Ga4Meaning.Ordinary, false, false, needs));
        }

        return table;
    }

    private static Ga4Meaning OnEvent(string name) => name switch
    {
        "value" => Ga4Meaning.Value,
        "tax" or "shipping" or "discount" => Ga4Meaning.Amount,
        "currency" => Ga4Meaning.Currency,
        "transaction_id" => Ga4Meaning.Transaction,
        "search_term" => Ga4Meaning.SearchTerm,
        "session_id" => Ga4Meaning.Session,
        "engagement_time_msec" => Ga4Meaning.Engagement,
        "items" => Ga4Meaning.Items,
        "page_location" => Ga4Meaning.PageLocation,
        "page_referrer" => Ga4Meaning.PageReferrer,
        "page_title" => Ga4Meaning.PageTitle,
        _ => Ga4Meaning.Ordinary,
    };

    private static Ga4Meaning OnItem(string name) => name switch
    {
        "price" => Ga4Meaning.Price,
        "quantity" => Ga4Meaning.Quantity,
        "discount" or "index" => Ga4Meaning.Amount,
        "item_id" or "item_name" => Ga4Meaning.ItemName,
        _ => Ga4Meaning.Ordinary,
    };

    private void Add(Ga4NameEntry entry)
    {
        if (Find(entry.Utf8) is not null)
        {
            return;
        }

        int slot = Slot(entry.First, entry.Last, entry.Utf8.Length);
        while (_slots[slot] is not null)
        {
            slot = (slot + 1) % Slots;
        }

        _slots[slot] = entry;
    }
}
