using NodaTime;

namespace EcomOps.Routing.Stock;

/// <summary>What locations already have to hand over.</summary>
/// <remarks>Implementations must be thread-safe when the router is used from several threads.</remarks>
public interface IWorkloadView
{
    /// <summary>Load that is planned for a location on a business day.</summary>
    /// <param name="locationId">Location.</param>
    /// <param name="day">Day in the location's zone.</param>
    /// <returns>Load; nothing for what is unknown.</returns>
    Workload Planned(string locationId, LocalDate day);
}
