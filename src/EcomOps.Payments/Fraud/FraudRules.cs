using EcomOps.Rules.DecisionSets;

namespace EcomOps.Payments.Fraud;

/// <summary>The default rules of fraud screening.</summary>
/// <remarks>Hit policy <c>accumulate(sum)</c> over <see cref="FraudFacts.Vocabulary"/>, outcome <c>{ points, reason }</c>. Static and thread-safe.</remarks>
public static class FraudRules
{
    private const string Resource = "EcomOps.Payments.Fraud.fraud.rules.yaml";

    /// <summary>The text of the default set, to be copied and edited.</summary>
    public static string DefaultText { get; } = Read();

    /// <summary>The default set.</summary>
    public static RuleSet Default { get; } = RuleSet.Parse(DefaultText, FraudFacts.Vocabulary, new RuleSetOptions { Name = "fraud.rules.yaml" }).Require();

    private static string Read()
    {
        using Stream stream = typeof(FraudRules).Assembly.GetManifestResourceStream(Resource)!;
        using StreamReader reader = new(stream);
        return reader.ReadToEnd();
    }
}
