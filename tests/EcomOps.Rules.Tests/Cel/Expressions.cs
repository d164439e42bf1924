using EcomOps.Core;
using EcomOps.Rules.Cel;
using EcomOps.Rules.Diagnostics;
using NodaTime;

namespace EcomOps.Rules.Tests.Cel;

// One expression of the dialect, from source to result.
internal static class Expressions
{
    public static CelEnvironment Environment { get; } = CelEnvironment.Dialect
        .WithVariable("i", CelType.Int)
        .WithVariable("d", CelType.Double)
        .WithVariable("s", CelType.String)
        .WithVariable("b", CelType.Bool)
        .WithVariable("l", CelType.ListOf(CelType.Int))
        .WithVariable("m", CelType.MapOf(CelType.String, CelType.Int))
        .WithVariable("o", CelType.OptionalOf(CelType.Int))
        .WithVariable("x", CelType.Dyn)
        .WithVariable("price", CelType.Decimal)
        .WithVariable("total", CelType.Money)
        .WithVariable("day", CelType.Date)
        .WithVariable("at", CelType.Timestamp);

    public static Dictionary<string, object?> Bindings { get; } = new(StringComparer.Ordinal)
    {
        ["i"] = 7L,
        ["d"] = 2.5,
        ["s"] = "naïve 😀",
        ["b"] = true,
        ["l"] = new object?[] { 3L, 1L, 2L },
        ["m"] = new Dictionary<string, object?> { ["k"] = 5L },
        ["o"] = CelOptional.Of(4L),
        ["x"] = 1L,
        ["price"] = 19.99m,
        ["total"] = Money.Eur(50m),
        ["day"] = new LocalDate(2026, 11, 27),
        ["at"] = Instant.FromUtc(2026, 11, 27, 23, 30),
    };

    public static IReadOnlyList<Diagnostic> Problems(string source) => Environment.Compile(source).Diagnostics;

    public static CelResult Run(string source, bool check = true, long budget = CelProgram.DefaultBudget)
    {
        CelCompilation compiled = Environment.Compile(source, check);
        Assert.True(compiled.IsSuccess, $"{source}: {string.Join("; ", compiled.Diagnostics.Select(d => $"{d.Code} {d.Message}"))}");
        return compiled.Program.Evaluate(Bindings, budget);
    }

    public static bool Holds(string source) => Assert.IsType<CelValue>(Run(source)).Value is true;
}
