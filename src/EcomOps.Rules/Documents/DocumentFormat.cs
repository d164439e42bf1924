namespace EcomOps.Rules.Documents;

/// <summary>How the text of a document is written.</summary>
public enum DocumentFormat
{
    /// <summary>JSON when the first character is a brace, else YAML; the default.</summary>
    Detect,

    /// <summary>YAML 1.2, core schema, without anchors, aliases and tags.</summary>
    Yaml,

    /// <summary>JSON (RFC 8259).</summary>
    Json,
}
