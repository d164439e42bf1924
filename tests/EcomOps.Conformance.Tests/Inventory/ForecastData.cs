using System.Globalization;
using System.IO.Compression;
using EcomOps.Conformance.Tests.Harness;

namespace EcomOps.Conformance.Tests.Inventory;

/// <summary>Reads the forecasting data sets where they lie.</summary>
internal static class ForecastData
{
    /// <summary>Training and test values of each series of an M3 file.</summary>
    public static List<(string Id, double[] Train, double[] Test)> M3(string file) => [.. Lines("m3/" + file).Skip(1).Select(line =>
    {
        string[] cells = line.Split(',');
        int train = int.Parse(cells[6], CultureInfo.InvariantCulture), horizon = int.Parse(cells[3], CultureInfo.InvariantCulture);
        double[] values = Numbers(cells.Skip(7));
        return (cells[0], values[..train], values[train..(train + horizon)]);
    })];

    public static Dictionary<(string Series, string Method), double[]> Submissions(string file) => Lines("m3/" + file).Skip(1)
        .Select(line => line.Split(',')).ToDictionary(c => (c[0], c[1]), c => Numbers(c.Skip(2)));

    public static List<(string Id, double[] Train, double[] Test)> M4Weekly()
    {
        Dictionary<string, double[]> test = Lines("m4-weekly/m4-weekly-test.csv").Skip(1).Select(l => l.Split(',')).ToDictionary(c => c[0], c => Numbers(c.Skip(1)));
        return [.. Lines("m4-weekly/m4-weekly-train.csv.gz").Skip(1).Select(l => l.Split(',')).Select(c => (c[0], Numbers(c.Skip(1)), test[c[0]]))];
    }

    public static List<double[]> Raf() => [.. Lines("raf/raf.csv.gz").Skip(1).Select(l => Numbers(l.Split(',').Skip(1)))];

    public static List<(string Sku, double[] Values)> Pasta(string file) => [.. Lines("pasta/" + file).Skip(1).Select(l => l.Split(',')).Select(c => (c[0], Numbers(c.Skip(1))))];

    public static IEnumerable<string> Lines(string path)
    {
        string full = Path.Combine(ConformanceFolders.Data, path);
        using Stream file = File.OpenRead(full);
        using var reader = new StreamReader(path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file);
        while (reader.ReadLine() is { } line)
        {
            if (line.Trim().Length > 0)
            {
                yield return line.Trim();
            }
        }
    }

    private static double[] Numbers(IEnumerable<string> cells) => [.. cells.Where(c => c.Length > 0).Select(c => double.Parse(c, CultureInfo.InvariantCulture))];
}
