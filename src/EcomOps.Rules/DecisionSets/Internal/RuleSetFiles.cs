using EcomOps.Core;
using EcomOps.Rules.Documents;
using EcomOps.Rules.Documents.Internal;
using EcomOps.Rules.Vocabularies;

namespace EcomOps.Rules.DecisionSets.Internal;

internal static class RuleSetFiles
{
    public static RuleSetResult Read(string path, Vocabulary vocabulary, RuleSetOptions? options)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        ArgumentNullException.ThrowIfNull(vocabulary);
        string folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        options ??= RuleSetOptions.Default;
        options = options with
        {
            Name = options.Name.Length == 0 ? path : options.Name,
            Format = options.Format == DocumentFormat.Detect && path.EndsWith(".json", StringComparison.OrdinalIgnoreCase) ? DocumentFormat.Json : options.Format,
            Files = options.Files ?? (name => Beside(folder, name)),
            Imports = options.Imports ?? (id => Import(folder, id)),
        };
        return RuleSetCompilation.Parse(Text(path), vocabulary, options);
    }

    public static string Text(string path)
    {
        try
        {
            // Read one character more than is accepted and no further: a huge file must not be loaded to be refused.
            using var reader = new StreamReader(path);
            var buffer = new char[Math.Min(DocumentLimits.MaximumLength + 1, (int)Math.Min(new FileInfo(path).Length + 1, int.MaxValue))];
            int read = reader.ReadBlock(buffer, 0, buffer.Length);
            return new string(buffer, 0, read);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new EcomOpsException("rule_set_unreadable", $"The rule set '{path}' cannot be read: {error.Message}", isTransient: true, error);
        }
    }

    // A document can name files of its own folder only.
    private static string? Beside(string folder, string name)
    {
        string path = Path.GetFullPath(Path.Combine(folder, name));
        return path.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal) && File.Exists(path) ? Text(path) : null;
    }

    private static RuleSetDocument? Import(string folder, string id)
    {
        string stem = id.Split('/')[^1];
        foreach (string extension in (string[])[".rules.yaml", ".rules.yml", ".rules.json", ".yaml", ".json"])
        {
            if (RuleIds.IsSetId(id) && Beside(folder, stem + extension) is { } text
                && DocumentReader.Read(text, stem + extension, DocumentFormat.Detect, name => Beside(folder, name)).Document is { } document && document.Id == id)
            {
                return document;
            }
        }

        return null;
    }
}
