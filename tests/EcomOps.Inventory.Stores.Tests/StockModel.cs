using NodaTime;
using NodaTime.Testing;

namespace EcomOps.Inventory.Stores.Tests;

/// <summary>What a ledger should do, written down the simplest way.</summary>
public sealed class StockModel
{
    private readonly Dictionary<string, Claim> _claims = [];
    private readonly Dictionary<string, (string Body, bool Answer)> _asked = [];

    public Dictionary<(string Sku, string Location), long> OnHand { get; } = [];

    public long Available(string sku, string pool, FakeClock clock)
    {
        long everything = Units(sku, "*") - Claimed(sku, "*", clock);
        return pool == "*" ? everything : Math.Min(everything, Units(sku, pool) - Claimed(sku, pool, clock));
    }

    public bool Play(Step step, int number, FakeClock clock)
    {
        string id = $"c{step.Target}";
        Claim? claim = _claims.GetValueOrDefault(id);
        bool alive = claim is { State: "held" } && claim.Until > clock.GetCurrentInstant();
        switch (step.Kind)
        {
            case 0 or 7:
                Add(step.Sku, step.Location, step.Quantity);
                return true;
            case 1 or 2:
                return Reserve(step, id, clock);
            case 3:
                if (alive)
                {
                    claim!.State = "committed";
                }

                return claim is { State: "committed" or "shipped" };
            case 4:
                if (claim is null or { State: "shipped" })
                {
                    return false;
                }

                claim.State = "closed";
                return true;
            case 5:
                return claim is { State: "committed" } && Ship(claim, clock);
            case 6:
                if (OnHand.GetValueOrDefault((step.Sku, step.Location)) < step.Quantity)
                {
                    return false;
                }

                Add(step.Sku, step.Location, -step.Quantity);
                return true;
            case 8:
                if (Available(step.Sku, step.Location, clock) < step.Quantity)
                {
                    return false;
                }

                Add(step.Sku, step.Location, -step.Quantity);
                return true;
            case 9:
                clock.Advance(Duration.FromSeconds(step.Quantity * 3));
                return true;
            default:
                return true;
        }
    }

    private bool Reserve(Step step, string id, FakeClock clock)
    {
        string body = $"{step.Sku}/{step.Quantity}/{step.Pool}";
        if (_asked.TryGetValue(id, out (string Body, bool Answer) before))
        {
            return before.Body == body && before.Answer;
        }

        bool fits = Available(step.Sku, step.Pool, clock) >= step.Quantity;
        _asked[id] = (body, fits);
        if (fits)
        {
            _claims[id] = new(step.Sku, step.Pool, step.Quantity, clock.GetCurrentInstant() + Duration.FromSeconds(30));
        }

        return fits;
    }

    // AMS-1 first, each location only as far as claims on the location itself leave room.
    private bool Ship(Claim claim, FakeClock clock)
    {
        string[] places = claim.Pool == "*" ? ["AMS-1", "RTM-1"] : [claim.Pool];
        var taken = new List<(string Place, long Units)>();
        long left = claim.Quantity;
        foreach (string place in places)
        {
            long units = OnHand.GetValueOrDefault((claim.Sku, place));
            long room = claim.Pool == "*" ? units - Claimed(claim.Sku, place, clock) : units;
            long part = Math.Min(left, Math.Max(0, room));
            taken.Add((place, part));
            left -= part;
        }

        if (left > 0)
        {
            return false;
        }

        taken.ForEach(t => Add(claim.Sku, t.Place, -t.Units));
        claim.State = "shipped";
        return true;
    }

    private long Units(string sku, string pool) => OnHand.Where(o => o.Key.Sku == sku && (pool == "*" || o.Key.Location == pool)).Sum(o => o.Value);

    private long Claimed(string sku, string pool, FakeClock clock) => _claims.Values
        .Where(c => c.Sku == sku && (pool == "*" || c.Pool == pool) && (c.State == "committed" || (c.State == "held" && c.Until > clock.GetCurrentInstant()))).Sum(c => c.Quantity);

    private void Add(string sku, string location, long units) => OnHand[(sku, location)] = OnHand.GetValueOrDefault((sku, location)) + units;

    private sealed class Claim(string sku, string pool, long quantity, Instant until)
    {
        public string Sku => sku;

        public string Pool => pool;

        public long Quantity => quantity;

        public Instant Until => until;

        public string State { get; set; } = "held";
    }
}
