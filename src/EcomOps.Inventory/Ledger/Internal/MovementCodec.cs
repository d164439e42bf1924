using EcomOps.Core;
using EcomOps.Inventory.Lots;
using EcomOps.Inventory.Reservations;
using NodaTime;

namespace EcomOps.Inventory.Ledger.Internal;

// Movements and the lots that come with them.
internal static class MovementCodec
{
    public static void Write(ByteWriter to, MovementEntry entry)
    {
        Movement movement = entry.Movement;
        to.Byte((byte)movement.Kind);
        to.Text(movement.Reference);
        to.Number(movement.EffectiveAt.ToUnixTimeTicks() - movement.RecordedAt.ToUnixTimeTicks());
        if (movement.DocumentedAt is { } documented)
        {
            to.Time(documented);
        }

        to.OptionalText(movement.Reason);
        to.OptionalText(movement.Actor);
        to.OptionalText(movement.ClaimId);
        to.Number(movement.Reverses ?? 0);
        to.OptionalText(entry.Against);
        to.Unsigned((ulong)movement.Lines.Count);
        for (int i = 0; i < movement.Lines.Count; i++)
        {
            MovementLine line = movement.Lines[i];
            to.Text(line.Sku.Value);
            WriteAccount(to, line.From);
            WriteAccount(to, line.To);
            to.Number(line.Quantity);
            to.OptionalMoney(line.UnitCost);
        }

        EntryCodec.WriteList(to, entry.Lots, WriteLot);
        to.Flag(entry.Claim is not null);
        if (entry.Claim is { } claim)
        {
            ClaimCodec.Write(to, claim);
        }

        EntryCodec.WriteList(to, entry.Warnings, static (w, issue) =>
        {
            w.Text(issue.Code);
            w.Text(issue.Path);
            w.Text(issue.Message);
        });
    }

    public static MovementEntry Read(ref ByteReader from, long sequence, Instant recordedAt, bool wasMoved)
    {
        var kind = (MovementKind)from.Byte();
        string reference = from.Text();
        Instant effective = Instant.FromUnixTimeTicks(recordedAt.ToUnixTimeTicks() + from.Number());
        Instant? documented = wasMoved ? from.Time() : null;
        string? reason = from.OptionalText();
        string? actor = from.OptionalText();
        string? claimId = from.OptionalText();
        long reverses = from.Number();
        string? against = from.OptionalText();
        var lines = new MovementLine[from.Count()];
        for (int i = 0; i < lines.Length; i++)
        {
            lines[i] = new(from.Text(), ReadAccount(ref from), ReadAccount(ref from), from.Number()) { UnitCost = from.OptionalMoney() };
        }

        StockLot[] lots = new StockLot[from.Count()];
        for (int i = 0; i < lots.Length; i++)
        {
            lots[i] = ReadLot(ref from);
        }

        StockClaim? claim = from.Flag() ? ClaimCodec.Read(ref from) : null;
        Issue[] warnings = new Issue[from.Count()];
        for (int i = 0; i < warnings.Length; i++)
        {
            warnings[i] = new(from.Text(), from.Text(), from.Text(), Severity.Warning);
        }

        var movement = new Movement(sequence, kind, reference, lines, recordedAt, effective) { DocumentedAt = documented, Reason = reason, Actor = actor, ClaimId = claimId, Reverses = reverses == 0 ? null : reverses };
        return new(movement) { Lots = lots, Claim = claim, Warnings = warnings, Against = against };
    }

    public static void WriteLot(ByteWriter to, StockLot lot)
    {
        to.Text(lot.Sku.Value);
        to.Text(lot.Code);
        to.Time(lot.ReceivedAt);
        to.Number(lot.Expires is { } day ? day.ToDateOnly().DayNumber : -1);
        to.Number(lot.PackageSize);
    }

    public static StockLot ReadLot(ref ByteReader from)
    {
        string sku = from.Text();
        string code = from.Text();
        Instant received = from.Time();
        long day = from.Number();
        return new(sku, code, received, day < 0 ? null : LocalDate.FromDateOnly(DateOnly.FromDayNumber((int)day)), from.Number());
    }

    private static void WriteAccount(ByteWriter to, in StockAccount account)
    {
        to.Text(account.Location);
        to.Byte((byte)((byte)account.Condition | (account.Lot is null ? 0 : 0x80)));
        if (account.Lot is not null)
        {
            to.Text(account.Lot);
        }
    }

    private static StockAccount ReadAccount(ref ByteReader from)
    {
        string location = from.Text();
        byte condition = from.Byte();
        return new(location, (StockCondition)(condition & 0x7F), (condition & 0x80) == 0 ? null : from.Text());
    }
}
