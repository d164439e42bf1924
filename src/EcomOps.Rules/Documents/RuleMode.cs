namespace EcomOps.Rules.Documents;

/// <summary>What a rule may do.</summary>
public enum RuleMode
{
    /// <summary>Takes part in the decision; the default.</summary>
    Live,

    /// <summary>Evaluated and recorded beside the decision, never acted upon.</summary>
    Shadow,

    /// <summary>Checked at load, never evaluated.</summary>
    Off,
}
