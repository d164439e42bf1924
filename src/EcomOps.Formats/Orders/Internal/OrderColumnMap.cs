using EcomOps.Core;
using EcomOps.Operations.Settings;

namespace EcomOps.Formats.Orders.Internal;

/// <summary>Which cell of a row holds which field.</summary>
internal sealed class OrderColumnMap
{
    private static readonly OrderField[] Fields = Enum.GetValues<OrderField>();
    private readonly int[] _indices = [.. Fields.Select(_ => -1)];

    private OrderColumnMap(int count) => Count = count;

    /// <summary>Cells of a row.</summary>
    internal int Count { get; }

    /// <summary>Index of a field's cell, or -1 when no column holds it.</summary>
    internal int this[OrderField field] => _indices[(int)field];

    internal static OrderColumnMap Read(RowCells header, OrderFileSettings settings, string file)
    {
        string[] names = [.. Enumerable.Range(0, header.Count).Select(i => header[i].TrimStart('\uFEFF').Trim().ToString())];
        var map = new OrderColumnMap(names.Length);
        List<string> missing = [];
        List<string> repeated = [];
        foreach (OrderField field in Fields)
        {
            if (!settings.Columns.TryGetValue(field, out string? column))
            {
                continue;
            }

            int[] found = [.. Enumerable.Range(0, names.Length).Where(i => names[i].Equals(column, StringComparison.OrdinalIgnoreCase))];
            map._indices[(int)field] = found.FirstOrDefault(-1);
            (found.Length == 0 ? missing : found.Length > 1 ? repeated : []).Add(column);
        }

        Refuse(missing, "columns_missing", $"The header of {file} lacks", names, settings.Delimiter);
        Refuse(repeated, "columns_repeated", $"The header of {file} repeats", names, settings.Delimiter);
        return map;
    }

    private static void Refuse(List<string> columns, string code, string what, string[] header, char delimiter)
    {
        if (columns.Count > 0)
        {
            string found = string.Join(" | ", header.Take(40).Select(name => name.Length > 60 ? name[..60] + "…" : name));
            throw new EcomOpsException(
                code,
                $"{what} {string.Join(", ", columns)}. Cells found with delimiter '{delimiter}': {found}. Set orders.columns and orders.delimiter in store.yaml to fit the file.");
        }
    }
}
