using EcomOps.Core;
using EcomOps.Inventory.Kits;
using EcomOps.Inventory.Ledger;
using EcomOps.Inventory.Ledger.Internal;
using NodaTime;

namespace EcomOps.Inventory.Reservations.Internal;

internal sealed class ReserveCommand : Command<ReserveOutcome>
{
    private readonly ReservationRequest _request;
    private readonly Duration _timeToLive;
    private readonly Duration _maximum;

    public ReserveCommand(ReservationRequest request, Duration defaultTimeToLive, Duration maximum)
    {
        _request = request;
        _timeToLive = request.TimeToLive ?? defaultTimeToLive;
        _maximum = maximum;
        Key = request.Id;
        var hash = new ContentHash();
        hash.Add(request.Pool);
        hash.Add(request.Channel);
        hash.Add(request.Owner);
        hash.Add((request.Firm ? 2 : 0) + (int)request.Mode);
        hash.Add(_timeToLive.BclCompatibleTicks);
        for (int i = 0; i < request.Lines.Count; i++)
        {
            hash.Add(request.Lines[i].Sku.Value);
            hash.Add(request.Lines[i].Pool);
            hash.Add(request.Lines[i].Quantity);
        }

        ContentHash = hash.Value;
    }

    public override Entry? Decide(StockState state, Instant now, long sequence)
    {
        if (Invalid(state) is { } issues)
        {
            Outcome = new ReserveRefused(new InvalidRequest(issues));
            return null;
        }

        if (Namesake is not null)
        {
            Outcome = new ReserveRefused(new IdempotencyConflict(_request.Id, 0));
            return null;
        }

        List<Shortfall>? shortfalls = null;
        ClaimLine[]? held = Demand.One(_request, state)
            ?? Demand.Claim(Demand.Of(_request, state), state, _request.Channel, _request.Mode == ReservationMode.Partial, now, out shortfalls);
        if (held is null)
        {
            Outcome = new Insufficient(shortfalls!, sequence);
            return new RefusalEntry(shortfalls!) { Sequence = sequence, RecordedAt = now, Key = Key, ContentHash = ContentHash };
        }

        var claim = new StockClaim(_request.Id, _request.Firm ? ClaimStatus.Committed : ClaimStatus.Held, held, now, _request.Firm ? null : now + _timeToLive)
        {
            Channel = _request.Channel,
            Owner = _request.Owner,
        };
        IReadOnlyList<Shortfall> missing = (IReadOnlyList<Shortfall>?)shortfalls ?? [];
        Outcome = new Reserved(claim, sequence) { Shortfalls = missing };
        return new ReservationEntry(claim, missing) { Sequence = sequence, RecordedAt = now, Key = Key, ContentHash = ContentHash };
    }

    public override void Answer(Entry recorded) => Outcome = recorded switch
    {
        ReservationEntry e => new Reserved(e.Claim, e.Sequence) { Shortfalls = e.Shortfalls },
        RefusalEntry e => new Insufficient(e.Shortfalls, e.Sequence),
        _ => new ReserveRefused(new IdempotencyConflict(_request.Id, recorded.Sequence)),
    };

    public override void Refuse(StockRefusal refusal) => Outcome = new ReserveRefused(refusal);

    private List<Issue>? Invalid(StockState state)
    {
        List<Issue>? issues = null;
        Check.Reference(_request.Id, "id", ref issues);
        if (!_request.Firm && (_timeToLive <= Duration.Zero || _timeToLive > _maximum))
        {
            (issues ??= []).Add(new("time_to_live_out_of_range", "timeToLive", $"A hold lasts more than 0 and at most {_maximum}."));
        }

        if (_request.Lines.Count == 0)
        {
            (issues ??= []).Add(new("no_lines", "lines", "Give at least one line."));
        }

        if (!state.Tree.TryFind(_request.Pool, out _))
        {
            (issues ??= []).Add(Check.UnknownPool(_request.Pool, "pool"));
        }

        if (_request.Channel is { } channel && !state.Channels.ContainsKey(channel))
        {
            (issues ??= []).Add(Check.UnknownChannel(channel, "channel"));
        }

        for (int i = 0; i < _request.Lines.Count; i++)
        {
            ReservationLine line = _request.Lines[i];
            if (line.Quantity is <= 0 or > Check.MaximumQuantity)
            {
                Check.Quantity(line.Quantity, $"lines[{i}].quantity", ref issues);
            }

            if (line.Sku.IsEmpty || state.Find(line.Sku) is not { } item)
            {
                (issues ??= []).Add(Check.UnknownSku(line.Sku, $"lines[{i}].sku"));
            }
            else
            {
                foreach (KitComponent component in item.Item.Components)
                {
                    if (!state.Items.ContainsKey(component.Sku))
                    {
                        (issues ??= []).Add(Check.UnknownSku(component.Sku, $"lines[{i}].sku"));
                    }
                    else if (line.Quantity > Check.MaximumQuantity / component.Quantity)
                    {
                        (issues ??= []).Add(new("quantity_overflow", $"lines[{i}].quantity", $"{line.Quantity} kits need more than {Check.MaximumQuantity} units of '{component.Sku}'."));
                    }
                }
            }

            if (line.Pool is { } pool && !state.Tree.TryFind(pool, out _))
            {
                (issues ??= []).Add(Check.UnknownPool(pool, $"lines[{i}].pool"));
            }
        }

        return issues;
    }
}
