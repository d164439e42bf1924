using EcomOps.Rules.DecisionSets;

namespace EcomOps.Analytics.Recommendations;

/// <summary>The default merchandising rules: margin first, premium for customers of high value, bundles and low prices for those who look at the price.</summary>
/// <remarks>Hit policy <c>accumulate(sum)</c> over <see cref="MerchandisingFacts.Vocabulary"/>, outcome <c>{ points, reason }</c>. Static and thread-safe.</remarks>
public static class MerchandisingRules
{
    private const string Resource = "EcomOps.Analytics.Recommendations.merchandising.rules.yaml";

    /// <summary>The text of the default set, to be copied and edited.</summary>
    public static string DefaultText { get; } = Read();

    /// <summary>The default set.</summary>
    public static RuleSet Default { get; } = RuleSet.Parse(DefaultText, MerchandisingFacts.Vocabulary, new RuleSetOptions { Name = "merchandising.rules.yaml" }).Require();

    private static string Read()
    {
        using Stream stream = typeof(MerchandisingRules).Assembly.GetManifestResourceStream(Resource)!;
        using StreamReader reader = new(stream);
        return reader.ReadToEnd();
    }
}
