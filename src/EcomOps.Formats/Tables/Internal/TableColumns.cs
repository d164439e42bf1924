using EcomOps.Core;

namespace EcomOps.Formats.Tables.Internal;

/// <summary>Which column each field is read from.</summary>
internal static class TableColumns
{
    // Without a header every field is looked for in every row.
    internal static Dictionary<string, string> Map(IReadOnlyList<string>? header, string file, TableOptions options, string[] required, string[] optional)
    {
        Dictionary<string, string> columns = new(StringComparer.Ordinal);
        List<string> missing = [], repeated = [];
        foreach (string field in required.Concat(optional))
        {
            string column = options.Columns.GetValueOrDefault(field, field);
            int found = header?.Count(h => h.Equals(column, StringComparison.OrdinalIgnoreCase)) ?? 1;
            if (found == 1)
            {
                columns[field] = column;
            }
            else if (found > 1)
            {
                repeated.Add(column);
            }
            else if (required.Contains(field) || options.Columns.ContainsKey(field))
            {
                missing.Add(column);
            }
        }

        Refuse(missing, "columns_missing", "lacks");
        Refuse(repeated, "columns_repeated", "repeats");
        return columns;

        void Refuse(List<string> names, string code, string verb)
        {
            if (names.Count > 0)
            {
                string cells = string.Join(" | ", header!.Take(40).Select(h => h.Length > 60 ? h[..60] + "…" : h));
                throw new EcomOpsException(code, $"The header of {file} {verb} {string.Join(", ", names)}. Cells found with delimiter '{options.Delimiter}': {cells}. Map the columns (field=column) or name the delimiter.");
            }
        }
    }
}
