using EcomOps.Cli.Commands.Rules;
using EcomOps.Core;
using EcomOps.Operations.Documents;
using EcomOps.Reporting.Charts;

namespace EcomOps.Cli.Commands.Inventory;

internal static class PlanningChart
{
    // Refused before any work is done.
    public static void Check(string? path)
    {
        if (path is not null && Path.GetExtension(path) is not (".svg" or ".png"))
        {
            throw new ToolFailure($"'{path}': a chart is written as .svg or .png.");
        }
    }

    public static void Write(string path, Chart chart)
    {
        byte[] picture = Path.GetExtension(path) == ".svg" ? System.Text.Encoding.UTF8.GetBytes(ChartImage.Svg(chart)) : ChartImage.Png(chart);
        AtomicFile.WriteAsync(path, (stream, token) => stream.WriteAsync(picture, token).AsTask()).GetAwaiter().GetResult();
    }
}
