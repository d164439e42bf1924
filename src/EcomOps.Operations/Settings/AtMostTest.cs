namespace EcomOps.Operations.Settings;

/// <summary>True when the number is at most a limit.</summary>
/// <param name="Limit">The largest number that passes the test.</param>
public sealed record AtMostTest(decimal Limit) : RowTest;
