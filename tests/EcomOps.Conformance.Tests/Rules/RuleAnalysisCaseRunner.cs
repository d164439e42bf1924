using System.Globalization;
using System.Text.Json;
using EcomOps.Conformance.Tests.Harness;
using EcomOps.Rules.Analysis;
using EcomOps.Rules.DecisionSets;
using EcomOps.Rules.Documents;
using EcomOps.Rules.Vocabularies;
using NodaTime;
using NodaTime.Text;

namespace EcomOps.Conformance.Tests.Rules;

/// <summary>Cases of <c>rules-analysis-cases.json</c>: the findings must be the expected set, and each must be proven or undecided as expected.</summary>
public sealed class RuleAnalysisCaseRunner : ICaseRunner
{
    /// <inheritdoc />
    public string File => "rules-analysis-cases.json";

    /// <inheritdoc />
    public IEnumerable<string> Kinds => ["cases/rules.analysis"];

    /// <inheritdoc />
    public void Run(CaseRow row, JsonElement element, JsonElement root)
    {
        AnalysisInput input = Input(element.GetProperty("input"));
        AnalysisReport report = RuleAnalyzer.Analyze(input);
        IEnumerable<string> expected = element.GetProperty("expected").GetProperty("findings").EnumerateArray().Select(Text);
        Assert.Equal(expected.Order(), report.Findings.Select(Text).Order());
        Assert.All(report.Findings, f => Assert.True(f is not (OverlappingRules { Witness: null } or GapInRules { Witness: null }), "A witness is missing."));
        CheckWitnesses(input, element.GetProperty("input"), report);
    }

    // The engine itself must see what a proven witness shows: both rules match it, or none does.
    private static void CheckWitnesses(AnalysisInput input, JsonElement json, AnalysisReport report)
    {
        RuleSetDocument document = new()
        {
            Id = "case",
            HitPolicy = HitPolicy.Collect,
            Rules = json.GetProperty("rules").EnumerateArray()
                .Select(r => new RuleDefinition { Id = r.GetProperty("id").GetString()!, When = r.GetProperty("when").GetString()!, Then = "x" }).ToValueList(),
        };
        if (RuleSet.Compile(document, input.Domain).Set is not { } set)
        {
            // The unknown call of the opaque cases exists in no engine.
            return;
        }

        foreach (AnalysisFinding finding in report.Findings)
        {
            AnalysisWitness? witness = finding is OverlappingRules overlap ? overlap.Witness : finding is GapInRules gap ? gap.Witness : null;
            if (witness is null)
            {
                continue;
            }

            Facts facts = Facts.Of(input.Domain, [.. witness.Values.Select(v => (v.Key, (object?)v.Value))]);
            string[] matched = set.Evaluate(facts, Instant.FromUtc(2026, 1, 1, 0, 0)) is Decided decided ? [.. decided.Matched.Select(m => m.Id)] : ["(no decision)"];
            if (finding is GapInRules)
            {
                Assert.Empty(matched);
            }
            else
            {
                Assert.Superset(finding.Rules.ToHashSet(), matched.ToHashSet());
            }
        }
    }

    private static AnalysisInput Input(JsonElement input)
    {
        VocabularyBuilder domain = Vocabulary.Create("case");
        foreach (JsonProperty field in input.GetProperty("domain").GetProperty("fields").EnumerateObject())
        {
            bool optional = field.Value.TryGetProperty("optional", out JsonElement o) && o.GetBoolean();
            domain.Attribute(field.Name, Type(field.Value), optional: optional);
        }

        if (input.GetProperty("domain").TryGetProperty("constraints", out JsonElement constraints))
        {
            foreach (JsonElement constraint in constraints.EnumerateArray())
            {
                domain.Constraint(constraint.GetString()!);
            }
        }

        return new AnalysisInput
        {
            Domain = domain.Build(),
            HitPolicy = Enum.Parse<HitPolicyKind>(input.GetProperty("hitPolicy").GetString()!, ignoreCase: true),
            Rules = [.. input.GetProperty("rules").EnumerateArray().Select(r => AnalysisRule.Parse(
                r.GetProperty("id").GetString()!,
                r.GetProperty("when").GetString()!,
                Value(r.GetProperty("then")),
                r.TryGetProperty("priority", out JsonElement p) ? p.GetInt32() : 0))],
            HasDefault = input.TryGetProperty("default", out _),
        };
    }

    private static AttributeType Type(JsonElement type)
    {
        AttributeType plain = type.GetProperty("type").GetString() switch
        {
            "bool" => AttributeType.Bool,
            "enum" => AttributeType.Enumeration(type.GetProperty("values").EnumerateArray().Select(v => v.GetString()!)),
            "string" => AttributeType.String,
            "int" => AttributeType.Int,
            "decimal" => AttributeType.Decimal with { Scale = type.GetProperty("scale").GetInt32() },
            "double" => AttributeType.Double,
            "date" => AttributeType.Date,
            "timestamp" => AttributeType.Timestamp,
            var other => throw new InvalidOperationException($"Unknown type {other}."),
        };
        return plain with { Minimum = Limit(type, plain.Kind, "min"), Maximum = Limit(type, plain.Kind, "max") };
    }

    private static IComparable? Limit(JsonElement type, AttributeKind kind, string name)
    {
        if (!type.TryGetProperty(name, out JsonElement limit))
        {
            return null;
        }

        string text = limit.ValueKind == JsonValueKind.String ? limit.GetString()! : limit.GetRawText();
        return kind switch
        {
            AttributeKind.Int => long.Parse(text, CultureInfo.InvariantCulture),
            AttributeKind.Decimal => decimal.Parse(text, CultureInfo.InvariantCulture),
            AttributeKind.Double => double.Parse(text, CultureInfo.InvariantCulture),
            AttributeKind.Date => LocalDatePattern.Iso.Parse(text).Value,
            _ => OffsetDateTimePattern.ExtendedIso.Parse(text).Value.ToInstant(),
        };
    }

    private static RuleValue Value(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String => json.GetString()!,
        JsonValueKind.Number => new NumberValue(json.GetRawText()),
        JsonValueKind.True or JsonValueKind.False => json.GetBoolean(),
        JsonValueKind.Array => new ListValue(json.EnumerateArray().Select(Value)),
        JsonValueKind.Object => new MapValue(json.EnumerateObject().Select(p => KeyValuePair.Create(p.Name, Value(p.Value)))),
        _ => NullValue.Instance,
    };

    private static string Text(AnalysisFinding finding) => finding switch
    {
        OverlappingRules overlap => $"overlap {overlap.First},{overlap.Second} same={overlap.SameOutcome} {overlap.Certainty}",
        ShadowedRule shadowed => $"shadowed {shadowed.Rule} by {string.Join(',', shadowed.By)}" + Unless(shadowed.Certainty),
        GapInRules gap => $"gap {gap.Certainty}",
        _ => $"{finding.Kind} {string.Join(',', finding.Rules)}" + Unless(finding.Certainty),
    };

    private static string Unless(Certainty certainty) => certainty == Certainty.Proven ? string.Empty : " Undecided";

    private static string Text(JsonElement finding) => finding.GetProperty("kind").GetString() switch
    {
        "overlap" => $"overlap {Names(finding.GetProperty("rules"))} same={finding.GetProperty("sameOutcome").GetBoolean()} {Certain(finding)}",
        "shadowed" => $"shadowed {finding.GetProperty("rule").GetString()} by {Names(finding.GetProperty("by"))}",
        "gap" => $"gap {Certain(finding)}",
        "duplicate" => $"duplicate {Names(finding.GetProperty("rules"))}",
        var kind => $"{kind} {finding.GetProperty("rule").GetString()}",
    };

    private static string Certain(JsonElement finding) => Enum.Parse<Certainty>(finding.GetProperty("certainty").GetString()!, ignoreCase: true).ToString();

    private static string Names(JsonElement names) => string.Join(',', names.EnumerateArray().Select(n => n.GetString()));
}
