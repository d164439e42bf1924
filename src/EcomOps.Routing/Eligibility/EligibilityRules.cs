using EcomOps.Rules.DecisionSets;

namespace EcomOps.Routing.Eligibility;

/// <summary>The rules that decide which locations may send an order, and what a parcel from them costs in addition.</summary>
/// <remarks>
/// A set has hit policy <c>collect</c> over <see cref="RoutingFacts.Vocabulary"/> and the outcome <c>{ action: exclude | surcharge, reason, cost? }</c>. Every matching <c>exclude</c> is a reason
/// why the location may not send; every matching <c>surcharge</c> adds <c>cost</c>, in the network's currency and 0 or more, to a parcel from there. Static and thread-safe.
/// </remarks>
public static class EligibilityRules
{
    private const string Resource = "EcomOps.Routing.Eligibility.eligibility.rules.yaml";

    /// <summary>The text of the default set, to be copied and edited.</summary>
    public static string DefaultText { get; } = Read();

    /// <summary>The default set: active, serves the destination, hazardous goods, large orders from stores, overnight from suppliers.</summary>
    public static RuleSet Default { get; } = RuleSet.Parse(DefaultText, RoutingFacts.Vocabulary, new RuleSetOptions { Name = "eligibility.rules.yaml" }).Require();

    private static string Read()
    {
        using Stream stream = typeof(EligibilityRules).Assembly.GetManifestResourceStream(Resource)!;
        using StreamReader reader = new(stream);
        return reader.ReadToEnd();
    }
}
