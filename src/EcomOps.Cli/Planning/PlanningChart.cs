using EcomOps.Cli.Commands.Rules;
using EcomOps.Operations.Documents;
using EcomOps.Reporting.Charts;

namespace EcomOps.Cli.Planning;

internal static class PlanningChart
{
    public static void Write(string path, Chart chart)
    {
        switch (Path.GetExtension(path))
        {
            case ".svg":
                File.WriteAllText(path, ChartImage.Svg(chart));
                break;
            case ".png":
                File.WriteAllBytes(path, ChartImage.Png(chart));
                break;
            default:
                throw new ToolFailure($"'{path}': a chart is written as .svg or .png.");
        }
    }
}
