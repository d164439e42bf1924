using System.Globalization;
using EcomOps.Rules.DecisionSets.Internal;
using EcomOps.Rules.Documents;
using EcomOps.Rules.Vocabularies;
using EcomOps.Rules.Vocabularies.Internal;

namespace EcomOps.Rules.Explanation.Internal;

internal static class TraceReading
{
    public static IReadOnlyList<RuleExplanation> Rules(TraceRecord record)
    {
        var rules = new RuleExplanation[record.Rules.Length];
        for (int i = 0; i < rules.Length; i++)
        {
            TracedRule traced = record.Rules[i];
            bool evaluated = traced.Status is not (RuleStatus.OutsideWindow or RuleStatus.OtherTags or RuleStatus.Off);
            var conditions = new ConditionExplanation[evaluated ? traced.Target.Parts.Length : 0];
            int failing = -1;
            int failures = 0;
            for (int c = 0; c < conditions.Length; c++)
            {
                ConditionPart part = traced.Target.Parts[c];
                var truth = (Truth)record.Conditions[traced.FirstCondition + c];
                conditions[c] = new ConditionExplanation
                {
                    Code = Code(traced.Target.Id, c),
                    Source = part.Source,
                    Result = Result(truth),
                    Operands = part.Attributes.Select(a => KeyValuePair.Create(record.Vocabulary.Attributes[a].Path, ValueText(record, a))).ToValueList(),
                };
                if (truth != Truth.True)
                {
                    failures++;
                    failing = truth == Truth.False ? c : -1;
                }
            }

            rules[i] = new RuleExplanation
            {
                Id = traced.Target.Id,
                Title = traced.Target.Title,
                Status = traced.Status,
                IsShadow = traced.Target.IsShadow,
                Conditions = conditions.ToValueList(),
                Error = record.Errors?.GetValueOrDefault(i),
                Miss = failures == 1 && failing >= 0
                    ? Misses.Of(traced.Target.Id, Code(traced.Target.Id, failing), traced.Target.Parts[failing], record)
                    : null,
            };
        }

        return rules;
    }

    public static string Code(string rule, int condition) => rule + "#" + (condition + 1).ToString(CultureInfo.InvariantCulture);

    public static string Describe(RuleStatus status) => status switch
    {
        RuleStatus.Matched => "matches",
        RuleStatus.NotMatched => "does not match",
        RuleStatus.Absent => "does not apply, an attribute is absent",
        RuleStatus.OutsideWindow => "outside its window",
        RuleStatus.OtherTags => "left out by the tags asked for",
        RuleStatus.Off => "switched off",
        RuleStatus.Unknown => "needs an attribute that is not fetched",
        _ => "error",
    };

    public static char Mark(RuleStatus status) => status switch
    {
        RuleStatus.Matched => '+',
        RuleStatus.Error => '!',
        RuleStatus.Unknown => '?',
        _ => '-',
    };

    private static ConditionResult Result(Truth truth) => truth switch
    {
        Truth.True => ConditionResult.True,
        Truth.Absent => ConditionResult.Absent,
        Truth.Unknown => ConditionResult.Unknown,
        Truth.Error => ConditionResult.Error,
        _ => ConditionResult.False,
    };

    private static string ValueText(TraceRecord record, int attribute)
    {
        VocabularyAttribute declared = record.Vocabulary.Attributes[attribute];
        FactSlot slot = record.Slots[attribute];
        return slot.State switch
        {
            FactState.Present => Present(RecordValues.Box(slot, declared.Type.Kind), declared) + (declared.Unit.Length == 0 ? "" : " " + declared.Unit),
            FactState.Absent => "(absent)",
            FactState.Unknown => "(not fetched)",
            FactState.Faulted => "(unreadable)",
            FactState.Missing => "(missing)",
            _ => "(not read)",
        };
    }

    private static string Present(object? value, VocabularyAttribute declared) =>
        value is decimal number ? OutcomeValues.Decimal(number, declared.Type.Scale) : OperandText.Of(value);
}
