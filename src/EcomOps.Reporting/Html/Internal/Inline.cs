using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace EcomOps.Reporting.Html.Internal;

/// <summary>Escapes text and turns the three spans of a paragraph into HTML.</summary>
internal static partial class Inline
{
    internal static string Escape(string text) => WebUtility.HtmlEncode(text);

    /// <summary>Whether a cell is an ISO date or month, which must not be broken at its hyphens.</summary>
    internal static bool IsDate(string text) => Date().IsMatch(text);

    internal static string Spans(string text)
    {
        var html = new StringBuilder();
        int at = 0;
        foreach (Match match in Span().Matches(text))
        {
            html.Append(Escape(Unbroken(text[at..match.Index])));
            (string tag, Group group) = match.Groups["code"].Success ? ("code", match.Groups["code"])
                : match.Groups["strong"].Success ? ("strong", match.Groups["strong"]) : ("em", match.Groups["em"]);
            html.Append('<').Append(tag).Append('>').Append(Escape(tag == "code" ? group.Value : Unbroken(group.Value))).Append("</").Append(tag).Append('>');
            at = match.Index + match.Length;
        }

        return html.Append(Escape(Unbroken(text[at..]))).ToString();
    }

    // A line must not end between a number and its percent sign.
    private static string Unbroken(string text) => Percent().Replace(text, "\u00a0%");

    [GeneratedRegex(@"^\d{4}-\d{2}(-\d{2})?$", RegexOptions.CultureInvariant)]
    private static partial Regex Date();

    [GeneratedRegex(@"(?<=\d) %", RegexOptions.CultureInvariant)]
    private static partial Regex Percent();

    [GeneratedRegex(@"`(?<code>[^`]+)`|\*\*(?<strong>[^*]+)\*\*|\*(?<em>[^*\s][^*]*)\*", RegexOptions.CultureInvariant)]
    private static partial Regex Span();
}
