using System.Text;
using EcomOps.Core;
using EcomOps.Operations.Documents;
using EcomOps.Reporting.Charts;

namespace EcomOps.Reporting.Tests;

public sealed class DocumentWriterTests : IDisposable
{
    private static readonly byte[] PngSignature = [0x89, (byte)'P', (byte)'N', (byte)'G'];

    private readonly string _folder = Directory.CreateTempSubdirectory("reporting").FullName;

    private static Document Document { get; } = new("03-inventory", "Inventory", "What to buy.",
    [
        new Heading(2, "Reorder points"),
        new Table("Per SKU", [new("SKU"), new("Units", true)], [["A|B", "12"], ["C", "3"]]),
        Samples.Line,
        Samples.Diagram,
        new CodeBlock("yaml", "a: ```\n"),
        new Callout(Severity.Info, "No costs."),
        new BulletList(["one", "two"], Ordered: true),
    ]);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_document_becomes_markdown_beside_its_pictures()
    {
        IReadOnlyList<string> files = await DocumentWriter.WriteAsync(Document, _folder);

        Assert.Equal(["03-inventory.md", "images/03-inventory-revenue.png", "images/03-inventory-system.svg"], files);
        string text = await File.ReadAllTextAsync(Path.Combine(_folder, "03-inventory.md"));
        Assert.StartsWith("# Inventory\n\nWhat to buy.\n", text);
        Assert.Contains("| SKU | Units |\n| --- | ---: |\n| A\\|B | 12 |\n", text);
        Assert.Contains("![Net revenue by month, EUR](images/03-inventory-revenue.png)", text);
        Assert.Contains("````yaml\na: ```\n````", text);
        Assert.Contains("1. one\n2. two\n", text);
        Assert.Equal(PngSignature, (await File.ReadAllBytesAsync(Path.Combine(_folder, files[1])))[..4]);
        Assert.Empty(Directory.GetFiles(_folder, "*.tmp", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task A_cancelled_write_leaves_the_old_file_and_no_half_one()
    {
        string path = Path.Combine(_folder, "x.html");
        await File.WriteAllTextAsync(path, "old");
        using var cancelled = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => AtomicFile.WriteAsync(path, async (stream, token) =>
        {
            await stream.WriteAsync(Encoding.UTF8.GetBytes("half"), token);
            await cancelled.CancelAsync();
        }, cancelled.Token));
        Assert.Equal("old", await File.ReadAllTextAsync(path));
        Assert.Equal([path], Directory.GetFiles(_folder));
    }

    [Fact]
    public async Task A_folder_that_cannot_be_made_is_an_error_with_a_code()
    {
        string file = Path.Combine(_folder, "file");
        await File.WriteAllTextAsync(file, string.Empty);
        EcomOpsException failure = await Assert.ThrowsAsync<EcomOpsException>(() => DocumentWriter.WriteAsync(Samples.Dashboard, Path.Combine(file, "x.html")));
        Assert.Equal("write_failed", failure.Code);
    }

    [Fact]
    public void Every_kind_of_chart_draws_with_its_texts_and_the_same_bytes_each_time()
    {
        foreach (Chart chart in (Chart[])[Samples.Line, Samples.Bars, Samples.Funnel, Samples.Heatmap, Samples.Bars with { Kind = ChartKind.HorizontalBar }])
        {
            byte[] png = ChartImage.Png(chart);
            Assert.Equal(PngSignature, png[..4]);
            Assert.Equal(png, ChartImage.Png(chart));
            Assert.Contains("DejaVu Sans", ChartImage.Svg(chart));
        }

        Assert.Throws<ArgumentOutOfRangeException>(() => ChartImage.Png(Samples.Line, 100, 100));
    }

    [Theory]
    [InlineData(ChartKind.Line)]
    [InlineData(ChartKind.Bar)]
    [InlineData(ChartKind.HorizontalBar)]
    [InlineData(ChartKind.Funnel)]
    [InlineData(ChartKind.Heatmap)]
    public async Task A_chart_without_a_single_value_is_drawn_empty(ChartKind kind)
    {
        Chart empty = new("empty", "Nothing yet", kind, ["a", "b"], [new Series("none", [null, null])]);
        Assert.Equal(PngSignature, ChartImage.Png(empty)[..4]);
        string page = Path.Combine(_folder, "empty.html");
        await DocumentWriter.WriteAsync(new DashboardModel("t", "s", [], [new DashboardSection("x", [empty])]), page);
        Assert.DoesNotContain("NaN", (await File.ReadAllTextAsync(page)).Split("<script")[0], StringComparison.Ordinal);
    }
}
