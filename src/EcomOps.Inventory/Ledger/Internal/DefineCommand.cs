using EcomOps.Core;
using EcomOps.Inventory.Kits;
using EcomOps.Inventory.Locations;
using NodaTime;

namespace EcomOps.Inventory.Ledger.Internal;

// Definitions replace what was defined before under the same name; repeating one changes nothing.
internal sealed class DefineCommand(DefinitionEntry definition) : Command<DefinitionOutcome>
{
    public override Entry? Decide(StockState state, Instant now, long sequence)
    {
        Issue[] issues = [.. Invalid(state, now)];
        if (issues.Length > 0)
        {
            Outcome = new(0, issues);
            return null;
        }

        if (definition is LocationEntry l && state.Tree.Location(l.Location.Code) == l.Location)
        {
            Outcome = new(state.Sequence, []);
            return null;
        }

        if (definition is PeriodEntry p)
        {
            string zone = p.Zone ?? state.ClosedPeriod!.Zone;
            if (!p.IsReopening && state.ClosedPeriod is { } closed && closed.Through == p.Through && closed.Zone == zone)
            {
                Outcome = new(state.Sequence, []);
                return null;
            }

            Outcome = new(sequence, []);
            return p with { Zone = zone, Sequence = sequence, RecordedAt = now };
        }

        Outcome = new(sequence, []);
        return definition with { Sequence = sequence, RecordedAt = now };
    }

    public override void Answer(Entry recorded) => throw new InvalidOperationException("Definitions carry no key.");

    public override void Refuse(StockRefusal refusal) => Outcome = new(0, [refusal switch
    {
        NotStored r => new(r.Code, string.Empty, r.Message),
        Indeterminate r => new("indeterminate", string.Empty, r.Message),
        InvalidRequest r => r.Issues[0],
        _ => new Issue("busy", string.Empty, "The ledger is busy or shutting down; repeat later."),
    }]);

    private IEnumerable<Issue> Invalid(StockState state, Instant now) => definition switch
    {
        LocationEntry e => Location(state, e.Location),
        PoolEntry e => PoolTree.Check(e.Pool, state.Tree).Concat(InUse(state, e.Pool)),
        ItemEntry e => Item(state, e.Item),
        ChannelEntry e => Channel(state, e.Channel),
        ChannelItemEntry e => ChannelItem(state, e.Item),
        SupplyEntry e => Supply(state, e.Supply),
        PeriodEntry { IsReopening: false } e => Closings.Check(state, e, now),
        PeriodEntry e => Closings.CheckReopening(state, e),
        _ => [],
    };

    private static IEnumerable<Issue> Location(StockState state, StockLocation location)
    {
        if (string.IsNullOrWhiteSpace(location.Code) || location.Code.Length > 64 || VirtualLocation.IsVirtual(location.Code) || location.Code == StockPool.Everything
            || state.Tree.Pools.Any(p => p.Name == location.Code))
        {
            yield return new("location_code_invalid", "code", $"'{location.Code}' cannot name a location: use 1 to 64 characters, not '*', no pool's name, not starting with '@'.");
        }

        if (DateTimeZoneProviders.Tzdb.GetZoneOrNull(location.Zone) is null)
        {
            yield return new("unknown_zone", "zone", $"'{location.Zone}' is no IANA time zone; write for example Europe/Amsterdam.");
        }
    }

    private static IEnumerable<Issue> InUse(StockState state, StockPool pool)
    {
        if (state.Tree.Pools.Any(p => p.Name == pool.Name && !p.Locations.ToHashSet().SetEquals(pool.Locations)) && state.Claims.Any(c => c.IsActive && c.Lines.Any(l => l.Pool == pool.Name && l.Open > 0)))
        {
            yield return new("pool_in_use", "name", $"Claims draw on '{pool.Name}'; define a pool of another name.");
        }
    }

    private static IEnumerable<Issue> Item(StockState state, StockItem item)
    {
        if (item.Sku.IsEmpty)
        {
            yield return Check.UnknownSku(item.Sku, "sku");
        }

        if (item.BackorderLimit is < 0 or > Check.MaximumQuantity || item.PreorderLimit is < 0 or > Check.MaximumQuantity || item.MinimumRemainingDays < 0 || item.StaleDays < 0)
        {
            yield return new("out_of_range", "item", "Backorder limit, pre-order limit, remaining days and stale days are 0 or more.");
        }

        foreach (KitComponent component in item.Components)
        {
            if (component.Quantity is <= 0 or > Check.MaximumQuantity)
            {
                yield return new("quantity_not_positive", $"components[{component.Sku}]", "A kit needs 1 or more of each component.");
            }

            if (component.Sku.IsEmpty || component.Sku == item.Sku || !state.Items.TryGetValue(component.Sku, out ItemState? part) || part.Item.Components.Count > 0)
            {
                yield return new("component_invalid", $"components[{component.Sku}]", $"'{component.Sku}' is unknown or itself a kit; components are ordinary items in the ledger.");
            }
        }

        if (item.Components.GroupBy(c => c.Sku).Any(g => g.Count() > 1))
        {
            yield return new("component_twice", "components", "Name each component once, with its number of units.");
        }

        if (item.Components.Count > 0 && state.Items.Values.Any(i => i.Item.Components.Any(c => c.Sku == item.Sku)))
        {
            yield return new("component_invalid", "components", $"'{item.Sku}' is a component of a kit and cannot be one itself.");
        }
    }

    private static IEnumerable<Issue> Channel(StockState state, Channels.SalesChannel channel)
    {
        if (string.IsNullOrWhiteSpace(channel.Name) || channel.Name.Length > 64)
        {
            yield return new("channel_name_invalid", "name", "Name the channel with 1 to 64 characters.");
        }

        if (!state.Tree.TryFind(channel.Pool, out _))
        {
            yield return Check.UnknownPool(channel.Pool, "pool");
        }

        if (channel.Share is <= 0 or > 1)
        {
            yield return new("share_out_of_range", "share", "A channel shows a share above 0 and at most 1; close it to show nothing.");
        }

        if (channel.Buffer < 0 || channel.Cap < 0)
        {
            yield return new("out_of_range", "buffer", "Buffer and cap are 0 or more.");
        }

        if (channel.MinimumRemainingDays is < 0 or > 36_500)
        {
            yield return new("out_of_range", "minimumRemainingDays", "Remaining days are 0 to 36500.");
        }

        if (channel.BackorderLimit is < 0 or > Check.MaximumQuantity || channel.PreorderLimit is < 0 or > Check.MaximumQuantity)
        {
            yield return new("out_of_range", "backorderLimit", "Backorder and pre-order limits are 0 or more.");
        }
    }

    private static IEnumerable<Issue> ChannelItem(StockState state, Channels.ChannelItem item)
    {
        if (!state.Channels.ContainsKey(item.Channel))
        {
            yield return Check.UnknownChannel(item.Channel, "channel");
        }

        if (item.Sku.IsEmpty || !state.Items.ContainsKey(item.Sku))
        {
            yield return Check.UnknownSku(item.Sku, "sku");
        }

        if (item.BackorderLimit is < 0 or > Check.MaximumQuantity || item.PreorderLimit is < 0 or > Check.MaximumQuantity)
        {
            yield return new("out_of_range", "backorderLimit", "Backorder and pre-order limits are 0 or more.");
        }

        if (item.Quota < 0 || item.Buffer < 0)
        {
            yield return new("out_of_range", "quota", "Quota and buffer are 0 or more.");
        }
    }

    private static List<Issue> Supply(StockState state, Supply.ExpectedSupply supply)
    {
        List<Issue>? issues = null;
        Check.Reference(supply.Reference, "reference", ref issues);
        if (supply.Quantity != 0)
        {
            Check.Quantity(supply.Quantity, "quantity", ref issues);
        }

        if (supply.Sku.IsEmpty)
        {
            (issues ??= []).Add(Check.UnknownSku(supply.Sku, "sku"));
        }

        if (state.Tree.Location(supply.At) is null)
        {
            (issues ??= []).Add(Check.UnknownLocation(supply.At, "at"));
        }

        return issues ?? [];
    }
}
