using EcomOps.Operations.Documents;
using EcomOps.Reporting;
using EcomOps.Reporting.Charts;

namespace EcomOps.Snippets.Packages;

public sealed class ReportingSnippets
{
    [Fact]
    public async Task A_document_a_page_and_a_picture()
    {
        string folder = Directory.CreateTempSubdirectory("reporting").FullName;
        Chart chart = new("orders", "Orders a month", ChartKind.Bar, ["Oct", "Nov"], [new Series("Orders", [120, 180])]);
        Document document = new("09-report", "Monthly report", "Two months of orders.", [new Paragraph("Orders grew by half."), chart]);
        DashboardModel dashboard = new("Dashboard", "November", [], [new DashboardSection("Orders", [chart])]);
        #region Reporting
        await DocumentWriter.WriteAsync(document, folder);                                      // <name>.md and images/*.png
        await DocumentWriter.WriteAsync(dashboard, Path.Combine(folder, "07-dashboard.html"));  // one file; light, dark, print
        byte[] png = ChartImage.Png(chart);                                                      // the bundled font: the same everywhere
        #endregion
        Assert.True(File.Exists(Path.Combine(folder, "09-report.md")));
        Assert.Contains("<svg", File.ReadAllText(Path.Combine(folder, "07-dashboard.html")), StringComparison.Ordinal);
        Assert.Equal(0x89, png[0]);
        Directory.Delete(folder, recursive: true);
    }
}
