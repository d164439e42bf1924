namespace EcomOps.Routing.Sourcing.Internal;

// The problem as arrays over modes that may be used. Costs are multiplied so that the number of parcels breaks ties inside the same integer.
internal sealed class SourcingModel
{
    public const long TieScale = 1024;

    public SourcingModel(SourcingProblem problem, bool considerTime, bool considerCapacity, bool feasibilityOnly)
    {
        Lines = problem.Lines.Count;
        Quantity = [.. problem.Lines.Select(l => l.Quantity)];
        Sku = [.. problem.Lines.Select(l => l.Sku)];
        Backorder = [.. problem.Lines.Select(l => l.BackorderCost is { } cost ? cost * TieScale : -1)];
        Skus = problem.Lines.Max(l => l.Sku) + 1;
        Sources = problem.Sources.Count;
        Capacity = [.. problem.Sources.Select(s => considerCapacity ? s.Capacity ?? long.MaxValue : long.MaxValue)];
        Stock = [.. problem.Sources.Select(s => (long[])[.. s.Stock])];
        MaximumSources = problem.MaximumSources ?? int.MaxValue;
        List<(int Source, int Mode)> modes = [];
        for (int s = 0; s < problem.Sources.Count; s++)
        {
            if (considerTime && !problem.Sources[s].OnTime)
            {
                continue;
            }

            int count = feasibilityOnly ? 1 : problem.Sources[s].Modes.Count;
            modes.AddRange(Enumerable.Range(0, count).Select(m => (s, m)));
        }

        Source = [.. modes.Select(m => m.Source)];
        Mode = [.. modes.Select(m => m.Mode)];
        Parcel = [.. modes.Select(m => (problem.Sources[m.Source].Modes[m.Mode].ParcelCost * TieScale) + 1)];
        Unit = [.. modes.Select(m => (long[])[.. problem.Sources[m.Source].Modes[m.Mode].UnitCost.Select(c => c * TieScale)])];
    }

    public int Lines { get; }

    public int Skus { get; }

    public int Sources { get; }

    public int Modes => Source.Length;

    public int MaximumSources { get; }

    public long[] Quantity { get; }

    public int[] Sku { get; }

    // Penalty per unit, or -1 when the line must be filled.
    public long[] Backorder { get; }

    public long[] Capacity { get; }

    public long[][] Stock { get; }

    public int[] Source { get; }

    public int[] Mode { get; }

    public long[] Parcel { get; }

    public long[][] Unit { get; }

    public long Available(int mode, int line) => Math.Min(Quantity[line], Stock[Source[mode]][Sku[line]]);

    // A cost that no plan reaches.
    public long Ceiling()
    {
        long sum = 1;
        for (int line = 0; line < Lines; line++)
        {
            long worst = Math.Max(0, Backorder[line]);
            for (int mode = 0; mode < Modes; mode++)
            {
                worst = Math.Max(worst, Unit[mode][line]);
            }

            sum += worst * Quantity[line];
        }

        return sum + Parcel.Sum();
    }
}
