namespace EcomOps.Inventory.Ledger.Internal;

// What to put back, newest first, when a batch did not become durable.
internal sealed class UndoLog
{
    private readonly List<Step> _steps = [];

    public int Mark => _steps.Count;

    public bool IsOn { get; set; }

    public void Account(AccountState account)
    {
        if (IsOn)
        {
            _steps.Add(new(account, account.Quantity, 0, 0));
        }
    }

    public void Counter(ItemState item, int node)
    {
        if (IsOn)
        {
            _steps.Add(new(item, node, item.Pools[node].Sellable, item.Pools[node].Claimed));
        }
    }

    public void Id(string id, in Remembered before)
    {
        if (IsOn)
        {
            _steps.Add(new(id, 0, 0, 0, before));
        }
    }

    public void Do(Action action)
    {
        if (IsOn)
        {
            _steps.Add(new(action, 0, 0, 0));
        }
    }

    public void Clear() => _steps.Clear();

    public void Revert(StockState state)
    {
        for (int i = _steps.Count - 1; i >= 0; i--)
        {
            Step step = _steps[i];
            switch (step.Target)
            {
                case AccountState account:
                    account.Quantity = step.First;
                    break;
                case ItemState item when step.First < item.Pools.Length:
                    item.Pools[step.First] = new PoolCounter { Sellable = step.Second, Claimed = step.Third };
                    break;
                case string id:
                    state.Ids.Put(id, step.Before);
                    break;
                case Action action:
                    action();
                    break;
            }
        }

        _steps.Clear();
    }

    private readonly record struct Step(object Target, long First, long Second, long Third, Remembered Before = default);
}
