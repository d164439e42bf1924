namespace EcomOps.Formats.Orders;

/// <summary>Text of unknown origin on its way into a file that people open with a spreadsheet.</summary>
public static class SpreadsheetText
{
    /// <summary>Puts an apostrophe before a text that a spreadsheet would run as a formula.</summary>
    /// <param name="text">Any text; numbers are to be written without this.</param>
    /// <returns>The text, with an apostrophe before it when it begins with <c>=</c>, <c>+</c>, <c>-</c>, <c>@</c>, a tab or a carriage return.</returns>
    /// <remarks>OWASP, "CSV Injection".</remarks>
    public static string Guard(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length > 0 && text[0] is ('=' or '+' or '-' or '@' or '\t' or '\r') ? "'" + text : text;
    }
}
