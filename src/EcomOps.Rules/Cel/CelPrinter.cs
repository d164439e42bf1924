namespace EcomOps.Rules.Cel;

internal static class CelPrinter
{
    public static string Print(CelNode node) => node.GetType().Name;
}
