namespace EcomOps.Operations.Documents;

/// <summary>Everything the self-contained dashboard page shows.</summary>
/// <param name="Title">Name of the shop and period.</param>
/// <param name="Subtitle">Period, currency, zone and data basis in one line.</param>
/// <param name="Tiles">KPI tiles, most important first.</param>
/// <param name="Sections">Tabs of the page, each with its blocks.</param>
public sealed record DashboardModel(string Title, string Subtitle, IReadOnlyList<KpiTile> Tiles, IReadOnlyList<DashboardSection> Sections)
{
    /// <summary>Figures that the reader can filter by period and part of the shop; null for none.</summary>
    public DashboardExplorer? Explorer { get; init; }
}
