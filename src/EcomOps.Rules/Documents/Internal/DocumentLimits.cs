namespace EcomOps.Rules.Documents.Internal;

internal static class DocumentLimits
{
    public const int MaximumLength = 1_048_576;
    public const int MaximumDepth = 40;
    public const int MaximumNodes = 200_000;
    public const int MaximumRules = 50_000;

    /// <summary>Reporting stops here: a hostile document must not produce megabytes of messages.</summary>
    public const int MaximumProblems = 200;
}
