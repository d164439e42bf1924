using System.CommandLine;
using System.Reflection;
using EcomOps.Rules.DecisionSets;
using EcomOps.Rules.Diagnostics;
using EcomOps.Rules.Documents;
using EcomOps.Rules.Vocabularies;

namespace EcomOps.Cli.Commands.Rules;

// Finds a set's vocabulary and lists, and reads the set.
internal static class RuleSetLoading
{
    private static readonly string[] Extensions = [".yaml", ".yml", ".json"];

    public static (RuleSetResult Result, Vocabulary Vocabulary, RuleSetOptions Options) Read(string file, string? vocabularyFile, IReadOnlyList<string>? lists)
    {
        if (!File.Exists(file))
        {
            throw new ToolFailure($"There is no file '{file}'.");
        }

        return Read(file, vocabularyFile is null ? Find(file) : ReadVocabulary(vocabularyFile), lists);
    }

    // Versions that are compared share one vocabulary, so that they can read the same facts.
    public static (RuleSetResult Result, Vocabulary Vocabulary, RuleSetOptions Options) Read(string file, Vocabulary vocabulary, IReadOnlyList<string>? lists)
    {
        if (!File.Exists(file))
        {
            throw new ToolFailure($"There is no file '{file}'.");
        }

        RuleSetOptions options = new() { Lists = [.. (lists ?? []).Select(List)] };
        return (RuleSet.Check(file, vocabulary, options), vocabulary, options);
    }

    // The set, or its problems on the error output and no set.
    public static RuleSet? Require(RuleSetResult result, TextWriter error)
    {
        if (result.Set is null)
        {
            DiagnosticOutput.Write(error, result.Diagnostics);
        }

        return result.Set;
    }

    public static Vocabulary ReadVocabulary(string file)
    {
        if (!File.Exists(file))
        {
            throw new ToolFailure($"There is no vocabulary file '{file}'.");
        }

        Vocabulary? vocabulary = VocabularyFile.Parse(File.ReadAllText(file), file, out IReadOnlyList<Diagnostic> diagnostics);
        return vocabulary ?? throw new ToolFailure(string.Join(Environment.NewLine, diagnostics.Select(d => d.ToString())));
    }

    // Vocabularies that the packages beside the tool publish as public static members.
    public static IReadOnlyList<Vocabulary> Published()
    {
        List<Vocabulary> found = [];
        foreach (string path in Directory.EnumerateFiles(AppContext.BaseDirectory, "EcomOps.*.dll").Order(StringComparer.Ordinal))
        {
            Assembly assembly = Assembly.Load(new AssemblyName(Path.GetFileNameWithoutExtension(path)));
            foreach (Type type in assembly.GetExportedTypes().Where(t => !t.ContainsGenericParameters))
            {
                found.AddRange(type.GetProperties(BindingFlags.Public | BindingFlags.Static)
                    .Where(p => typeof(Vocabulary).IsAssignableFrom(p.PropertyType) && p.GetIndexParameters().Length == 0)
                    .Select(p => p.GetValue(null)).OfType<Vocabulary>());
            }
        }

        return [.. found.DistinctBy(v => v.Reference)];
    }

    private static Vocabulary Find(string file)
    {
        string? facts = RuleSet.Parse(File.ReadAllText(file), Vocabulary.Create("unknown").Build()).Document?.Facts;
        string folder = Path.GetDirectoryName(Path.GetFullPath(file))!;
        string?[] names = [facts is null ? null : facts.Split('/')[0] + ".vocabulary", "vocabulary"];
        foreach (string name in names.OfType<string>())
        {
            foreach (string extension in Extensions)
            {
                string path = Path.Combine(folder, name + extension);
                if (File.Exists(path))
                {
                    return ReadVocabulary(path);
                }
            }
        }

        return Published().FirstOrDefault(v => v.Reference == facts)
            ?? throw new ToolFailure(facts is null
                ? $"'{file}' names no vocabulary; give one with --vocabulary, or put vocabulary.yaml beside it."
                : $"The vocabulary '{facts}' is unknown here; give it with --vocabulary, or put {facts.Split('/')[0]}.vocabulary.yaml beside the set.");
    }

    private static NamedList List(string option)
    {
        int at = option.IndexOf('=', StringComparison.Ordinal);
        return at > 0 && File.Exists(option[(at + 1)..])
            ? new NamedList(option[..at], File.ReadLines(option[(at + 1)..]).Select(l => l.Trim()).Where(l => l.Length > 0))
            : throw new ToolFailure($"'{option}' is no list; write --list name=file.");
    }
}
