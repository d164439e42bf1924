namespace EcomOps.Analytics.Experiments;

/// <summary>Whether a guardrail holds: a test of non-inferiority.</summary>
public enum GuardrailState
{
    /// <summary>The whole interval lies above the tolerated loss: the treatment is shown not to hurt.</summary>
    Held,

    /// <summary>The data do not tell yet.</summary>
    Unclear,

    /// <summary>A loss is shown, and the estimate is beyond the tolerated one.</summary>
    Hurt,
}
