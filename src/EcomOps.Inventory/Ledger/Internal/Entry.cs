using EcomOps.Core;
using EcomOps.Inventory.Channels;
using EcomOps.Inventory.Kits;
using EcomOps.Inventory.Locations;
using EcomOps.Inventory.Lots;
using EcomOps.Inventory.Reservations;
using EcomOps.Inventory.Stores;
using EcomOps.Inventory.Supply;
using NodaTime;

namespace EcomOps.Inventory.Ledger.Internal;

// What the log says. State is the fold of these and of nothing else.
internal abstract record Entry
{
    public long Sequence { get; init; }

    public Instant RecordedAt { get; init; }

    public string? Key { get; init; }

    public ulong ContentHash { get; init; }

    public abstract StoredEntryKind Kind { get; }
}

internal abstract record DefinitionEntry : Entry
{
    public override StoredEntryKind Kind => StoredEntryKind.Definition;
}

internal sealed record LocationEntry(StockLocation Location) : DefinitionEntry;

internal sealed record PoolEntry(StockPool Pool) : DefinitionEntry;

internal sealed record ItemEntry(StockItem Item) : DefinitionEntry;

internal sealed record ChannelEntry(SalesChannel Channel) : DefinitionEntry;

internal sealed record ChannelItemEntry(ChannelItem Item) : DefinitionEntry;

internal sealed record SupplyEntry(ExpectedSupply Supply) : DefinitionEntry;

// Zone is null for a reopening until it is decided: then it is that of the closing.
internal sealed record PeriodEntry(LocalDate Through, string? Zone, bool IsReopening, string? Reason, string? Actor) : DefinitionEntry
{
    public ClosedPeriod ToPeriod() => new(Through, Zone!, FirstOpen, Sequence, RecordedAt) { IsReopening = IsReopening, Reason = Reason, Actor = Actor };

    public Instant FirstOpen => StockState.ExpiryInstant(Through, Zone!);
}

internal sealed record MovementEntry(Movement Movement) : Entry
{
    public IReadOnlyList<StockLot> Lots { get; init; } = [];

    public IReadOnlyList<Issue> Warnings { get; init; } = [];

    public StockClaim? Claim { get; init; }

    public string? Against { get; init; }

    public override StoredEntryKind Kind => StoredEntryKind.Movement;
}

internal sealed record ReservationEntry(StockClaim Claim, IReadOnlyList<Shortfall> Shortfalls) : Entry
{
    public override StoredEntryKind Kind => StoredEntryKind.Reservation;
}

internal sealed record ClaimEntry(StockClaim Claim) : Entry
{
    public override StoredEntryKind Kind => StoredEntryKind.ClaimChange;
}

internal sealed record ExpiryEntry(IReadOnlyList<string> ClaimIds, IReadOnlyList<Sku> Skus) : Entry
{
    public override StoredEntryKind Kind => StoredEntryKind.Expiry;
}

// A refusal for lack of stock is remembered; refusals for invalid content are not, since they change nothing and may be mended under the same key.
internal sealed record RefusalEntry(IReadOnlyList<Shortfall> Shortfalls) : Entry
{
    public override StoredEntryKind Kind => StoredEntryKind.Refusal;
}
