using System.Globalization;
using EcomOps.Operations.Importing;
using EcomOps.Operations.Runs;

namespace EcomOps.Formats.Orders;

/// <summary>The table behind <c>rejected.csv</c>. Pure and thread-safe.</summary>
public static class RejectedRows
{
    /// <summary>Name of the last column, which warns whoever opens the file.</summary>
    public const string RawColumn = "raw_row_may_hold_personal_data";

    /// <summary>Lists the rows of a file that could not be read.</summary>
    /// <param name="import">What the file holds; null for a table without rows, so that an older file is replaced.</param>
    /// <returns>
    /// File, line, code, remedy and the row as it stands in the file. A row that a spreadsheet would take for a formula, because it
    /// begins with <c>=</c>, <c>+</c>, <c>-</c>, <c>@</c> or a control character, has an apostrophe before it.
    /// </returns>
    public static OutputTable TableOf(OrderImport? import) => new(
        "rejected",
        ["file", "line", "code", "remedy", RawColumn],
        [
            .. (import?.Rejected ?? []).Select(row => (IReadOnlyList<string>)
                [import!.FileName, row.Line.ToString(CultureInfo.InvariantCulture), row.Code, row.Remedy, SpreadsheetText.Guard(row.RawRow)]),
        ]);
}
