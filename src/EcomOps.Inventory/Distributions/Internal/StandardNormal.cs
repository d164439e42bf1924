using MathNet.Numerics;

namespace EcomOps.Inventory.Distributions.Internal;

internal static class StandardNormal
{
    private const double InverseRootTwoPi = 0.39894228040143267794;
    private static readonly double RootTwo = Math.Sqrt(2);

    public static double Density(double z) => InverseRootTwoPi * Math.Exp(-0.5 * z * z);

    public static double Cdf(double z) => 0.5 * SpecialFunctions.Erfc(-z / RootTwo);

    public static double Tail(double z) => 0.5 * SpecialFunctions.Erfc(z / RootTwo);

    public static double Quantile(double p) => -RootTwo * SpecialFunctions.ErfcInv(2 * p);

    // E(Z - z)+
    public static double Loss(double z) => Math.Max(0, Density(z) - (z * Tail(z)));

    // 1/2 E((Z - z)+)^2
    public static double SecondLoss(double z) => Math.Max(0, 0.5 * ((((z * z) + 1) * Tail(z)) - (z * Density(z))));
}
