using System.CommandLine;
using EcomOps.Core;
using EcomOps.Rules.DecisionSets;
using EcomOps.Rules.Documents;
using EcomOps.Rules.Examples;
using EcomOps.Rules.Explanation;
using EcomOps.Rules.Vocabularies;
using NodaTime;

namespace EcomOps.Cli.Commands.Rules;

internal static class ExplainCommand
{
    public static Command Create()
    {
        Argument<string> file = RulesOptions.File();
        Option<string> input = new("--input", "-i") { Description = "Facts: JSON, or a file with JSON.", Required = true };
        Option<string?> at = new("--at") { Description = "Evaluation instant; 2026-01-01T00:00:00Z unless given." };
        Option<string?> vocabulary = RulesOptions.Vocabulary();
        Option<string[]> lists = RulesOptions.Lists();
        Option<bool> json = RulesOptions.Json();
        Command command = new("explain", """
            Decide about one input and show why each rule did or did not apply, condition by condition, and which rule came nearest.

            Example:
              ecomops rules explain shipping.rules.yaml --input '{"order.total": "46.80"}' --at 2026-11-27T12:00:00Z

            Exit code: 0 decided or not, 1 the set has errors, 2 nothing readable.
            """) { file, input, at, vocabulary, lists, json };
        command.Does((parsed, output, error) =>
        {
            (RuleSetResult result, Vocabulary facts, _) = RuleSetLoading.Read(parsed.GetValue(file)!, parsed.GetValue(vocabulary), parsed.GetValue(lists));
            if (RuleSetLoading.Require(result, error) is not { } set)
            {
                return Tool.Findings;
            }

            string given = parsed.GetValue(input)!;
            string text = given.TrimStart().StartsWith('{') ? given : File.ReadAllText(given);
            if (!Facts.TryRead(facts, RuleJson.Map(text, "--input"), out Facts? read, out IReadOnlyList<Issue> issues, set.Document.Currency))
            {
                throw new ToolFailure(string.Join(Environment.NewLine, issues.Select(i => i.Message)));
            }

            Instant instant = parsed.GetValue(at) is { } moment ? Tool.Instant(moment) : ExampleRunner.DefaultInstant;
            DecisionExplanation explanation = set.Explain(read, instant);
            if (parsed.GetValue(json))
            {
                Tool.Json(output, ToJson(explanation));
            }
            else
            {
                output.WriteLine(explanation.ToString().TrimEnd());
            }

            return Tool.Fine;
        });
        return command;
    }

    private static object ToJson(DecisionExplanation explanation) => new
    {
        Set = explanation.Decision.Set.ToString(),
        Decision = explanation.Decision.GetType().Name,
        Outcome = explanation.Decision is Decided decided ? RuleJson.Of(decided.Outcome.ToRuleValue()) : null,
        Matched = explanation.Decision is Decided d ? d.Matched.Select(m => m.Id) : null,
        NearestMiss = explanation.NearestMiss is not { } miss ? null : new { miss.Rule, miss.Condition, miss.Attribute, Distance = miss.Distance.ToString(), miss.MustRise, miss.Sentence },
        Rules = explanation.Rules.Select(r => new
        {
            r.Id,
            Status = r.Status.ToString(),
            Error = r.Error?.Message,
            Conditions = r.Conditions.Select(c => new { c.Code, c.Source, Result = c.Result.ToString(), Operands = c.Operands.ToDictionary(o => o.Key, o => o.Value) }),
        }),
    };
}
