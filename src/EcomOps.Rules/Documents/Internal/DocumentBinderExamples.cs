using NodaTime;
using NodaTime.Text;

namespace EcomOps.Rules.Documents.Internal;

// The examples of a set.
internal sealed partial class DocumentBinder
{
    private static readonly (string, DecisionKind)[] Decisions =
        [("decided", DecisionKind.Decided), ("noMatch", DecisionKind.NoMatch), ("conflict", DecisionKind.Conflict), ("failed", DecisionKind.Failed), ("residual", DecisionKind.Residual)];

    private ValueList<RuleTest> Tests(MemberReader members)
    {
        List<RuleTest> tests = [];
        foreach (DocumentNode node in members.Sequence("tests"))
        {
            if (Map(node, "tests", "examples with name, given and expect") is not { } map)
            {
                continue;
            }

            MemberReader test = Reader(map, $"tests[{tests.Count}]");
            string? name = test.Text("name", 500);
            Instant? at = InstantOf(test, "at");
            var given = Literal(test, "given");
            DocumentNode? expect = test.Take("expect");
            test.RefuseOthers();
            TestExpectation? expectation = Expectation(test, expect);
            if (name is null)
            {
                test.Missing("name", "reports name the example.");
            }
            else if (tests.Exists(t => t.Name == name))
            {
                (int start, int length) = Origins.Find(test.PathOf("name"));
                problems.Error(DocumentCodes.DuplicateId, test.PathOf("name"), start, length, $"Two examples are named '{YamlTree.Shorten(name)}'.");
            }

            if (given is not (null or MapValue))
            {
                (int start, int length) = Origins.Find(test.PathOf("given"));
                problems.Error(DocumentCodes.WrongShape, test.PathOf("given"), start, length, "'given' takes a map of facts.");
            }

            if (name is not null && expectation is not null)
            {
                tests.Add(new RuleTest { Name = name, At = at, Given = given as MapValue ?? MapValue.Empty, Expect = expectation });
            }
        }

        return tests.ToValueList();
    }

    private TestExpectation? Expectation(MemberReader test, DocumentNode? node)
    {
        if (node is null)
        {
            test.Missing("expect", "say what the decision must show: outcome, matched or decision.");
            return null;
        }

        if (node.Kind != NodeKind.Mapping)
        {
            test.Wrong(node, "expect", "a map with outcome, matched or decision");
            return null;
        }

        MemberReader members = Reader(node, test.PathOf("expect"));
        bool hasMatched = members.Names.Contains("matched");
        ValueList<string> matched = members.Texts("matched");
        var expectation = new TestExpectation
        {
            Outcome = Literal(members, "outcome"),
            Matched = hasMatched ? matched : null,
            Decision = members.Choice("decision", Decisions),
        };
        members.RefuseOthers();
        if (expectation.Outcome is null && expectation.Matched is null && expectation.Decision is null)
        {
            members.Missing("outcome", "an example must expect something: outcome, matched or decision.");
        }

        return expectation;
    }

    private Instant? InstantOf(MemberReader members, string name)
    {
        string? text = members.Text(name, 100);
        if (text is null)
        {
            return null;
        }

        if (OffsetDateTimePattern.ExtendedIso.Parse(text) is { Success: true } result)
        {
            return result.Value.ToInstant();
        }

        (int start, int length) = Origins.Find(members.PathOf(name));
        problems.Error(DocumentCodes.BadValue, members.PathOf(name), start, length, $"'{text}' is not an instant such as 2026-11-10T10:00:00Z.");
        return null;
    }
}
