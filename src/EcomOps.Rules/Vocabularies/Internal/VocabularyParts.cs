namespace EcomOps.Rules.Vocabularies.Internal;

internal sealed class VocabularyParts(string name, int majorVersion)
{
    private static readonly HashSet<string> Reserved = new(StringComparer.Ordinal)
    {
        "now", "today", "true", "false", "null", "in", "as", "break", "const", "continue", "else", "for", "function", "if", "import",
        "let", "loop", "package", "namespace", "return", "var", "void", "while",
    };

    public string Name { get; } = Checked(name);

    public int MajorVersion { get; } = majorVersion >= 1 ? majorVersion : throw new ArgumentOutOfRangeException(nameof(majorVersion));

    public string Title { get; set; } = string.Empty;

    public List<VocabularyAttribute> Attributes { get; } = [];

    public List<string> Constraints { get; } = [];

    public void Add(VocabularyAttribute attribute)
    {
        string[] parts = attribute.Path.Split('.');
        if (parts.Any(p => !IsIdentifier(p)) || Reserved.Contains(parts[0]))
        {
            throw new ArgumentException($"'{attribute.Path}' cannot be the path of an attribute; use CEL identifiers joined by dots, not a reserved word.", nameof(attribute));
        }

        foreach (VocabularyAttribute other in Attributes)
        {
            if (other.Path == attribute.Path
                || other.Path.StartsWith(attribute.Path + ".", StringComparison.Ordinal)
                || attribute.Path.StartsWith(other.Path + ".", StringComparison.Ordinal))
            {
                throw new ArgumentException($"Attribute '{attribute.Path}' collides with '{other.Path}' in vocabulary '{Name}'.", nameof(attribute));
            }
        }

        Attributes.Add(attribute);
    }

    private static bool IsIdentifier(string text) =>
        text.Length > 0 && (char.IsAsciiLetter(text[0]) || text[0] == '_') && text.All(c => char.IsAsciiLetterOrDigit(c) || c == '_');

    private static string Checked(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return name;
    }
}
