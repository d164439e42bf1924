using System.CommandLine;

namespace EcomOps.Cli.Commands.Rules;

// Options that several commands share. Each command makes its own, since a symbol belongs to one parent's help.
internal static class RulesOptions
{
    public static Argument<string> File(string name = "file", string description = "Rule set, YAML or JSON.") => new(name) { Description = description };

    public static Option<string?> Vocabulary() => new("--vocabulary", "-v")
    {
        Description = "Vocabulary file, YAML or JSON. Without it: the set's 'facts' name as <name>.vocabulary.yaml beside the set, vocabulary.yaml beside it, or a vocabulary of the installed packages.",
    };

    public static Option<string[]> Lists() => new("--list")
    {
        Description = "A list that the set names, as name=file with one entry per line. May be repeated.",
        AllowMultipleArgumentsPerToken = false,
    };

    public static Option<bool> Json() => new("--json") { Description = "Write JSON for machines." };
}
