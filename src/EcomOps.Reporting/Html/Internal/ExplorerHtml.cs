using System.Globalization;
using System.Text;
using EcomOps.Operations.Documents;

namespace EcomOps.Reporting.Html.Internal;

/// <summary>The filters with their figures as data inside the page; <c>explorer.js</c> fills the table and the chart.</summary>
internal static class ExplorerHtml
{
    internal static void Append(StringBuilder html, DashboardExplorer explorer)
    {
        html.Append("<section id=\"explore\" aria-labelledby=\"explore-title\"><h2 id=\"explore-title\">Explore</h2><noscript><p>The filters need scripts; the figures of the reported month stand in the other sections.</p></noscript><form class=\"choose\">");
        html.Append("<label>Part of the shop<select name=\"view\">");
        string open = string.Empty;
        for (int v = 0; v < explorer.Views.Count; v++)
        {
            ExplorerView view = explorer.Views[v];
            if (view.Group != open)
            {
                html.Append(open.Length > 0 ? "</optgroup>" : string.Empty).Append("<optgroup label=\"").Append(Inline.Escape(view.Group)).Append("\">");
                open = view.Group;
            }

            Option(html, v, view.Name);
        }

        html.Append(open.Length > 0 ? "</optgroup>" : string.Empty).Append("</select></label><label>Month<select name=\"period\">");
        for (int p = explorer.Periods.Count - 1; p >= 0; p--)
        {
            Option(html, p, explorer.Periods[p]);
        }

        html.Append("</select></label><label>Chart from<select name=\"from\">");
        for (int p = 0; p < explorer.Periods.Count; p++)
        {
            Option(html, p, explorer.Periods[p]);
        }

        html.Append("</select></label><label>Chart of<select name=\"metric\">");
        for (int m = 0; m < explorer.Metrics.Count; m++)
        {
            Option(html, m, explorer.Metrics[m].Name);
        }

        html.Append("</select></label></form><div id=\"explore-chart\"></div><div id=\"explore-table\" class=\"scroll\"></div><p id=\"explore-said\" role=\"status\" aria-live=\"polite\" class=\"missing\"></p><script type=\"application/json\" id=\"explore-data\">");
        AppendData(html, explorer);
        html.Append("</script></section>");
    }

    private static void Option(StringBuilder html, int value, string text) =>
        html.Append("<option value=\"").Append(value).Append("\">").Append(Inline.Escape(text)).Append("</option>");

    // Written by hand to keep figures short: four significant decimals of a rate and cents of an amount are enough for a reader.
    private static void AppendData(StringBuilder html, DashboardExplorer explorer)
    {
        html.Append("{\"currency\":").Append(Text(explorer.Currency)).Append(",\"year\":").Append(explorer.PeriodsPerYear).Append(",\"periods\":[").AppendJoin(',', explorer.Periods.Select(Text)).Append("],\"metrics\":[")
            .AppendJoin(',', explorer.Metrics.Select(m => $"{{\"name\":{Text(m.Name)},\"text\":{Text(m.Definition)},\"format\":{Text(m.Format)},\"better\":{(m.HigherIsBetter is { } b ? (b ? "1" : "-1") : "0")},\"target\":{(explorer.Targets.TryGetValue(m.Id, out decimal target) ? Number(target, 6) : "null")}}}"))
            .Append("],\"views\":[")
            .AppendJoin(',', explorer.Views.Select(v => $"{{\"group\":{Text(v.Group)},\"name\":{Text(v.Name)},\"x\":[{string.Join(',', v.Values.Select((values, m) => $"[{string.Join(',', values.Select(x => x is { } n ? Number(n, explorer.Metrics[m].Format is "rate" or "multiple" ? 5 : 2) : "null"))}]"))}]}}"))
            .Append("]}");
    }

    private static string Number(decimal value, int digits) => decimal.Round(value, digits, MidpointRounding.ToEven).ToString("0.######", CultureInfo.InvariantCulture);

    // The default encoder escapes what could end a script element.
    private static string Text(string text) => "\"" + System.Text.Encodings.Web.JavaScriptEncoder.Default.Encode(text) + "\"";
}
