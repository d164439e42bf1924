#pragma warning disable CA1051, CA2211, CA1034, CA1852 // violations on purpose: they prove that the rules find them

namespace EcomOps.Architecture.Tests
{
    /// <summary>Types that break the rules, for the twins of the architecture tests.</summary>
    public static class SeededViolations
    {
        public class OpenClass
        {
            public static int Counter;
        }

        public sealed class ShowsVendorType
        {
            public FsCheck.Config? Config { get; init; }
        }

        public sealed record Quote(double UnitPrice);
    }
}

namespace EcomOps.Architecture.Tests.Internal
{
    public sealed class PublicThing;
}
