using System.Globalization;
using System.Text;
using EcomOps.Operations.Documents;
using EcomOps.Reporting.Html.Internal;

namespace EcomOps.Reporting.Html;

/// <summary>Renders a dashboard as one self-contained page: no script, style, font or picture from elsewhere; light and dark; printable. Pure and thread-safe.</summary>
public static class DashboardPage
{
    private static readonly string Style = Resource("page.css");

    private static readonly string Script = Resource("page.js");

    private static readonly string ExplorerScript = Resource("range.js") + Resource("explorer.js");

    /// <summary>The page.</summary>
    /// <param name="dashboard">What to show.</param>
    /// <returns>HTML 5.</returns>
    public static string Render(DashboardModel dashboard)
    {
        ArgumentNullException.ThrowIfNull(dashboard);
        var html = new StringBuilder(1 << 16);
        html.Append("<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><meta name=\"color-scheme\" content=\"light dark\"><title>")
            .Append(Inline.Escape(dashboard.Title)).Append("</title><style>").Append(Style).Append("</style></head><body><a class=\"skip\" href=\"#content\">Skip to the figures</a><header><h1>")
            .Append(Inline.Escape(dashboard.Title)).Append("</h1><p>").Append(Inline.Escape(dashboard.Subtitle)).Append("</p></header><nav aria-label=\"Sections\"><ul>");
        if (dashboard.Explorer is not null)
        {
            html.Append("<li><a href=\"#explore\">Explore</a></li>");
        }

        for (int i = 0; i < dashboard.Sections.Count; i++)
        {
            html.Append("<li><a href=\"#s").Append(i).Append("\">").Append(Inline.Escape(dashboard.Sections[i].Title)).Append("</a></li>");
        }

        html.Append("</ul></nav><main id=\"content\"><section class=\"tiles\" aria-label=\"Key figures\">");
        foreach (KpiTile tile in dashboard.Tiles)
        {
            AppendTile(html, tile);
        }

        html.Append("</section>");
        if (dashboard.Explorer is not null)
        {
            ExplorerHtml.Append(html, dashboard.Explorer);
        }

        for (int i = 0; i < dashboard.Sections.Count; i++)
        {
            html.Append("<section id=\"s").Append(i).Append("\"><h2>").Append(Inline.Escape(dashboard.Sections[i].Title)).Append("</h2>");
            foreach (Block block in dashboard.Sections[i].Blocks)
            {
                BlockHtml.Append(html, block);
            }

            html.Append("</section>");
        }

        html.Append("</main><script>").Append(Script).Append("</script>");
        if (dashboard.Explorer is not null)
        {
            html.Append("<script>").Append(ExplorerScript).Append("</script>");
        }

        return html.Append("</body></html>\n").ToString();
    }

    private static void AppendTile(StringBuilder html, KpiTile tile)
    {
        html.Append("<article class=\"tile\"><h3>").Append(Inline.Escape(tile.Name)).Append("</h3><p class=\"figure\">").Append(Inline.Escape(tile.Value)).Append("</p>");
        AppendSparkline(html, tile);
        if (tile.MissingBecause is not null)
        {
            html.Append("<p class=\"missing\">").Append(Inline.Escape(tile.MissingBecause)).Append("</p>");
        }

        html.Append("<ul class=\"compare\">");
        foreach (KpiComparison comparison in tile.Comparisons)
        {
            AppendComparison(html, comparison);
        }

        html.Append("</ul><details><summary>Definition</summary><p>").Append(Inline.Spans(tile.Definition)).Append("</p></details></article>");
    }

    private static void AppendComparison(StringBuilder html, KpiComparison comparison)
    {
        string quality = comparison.Change switch
        {
            null or 0 => "same",
            > 0 => comparison.HigherIsBetter ? "good" : "bad",
            _ => comparison.HigherIsBetter ? "bad" : "good",
        };
        string word = quality switch { "good" => "better", "bad" => "worse", _ => "no judgement" };
        string change = comparison.Change is { } c
            ? (c >= 0 ? "▲ +" : "▼ −") + Math.Abs(c).ToString("P1", CultureInfo.InvariantCulture)
            : "n/a";
        html.Append("<li class=\"").Append(quality).Append("\"><span title=\"").Append(word).Append("\">").Append(Inline.Escape(change)).Append("</span> vs ")
            .Append(Inline.Escape(comparison.Basis)).Append(" <small>(").Append(Inline.Escape(comparison.BasisValue)).Append(")</small></li>");
    }

    private static void AppendSparkline(StringBuilder html, KpiTile tile)
    {
        if (tile.Trend.Count < 2)
        {
            return;
        }

        double low = Math.Min(0, tile.Trend.Min());
        double range = Math.Max(1e-12, tile.Trend.Max() - low);
        var points = tile.Trend.Select((value, i) => FormattableString.Invariant($"{i * 120.0 / (tile.Trend.Count - 1):0.#},{28 - ((value - low) / range * 26):0.#}"));
        html.Append("<svg class=\"spark\" viewBox=\"0 0 120 30\" preserveAspectRatio=\"none\" role=\"img\" aria-label=\"").Append(Inline.Escape(tile.Name))
            .Append(", last ").Append(tile.Trend.Count).Append(" periods\"><polyline points=\"").AppendJoin(' ', points).Append("\"/></svg>");
    }

    private static string Resource(string name)
    {
        using Stream stream = typeof(DashboardPage).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
