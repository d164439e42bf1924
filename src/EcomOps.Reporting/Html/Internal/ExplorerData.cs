using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using EcomOps.Analytics.Dashboard;
using EcomOps.Analytics.Metrics;
using EcomOps.Operations.Documents;
using NodaTime.Text;

namespace EcomOps.Reporting.Html.Internal;

/// <summary>
/// The figures inside the page, as short as they can be read without a library. A column is <c>decimals:v,v,v</c> with values as whole
/// numbers in base 36, nothing for 0 and <c>~</c> for what is not known; null when no day is known. A visit is
/// <c>days since the visit before . days since the customer's last one [. the same as a returning customer]</c>, XX
/// before"; <c>range.js</c> reads both.
/// </summary>
internal static class ExplorerData
{
    private const int MostDecimals = 6;

    internal static void Append(StringBuilder html, DashboardExplorer explorer)
    {
        DailyFigures figures = explorer.Figures;
        Dictionary<Measure, int> index = figures.Measures.Index().ToDictionary(m => m.Item, m => m.Index);
        string Sum(MeasureSum sum) => $"[{string.Join(',', sum.Terms.Select(t => $"[{index[t.Measure]},{t.Sign}]"))}]";
        html.Append("{\"currency\":").Append(Text(explorer.Currency)).Append(",\"first\":\"").Append(LocalDatePattern.Iso.Format(figures.Days.From)).Append("\",\"days\":").Append(figures.Days.Days)
            .Append(",\"reported\":[\"").Append(LocalDatePattern.Iso.Format(explorer.Reported.From)).Append("\",\"").Append(LocalDatePattern.Iso.Format(explorer.Reported.Until)).Append("\"],\"measures\":[")
            .AppendJoin(',', figures.Measures.Select(m => Text(m.Rollup.ToString()))).Append("],\"metrics\":[")
            .AppendJoin(',', explorer.Metrics.Zip(figures.Metrics, (m, f) => $"{{\"id\":{Text(m.Id)},\"name\":{Text(m.Name)},\"text\":{Text(m.Definition)},\"format\":{Text(m.Format)},\"better\":{(m.HigherIsBetter is { } b ? (b ? "1" : "-1") : "0")},\"target\":{(explorer.Targets.TryGetValue(m.Id, out decimal target) ? target.ToString("0.######", CultureInfo.InvariantCulture) : "null")},\"top\":{Sum(f.Formula!.Top)},\"bottom\":{(f.Formula.Bottom is { } bottom ? Sum(bottom) : "null")}}}"))
            .Append("],\"views\":[");
        for (int v = 0; v < figures.Views.Count; v++)
        {
            DailyView view = figures.Views[v];
            html.Append(v > 0 ? "," : string.Empty).Append("{\"group\":").Append(Text(explorer.Views[v].Group)).Append(",\"name\":").Append(Text(explorer.Views[v].Name)).Append(",\"paid\":").Append(view.Dimension is null or FactDimension.Channel ? "true" : "false").Append(",\"c\":[")
                .AppendJoin(',', view.Columns.Select(Column)).Append("],\"v\":\"").AppendJoin(',', Visits(view.Visits)).Append("\",\"p\":[")
                .AppendJoin(',', view.Channels.Select(c => $"[{Column([.. c.HasSpend.Select(s => (decimal?)(s ? 1 : 0))])},{Column([.. c.Revenue.Select(r => (decimal?)r)])}]")).Append("]}");
        }

        html.Append("]}");
    }

    private static string Column(IReadOnlyList<decimal?> values)
    {
        if (values.Count == 0 || values.All(v => v is null))
        {
            return "null";
        }

        int decimals = 0;
        decimal factor = 1;
        while (decimals < MostDecimals && values.Any(v => v is { } x && x * factor != decimal.Truncate(x * factor)))
        {
            decimals++;
            factor *= 10;
        }

        return $"\"{decimals}:{string.Join(',', values.Select(v => v is { } x ? Base36((long)decimal.Round(x * factor, MidpointRounding.ToEven)) : "~"))}\"";
    }

    private static IEnumerable<string> Visits(IReadOnlyList<CustomerVisit> visits)
    {
        int before = 0;
        foreach (CustomerVisit visit in visits)
        {
            string since = visit.Previous < 0 ? "-" : Base36(visit.Day - visit.Previous);
            string returning = !visit.IsReturning ? string.Empty : visit.PreviousReturning < 0 ? "-" : Base36(visit.Day - visit.PreviousReturning);
            yield return $"{Base36(visit.Day - before)}.{since}{(returning == since ? string.Empty : "." + returning)}";
            before = visit.Day;
        }
    }

    private static string Base36(long value)
    {
        if (value == 0)
        {
            return string.Empty;
        }

        Span<char> digits = stackalloc char[14];
        int at = digits.Length;
        for (ulong rest = (ulong)Math.Abs(value); rest > 0; rest /= 36)
        {
            digits[--at] = "0123456789abcdefghijklmnopqrstuvwxyz"[(int)(rest % 36)];
        }

        return (value < 0 ? "-" : string.Empty) + new string(digits[at..]);
    }

    // The default encoder escapes what could end a script element.
    private static string Text(string text) => "\"" + JavaScriptEncoder.Default.Encode(text) + "\"";
}
