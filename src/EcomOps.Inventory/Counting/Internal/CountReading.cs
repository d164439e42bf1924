using System.Globalization;
using EcomOps.Core;
using EcomOps.Inventory.Ledger;

namespace EcomOps.Inventory.Counting.Internal;

// Looks at counted lines and gathers everything that is wrong with them.
internal sealed class CountReading(StockLedger ledger)
{
    private readonly HashSet<string> _places = [.. ledger.Locations().Select(l => l.Code)];
    private readonly HashSet<Sku> _known = [.. ledger.Items().Select(i => i.Sku)];
    private readonly Dictionary<CountRecord, int> _seen = [];
    private readonly long _sequence = ledger.Sequence;

    public List<Issue> Issues { get; } = [];

    public bool Accepts(CountedLine line, int at)
    {
        int before = Issues.Count;
        if (!_places.Contains(line.Location))
        {
            Add("unknown_location", at, $"'{line.Location}' is not a location; correct it or define it first.");
        }

        if (line.Sku.IsEmpty || !_known.Contains(line.Sku))
        {
            Add("unknown_sku", at, $"'{line.Sku}' is not in the ledger; receive it or define it first.");
        }

        if (line.Quantity is < 0 or > 1_000_000_000_000_000)
        {
            Add("quantity_out_of_range", at, string.Create(CultureInfo.InvariantCulture, $"{line.Quantity} cannot have been counted; give 0 or more."));
        }

        if (line.CountedAt is { } sequence && (sequence < 0 || sequence > _sequence))
        {
            Add("counted_when", at, string.Create(CultureInfo.InvariantCulture, $"The ledger has no sequence {sequence} yet; its last is {_sequence}."));
        }

        if (!_seen.TryAdd(line.Record, at))
        {
            Add("counted_twice", at, string.Create(CultureInfo.InvariantCulture, $"{line.Record} was counted on line {_seen[line.Record] + 1} already; add the two up."));
        }

        return Issues.Count == before;
    }

    public bool AcceptsRecount(CountedLine line, int at, CountResult? result, bool hasMoved)
    {
        int before = Issues.Count;
        if (result?.Decision is not RecountNeeded)
        {
            Add("not_to_recount", at, result is null ? $"{line.Record} has no first count; evaluate it first." : $"{line.Record} needs no further count.");
        }

        if (string.IsNullOrWhiteSpace(line.Counter))
        {
            Add("counter_missing", at, $"Say who counted {line.Record}: a further count is made by somebody else.");
        }
        else if (result?.Takes.Any(t => t.Line.Counter == line.Counter) == true)
        {
            Add("same_counter", at, $"'{line.Counter}' has counted {line.Record} before; somebody else must count it again.");
        }

        if (hasMoved && line.CountedAt is null)
        {
            Add("counted_when", at, $"{line.Record} moved since the sheet was opened; say at which sequence it was counted.");
        }

        return Issues.Count == before;
    }

    private void Add(string code, int at, string message) => Issues.Add(new(code, string.Create(CultureInfo.InvariantCulture, $"line {at + 1}"), message));
}
