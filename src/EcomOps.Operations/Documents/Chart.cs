namespace EcomOps.Operations.Documents;

/// <summary>A chart as data; Reporting draws it as SVG inside the page and as a PNG file.</summary>
/// <param name="Id">Stable name within the document, lower case with hyphens; becomes the picture's file name.</param>
/// <param name="Title">A sentence that says what to see, with the unit.</param>
/// <param name="Kind">The form.</param>
/// <param name="Categories">Texts of the axis, in order.</param>
/// <param name="Series">One or more series, each as long as <paramref name="Categories"/>.</param>
/// <param name="Format">.NET format of values and axis, for example <c>N0</c> or <c>P1</c>.</param>
public sealed record Chart(string Id, string Title, ChartKind Kind, IReadOnlyList<string> Categories, IReadOnlyList<Series> Series, string Format = "N0") : Block
{
    /// <summary>Of a <see cref="ChartKind.Waterfall"/>: positions of the categories that restate the sum so far, 0-based; the others change it. Others ignore it.</summary>
    public IReadOnlySet<int> Sums { get; init; } = new HashSet<int>();
}
