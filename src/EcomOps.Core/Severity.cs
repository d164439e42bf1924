namespace EcomOps.Core;

/// <summary>How serious an <see cref="Issue"/> is; ordered from least to most.</summary>
public enum Severity
{
    /// <summary>Worth knowing; nothing needs to change.</summary>
    Info,

    /// <summary>Accepted, but probably not what was meant.</summary>
    Warning,

    /// <summary>Not accepted.</summary>
    Error,
}
