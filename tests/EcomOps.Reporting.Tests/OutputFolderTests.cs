using EcomOps.Core;
using EcomOps.Operations.Documents;
using EcomOps.Operations.History;
using EcomOps.Operations.Runs;

namespace EcomOps.Reporting.Tests;

public sealed class OutputFolderTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("ecomops-output").FullName;

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Fact]
    public async Task Nothing_of_a_run_appears_before_it_is_published()
    {
        File.WriteAllText(Path.Combine(_directory, "09-operations-report.md"), "last month");
        using (var folder = OutputFolder.Open(_directory))
        {
            await folder.WriteAsync(Report("a"));
            Assert.Equal("last month", File.ReadAllText(Path.Combine(_directory, "09-operations-report.md")));
        }

        Assert.Equal(["09-operations-report.md"], Directory.EnumerateFileSystemEntries(_directory).Select(Path.GetFileName));
        Assert.Equal("last month", File.ReadAllText(Path.Combine(_directory, "09-operations-report.md")));
    }

    [Fact]
    public async Task A_published_run_replaces_the_last_one_and_its_pictures()
    {
        await PublishAsync(Report("old"));
        Assert.True(File.Exists(Path.Combine(_directory, "images", "09-operations-report-old.png")));
        File.WriteAllText(Path.Combine(_directory, "images", "my-own.png"), "kept");

        await PublishAsync(Report("new"));

        Assert.Equal(["09-operations-report-new.png", "my-own.png"], Directory.EnumerateFiles(Path.Combine(_directory, "images")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Equal("sku,note\nA-1,\"two, \"\"quoted\"\"\"\n", File.ReadAllText(Path.Combine(_directory, "03-table.csv")));
        Assert.Equal("<feed/>", File.ReadAllText(Path.Combine(_directory, "feed.xml")));
        Assert.StartsWith("<!doctype html>", File.ReadAllText(Path.Combine(_directory, "07-dashboard.html")), StringComparison.Ordinal);
        Assert.DoesNotContain(Directory.EnumerateFileSystemEntries(_directory, "*", SearchOption.AllDirectories), path => path.EndsWith(".tmp", StringComparison.Ordinal) || path.Contains(".staging", StringComparison.Ordinal));
    }

    [Fact]
    public void A_folder_serves_one_run_at_a_time()
    {
        using var first = OutputFolder.Open(_directory);
        var refused = Assert.Throws<EcomOpsException>(() => OutputFolder.Open(_directory));
        Assert.Equal("output_unwritable", refused.Code);
    }

    [Fact]
    public void What_a_killed_run_left_is_cleared()
    {
        Directory.CreateDirectory(Path.Combine(_directory, ".staging", "images"));
        File.WriteAllText(Path.Combine(_directory, ".staging", "half.md"), "half");
        using (OutputFolder.Open(_directory))
        {
            Assert.False(File.Exists(Path.Combine(_directory, ".staging", "half.md")));
        }

        Assert.Empty(Directory.EnumerateFileSystemEntries(_directory));
    }

    [Fact]
    public void A_path_that_is_a_file_cannot_be_a_folder()
    {
        string file = Path.Combine(_directory, "occupied");
        File.WriteAllText(file, "x");
        Assert.Equal("output_unwritable", Assert.Throws<EcomOpsException>(() => OutputFolder.Open(file)).Code);
        Assert.Equal("x", File.ReadAllText(file));
    }

    [Theory]
    [InlineData("../escape.md")]
    [InlineData("/etc/escape.md")]
    public void A_name_that_leaves_the_folder_is_refused(string name)
    {
        using var folder = OutputFolder.Open(_directory);
        Assert.Throws<ArgumentException>(() => folder.PathFor(name));
    }

    private async Task PublishAsync(OperationsReport report)
    {
        using var folder = OutputFolder.Open(_directory);
        await folder.WriteAsync(report);
        folder.Publish();
    }

    private static OperationsReport Report(string chart) => new()
    {
        Import = new ImportSummary(1, 1, 0, 0, []),
        Documents = [new Document("09-operations-report", "Report", "Summary.", [Samples.Line with { Id = chart }])],
        Dashboard = Samples.Dashboard,
        Tables = [new OutputTable("03-table", ["sku", "note"], [["A-1", "two, \"quoted\""]])],
        Files = [new OutputFile("feed.xml", "<feed/>"u8.ToArray())],
        KeyFigures = [],
    };
}
