using System.Text;
using EcomOps.Operations.Documents;
using NodaTime;
using NodaTime.Text;

namespace EcomOps.Reporting.Html.Internal;

/// <summary>The filters with their figures as data inside the page; <c>range.js</c> adds up and <c>explorer.js</c> fills the table and the chart.</summary>
internal static class ExplorerHtml
{
    private static readonly (string Value, string Text)[] Presets =
    [
        ("7", "Last 7 days"), ("28", "Last 28 days"), ("90", "Last 90 days"), ("month", "Month to date"), ("quarter", "Quarter to date"), ("year", "Year to date"), ("365", "Last 365 days"), ("all", "All days"),
    ];

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

            Option(html, $"{v}", view.Name);
        }

        html.Append(open.Length > 0 ? "</optgroup>" : string.Empty).Append("</select></label>");
        Range(html, explorer);
        html.Append("<label>Chart of<select name=\"metric\">");
        for (int m = 0; m < explorer.Metrics.Count; m++)
        {
            Option(html, $"{m}", explorer.Metrics[m].Name);
        }

        html.Append("</select></label><label>Chart by<select name=\"by\"><option value=\"\">what fits</option><option value=\"day\">day</option><option value=\"week\">week</option><option value=\"month\">month</option></select></label></form><p id=\"explore-said\" role=\"status\" aria-live=\"polite\" class=\"missing\"></p><div id=\"explore-chart\"></div><div id=\"explore-table\" class=\"scroll\"></div><script type=\"application/json\" id=\"explore-data\">");
        ExplorerData.Append(html, explorer);
        html.Append("</script></section>");
    }

    private static void Range(StringBuilder html, DashboardExplorer explorer)
    {
        LocalDate first = explorer.Figures.Days.From, last = explorer.Figures.Days.Until;
        html.Append("<label>Range<select name=\"preset\">");
        Option(html, "reported", "As reported");
        Option(html, "custom", "Days of my choice");
        foreach ((string value, string text) in Presets)
        {
            Option(html, value, text);
        }

        html.Append("<optgroup label=\"Months\">");
        for (var month = new YearMonth(last.Year, last.Month); month.OnDayOfMonth(1).PlusMonths(1) > first; month = month.PlusMonths(-1))
        {
            string name = YearMonthPattern.Iso.Format(month);
            Option(html, name, name);
        }

        html.Append("</optgroup></select></label>");
        Day(html, "From", "from", explorer.Reported.From, first, last);
        Day(html, "To (inclusive)", "to", explorer.Reported.Until, first, last);
    }

    private static void Day(StringBuilder html, string label, string name, LocalDate value, LocalDate first, LocalDate last) =>
        html.Append("<label>").Append(label).Append("<input type=\"date\" required name=\"").Append(name).Append("\" value=\"").Append(Iso(value)).Append("\" min=\"").Append(Iso(first)).Append("\" max=\"").Append(Iso(last)).Append("\"></label>");

    private static void Option(StringBuilder html, string value, string text) =>
        html.Append("<option value=\"").Append(value).Append("\">").Append(Inline.Escape(text)).Append("</option>");

    private static string Iso(LocalDate day) => LocalDatePattern.Iso.Format(day);
}
