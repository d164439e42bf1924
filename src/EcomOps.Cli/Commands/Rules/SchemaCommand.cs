using System.CommandLine;
using EcomOps.Rules.Rendering;
using EcomOps.Rules.Vocabularies;

namespace EcomOps.Cli.Commands.Rules;

internal static class SchemaCommand
{
    public static Command Create()
    {
        Option<string?> vocabulary = new("--vocabulary", "-v") { Description = "Vocabulary file, or the name and version of one that the installed packages publish." };
        Option<bool> page = new("--page") { Description = "Write the vocabulary as a Markdown page instead." };
        Option<bool> list = new("--list") { Description = "List the vocabularies of the installed packages instead." };
        Option<bool> json = RulesOptions.Json();
        Command command = new("schema", """
            Write the JSON Schema of rule documents for editors: validation and completion while typing.

            Example:
              ecomops rules schema > rules.schema.json

            In an editor that speaks YAML, the first line of a set names it: # yaml-language-server: $schema=rules.schema.json
            """) { vocabulary, page, list, json };
        command.Does((parsed, output, error) =>
        {
            if (parsed.GetValue(list))
            {
                string[] names = [.. RuleSetLoading.Published().Select(v => v.Reference)];
                if (parsed.GetValue(json))
                {
                    Tool.Json(output, names);
                }
                else
                {
                    output.WriteLine(names.Length == 0 ? "The installed packages publish no vocabulary." : string.Join(Environment.NewLine, names));
                }

                return Tool.Fine;
            }

            Vocabulary? facts = parsed.GetValue(vocabulary) switch
            {
                null => null,
                var name when !File.Exists(name) && RuleSetLoading.Published().FirstOrDefault(v => v.Reference == name) is { } published => published,
                var name => RuleSetLoading.ReadVocabulary(name),
            };
            if (!parsed.GetValue(page))
            {
                output.WriteLine(RuleRenderer.JsonSchema(facts));
                return Tool.Fine;
            }

            output.Write(RuleRenderer.Markdown(facts ?? throw new ToolFailure("--page needs --vocabulary.")));
            return Tool.Fine;
        });
        return command;
    }
}
