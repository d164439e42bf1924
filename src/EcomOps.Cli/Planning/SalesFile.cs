using System.Globalization;
using EcomOps.Cli.Commands.Rules;
using EcomOps.Inventory.Demand;
using NodaTime;
using NodaTime.Text;

namespace EcomOps.Cli.Planning;

// Sales by SKU and day, from a CSV with the columns sku, date and quantity; bad rows are counted and left out.
internal sealed class SalesFile
{
    private readonly Dictionary<string, List<(LocalDate Day, double Units)>> _rows = new(StringComparer.Ordinal);

    public int Read { get; private set; }

    public List<string> Rejected { get; } = [];

    public LocalDate First { get; private set; } = LocalDate.MaxIsoValue;

    public LocalDate Last { get; private set; } = LocalDate.MinIsoValue;

    public IEnumerable<string> Skus => _rows.Keys.Order(StringComparer.Ordinal);

    public static SalesFile From(string path)
    {
        var file = new SalesFile();
        foreach ((int line, Func<string, string> cell) in Rows(path, "sku", "date", "quantity"))
        {
            file.Read++;
            if (cell("sku") is { Length: > 0 } sku && LocalDatePattern.Iso.Parse(cell("date")) is { Success: true } day
                && double.TryParse(cell("quantity"), NumberStyles.Float, CultureInfo.InvariantCulture, out double units) && double.IsFinite(units))
            {
                file.Add(sku, day.Value, units);
            }
            else
            {
                file.Rejected.Add($"{path}:{line}: needs a sku, a date such as 2026-11-24 and a quantity.");
            }
        }

        return file._rows.Count > 0 ? file : throw new ToolFailure($"{path}: no readable row with sku, date and quantity.");
    }

    public static IEnumerable<(int Line, Func<string, string> Cell)> Rows(string path, params string[] required)
    {
        using var reader = new StreamReader(path);
        using var csv = new CsvHelper.CsvReader(reader, CultureInfo.InvariantCulture);
        if (!csv.Read() || !csv.ReadHeader())
        {
            throw new ToolFailure($"{path} is empty.");
        }

        string[] header = csv.HeaderRecord ?? [];
        string[] missing = [.. required.Where(name => !header.Contains(name))];
        if (missing.Length > 0)
        {
            throw new ToolFailure($"{path} has no column {string.Join(", ", missing)}; its columns are {string.Join(", ", header)}.");
        }

        while (csv.Read())
        {
            yield return (csv.Parser.RawRow, name => header.Contains(name) ? csv.GetField(name)?.Trim() ?? string.Empty : string.Empty);
        }
    }

    public DemandSeries Series(string sku, DemandPeriod period) =>
        _rows.TryGetValue(sku, out List<(LocalDate, double)>? rows)
            ? DemandHistory.Of(rows, period, First, Last)
            : throw new ToolFailure($"No sale of '{sku}' in the file.");

    private void Add(string sku, LocalDate day, double units)
    {
        if (!_rows.TryGetValue(sku, out List<(LocalDate, double)>? rows))
        {
            _rows[sku] = rows = [];
        }

        rows.Add((day, units));
        First = LocalDate.Min(First, day);
        Last = LocalDate.Max(Last, day);
    }
}
