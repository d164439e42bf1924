using EcomOps.Routing.Plans;
using NodaTime;

namespace EcomOps.Routing.Stock;

/// <summary>Counts the load of plans in memory: plans are added, and taken back when they are declined or cancelled.</summary>
/// <remarks>Thread-safe.</remarks>
public sealed class WorkloadBook : IWorkloadView
{
    private readonly Lock _gate = new();
    private readonly Dictionary<(string, LocalDate), Workload> _loads = [];

    /// <inheritdoc />
    public Workload Planned(string locationId, LocalDate day)
    {
        lock (_gate)
        {
            return _loads.GetValueOrDefault((locationId, day));
        }
    }

    /// <summary>Adds the parcels of a plan on the days on which they are handed over.</summary>
    /// <param name="plan">Plan.</param>
    public void Add(RoutingPlan plan) => Change(plan, 1);

    /// <summary>Takes the parcels of a plan back that was added before.</summary>
    /// <param name="plan">Plan.</param>
    public void TakeBack(RoutingPlan plan) => Change(plan, -1);

    private void Change(RoutingPlan plan, int sign)
    {
        ArgumentNullException.ThrowIfNull(plan);
        lock (_gate)
        {
            foreach (Parcel parcel in plan.Parcels)
            {
                (string, LocalDate) key = (parcel.LocationId, parcel.Promise.ShipsOn);
                Workload load = _loads.GetValueOrDefault(key);
                _loads[key] = new Workload(load.Orders + sign, load.Units + (sign * parcel.Units));
            }
        }
    }
}
