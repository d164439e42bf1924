using NodaTime;
using NodaTime.Text;

namespace EcomOps.Rules.Documents.Internal;

// From the tree to the model. Each part that is wrong is reported and left out; binding goes on, so that an author sees all problems at once.
internal sealed partial class DocumentBinder(SourceText source, Problems problems, Func<string, string?>? files)
{
    private static readonly (string, RuleMode)[] Modes = [("live", RuleMode.Live), ("shadow", RuleMode.Shadow), ("off", RuleMode.Off)];
    private static readonly (string, ErrorPolicy)[] ErrorPolicies = [("fail", ErrorPolicy.Fail), ("skip", ErrorPolicy.Skip)];
    private static readonly (string, bool)[] Orders = [("document", false), ("priority", true)];

    private int _rules;

    public DocumentOrigins Origins { get; } = new(source);

    public RuleSetDocument? Bind(DocumentNode root)
    {
        if (root.Kind != NodeKind.Mapping)
        {
            problems.Error(DocumentCodes.WrongShape, "", root.Start, 1, "A rule set is a map with members such as ruleSet, hitPolicy and rules.");
            return null;
        }

        MemberReader members = Reader(root, "");
        string? id = members.Text("ruleSet", 200);
        if (id is null)
        {
            members.Missing("ruleSet", "it is the id of the set, for example checkout/screening.");
        }
        else if (!RuleIds.IsSetId(id))
        {
            BadId(members, "ruleSet", id);
        }

        OutcomeType? outcome = Outcome(members);
        var document = new RuleSetDocument
        {
            Id = id ?? "unnamed",
            Version = (int)(members.Whole("version", 1, int.MaxValue) ?? 1),
            Title = members.Text("title"),
            Description = members.Text("description"),
            Owner = members.Text("owner"),
            Dialect = Dialect(members),
            Facts = members.Text("facts", 200),
            Zone = Zone(members),
            Currency = Currency(members),
            HitPolicy = Policy(members),
            Fold = members.Text("fold", 200),
            Base = Literal(members, "base"),
            Score = members.Expression("score"),
            OrderByPriority = members.Choice("orderBy", Orders) ?? false,
            Outcome = outcome,
            OnError = members.Choice("onError", ErrorPolicies) ?? ErrorPolicy.Fail,
            Budget = members.Whole("budget", 1, 10_000_000),
            Tags = members.Texts("tags"),
            Use = members.Texts("use"),
            Variables = Variables(members),
            Lists = Lists(members),
            Rules = RulesAndTable(members, outcome),
            Default = Literal(members, "default"),
            Tests = Tests(members),
        };
        members.RefuseOthers();
        return document;
    }

    private MemberReader Reader(DocumentNode map, string path)
    {
        Origins.Add(path, map);
        return new MemberReader(map, path, problems, Origins);
    }

    private void BadId(MemberReader members, string name, string id)
    {
        (int start, int length) = Origins.Find(members.PathOf(name));
        problems.Error(DocumentCodes.BadId, members.PathOf(name), start, length, name == "ruleSet"
            ? $"'{YamlTree.Shorten(id)}' is not an id of a set: use parts of letters, digits, '_', '-' and '.' joined by slashes, at most 200 characters."
            : $"'{YamlTree.Shorten(id)}' is not an id of a rule: use letters, digits, '_', '-' and '.', at most 100 characters.");
    }

    private static string Dialect(MemberReader members)
    {
        string? text = members.Text("dialect");
        if (text is not (null or RuleSetDocument.EcomOpsDialect or RuleSetDocument.PlainDialect))
        {
            members.BadValue("dialect", text, [RuleSetDocument.EcomOpsDialect, RuleSetDocument.PlainDialect]);
            text = null;
        }

        return text ?? RuleSetDocument.EcomOpsDialect;
    }

    private string Zone(MemberReader members)
    {
        string? text = members.Text("zone", 100);
        if (text is null || DateTimeZoneProviders.Tzdb.GetZoneOrNull(text) is not null)
        {
            return text ?? "UTC";
        }

        string? nearest = NearestName.Of(text, DateTimeZoneProviders.Tzdb.Ids);
        (int start, int length) = Origins.Find("zone");
        problems.Error(DocumentCodes.BadValue, "zone", start, length,
            $"'{text}' is not an IANA time zone." + (nearest is null ? "" : $" Did you mean {nearest}?"), nearest);
        return "UTC";
    }

    private string? Currency(MemberReader members)
    {
        string? text = members.Text("currency", 100);
        if (text is null || EcomOps.Core.Currency.TryFromCode(text, out _))
        {
            return text;
        }

        (int start, int length) = Origins.Find("currency");
        problems.Error(DocumentCodes.BadValue, "currency", start, length, $"'{text}' is not an ISO 4217 currency code such as EUR.");
        return null;
    }

    private static HitPolicy Policy(MemberReader members)
    {
        string? text = members.Text("hitPolicy", 100);
        if (text is null)
        {
            return HitPolicy.First;
        }

        if (HitPolicy.TryParse(text, out HitPolicy? policy))
        {
            return policy;
        }

        members.BadValue("hitPolicy", text, HitPolicy.All.Select(p => p.Text));
        return HitPolicy.First;
    }

    private OutcomeType? Outcome(MemberReader members)
    {
        DocumentNode? node = members.Take("outcome");
        return node is null ? null : OutcomeTypeOf(node, "outcome", allowMap: true);
    }

    private OutcomeType? OutcomeTypeOf(DocumentNode node, string path, bool allowMap)
    {
        Origins.Add(path, node);
        switch (node.Kind)
        {
            case NodeKind.Scalar when OutcomeType.SimpleNames.Contains(node.Text):
                return OutcomeType.Of(node.Text);
            case NodeKind.Scalar:
                string? nearest = NearestName.Of(node.Text, OutcomeType.SimpleNames);
                problems.Error(DocumentCodes.OutcomeType, path, node.Start, Math.Max(1, node.End - node.Start),
                    $"'{YamlTree.Shorten(node.Text)}' is not a type of outcomes; types are {string.Join(", ", OutcomeType.SimpleNames)}, a list of texts, or a map of these." + (nearest is null ? "" : $" Did you mean {nearest}?"), nearest);
                return null;
            case NodeKind.Sequence when node.Items.Count > 0 && node.Items.TrueForAll(i => i.Kind == NodeKind.Scalar):
                return OutcomeType.Enumeration(node.Items.Select(i => i.Text).Distinct(StringComparer.Ordinal));
            case NodeKind.Mapping when allowMap && node.Members.Count > 0:
                List<OutcomeMember> found = [];
                foreach ((DocumentNode key, DocumentNode value) in node.Members)
                {
                    bool optional = key.Text.EndsWith('?');
                    string name = optional ? key.Text[..^1] : key.Text;
                    if (OutcomeTypeOf(value, path + "." + name, allowMap: false) is { } type && found.TrueForAll(m => m.Name != name))
                    {
                        found.Add(new OutcomeMember(name, type, optional));
                    }
                }

                return OutcomeType.Map(found);
            default:
                problems.Error(DocumentCodes.OutcomeType, path, node.Start, 1, "A type is a name such as int, a list of allowed texts, or (at the top) a map of members to types.");
                return null;
        }
    }

    private ValueList<RuleVariable> Variables(MemberReader members)
    {
        List<RuleVariable> variables = [];
        IReadOnlyList<DocumentNode> nodes = members.Sequence("variables");
        for (int i = 0; i < nodes.Count; i++)
        {
            if (Map(nodes[i], "variables", "{ name, expr }") is not { } map)
            {
                continue;
            }

            // Written paths use the index of the model, which leaves out what could not be read.
            MemberReader variable = Reader(map, $"variables[{variables.Count}]");
            string? name = variable.Text("name", 100);
            string? expression = variable.Expression("expr");
            variable.RefuseOthers();
            if (name is null || !RuleIds.IsIdentifier(name))
            {
                (int start, int length) = Origins.Find(variable.PathOf("name"));
                problems.Error(DocumentCodes.BadId, variable.PathOf("name"), start, length, "A variable has a name of letters, digits and '_' that does not begin with a digit.");
            }
            else if (expression is null)
            {
                variable.Missing("expr", "it is the CEL expression of the variable.");
            }
            else if (variables.Exists(v => v.Name == name))
            {
                (int start, int length) = Origins.Find(variable.PathOf("name"));
                problems.Error(DocumentCodes.DuplicateId, variable.PathOf("name"), start, length, $"Variable '{name}' is defined twice.");
            }
            else
            {
                variables.Add(new RuleVariable(name, expression));
            }
        }

        return variables.ToValueList();
    }

    private ValueList<ListDefinition> Lists(MemberReader members)
    {
        DocumentNode? node = members.Take("lists");
        if (node is null)
        {
            return [];
        }

        if (node.Kind == NodeKind.Sequence && node.Items.TrueForAll(i => i.Kind == NodeKind.Scalar && !i.IsNull))
        {
            return node.Items.Select(i => new ListDefinition { Name = i.Text }).DistinctBy(l => l.Name).ToValueList();
        }

        if (node.Kind != NodeKind.Mapping)
        {
            members.Wrong(node, "lists", "names of lists that the host supplies, or a map of names to entries");
            return [];
        }

        List<ListDefinition> lists = [];
        foreach ((DocumentNode key, DocumentNode value) in node.Members)
        {
            string path = "lists." + key.Text;
            Origins.Add(path, value);
            if (value.IsNull)
            {
                lists.Add(new ListDefinition { Name = key.Text });
            }
            else if (value.Kind == NodeKind.Sequence && value.Items.TrueForAll(i => i.Kind == NodeKind.Scalar && !i.IsNull))
            {
                lists.Add(new ListDefinition { Name = key.Text, Entries = value.Items.Select(i => i.Text).ToValueList() });
            }
            else
            {
                problems.Error(DocumentCodes.WrongShape, path, value.Start, 1, "A list holds texts, or nothing when the host supplies it.");
            }
        }

        return lists.DistinctBy(l => l.Name).ToValueList();
    }

    private ValueList<RuleDefinition> RulesAndTable(MemberReader members, OutcomeType? outcome)
    {
        List<RuleDefinition> rules = [];
        List<string> names = [.. members.Names];
        bool tableFirst = names.IndexOf("table") is >= 0 and int t && names.IndexOf("rules") is int r && (r < 0 || t < r);
        if (tableFirst)
        {
            Table(members, outcome, rules);
        }

        Rules(members.Sequence("rules"), members.PathOf("rules"), rules, 1);
        if (!tableFirst)
        {
            Table(members, outcome, rules);
        }

        return rules.ToValueList();
    }

    private void Table(MemberReader members, OutcomeType? outcome, List<RuleDefinition> rules)
    {
        if (members.Take("table") is not { } node)
        {
            return;
        }

        if (node.Kind != NodeKind.Mapping)
        {
            members.Wrong(node, "table", "a map with columns and rows, or csv, markdown or file");
            return;
        }

        new Tables.Internal.TableBinder(source, problems, Origins, files).Bind(Reader(node, "table"), outcome, rules);
    }

    private void Rules(IReadOnlyList<DocumentNode> nodes, string path, List<RuleDefinition> rules, int depth)
    {
        foreach (DocumentNode node in nodes)
        {
            if (Map(node, "rules", "rules with id, when and then") is not { } map)
            {
                continue;
            }

            if (++_rules > DocumentLimits.MaximumRules || depth > 8)
            {
                problems.Error(DocumentCodes.TooDeep, path, node.Start, 1, depth > 8 ? "Rules nest at most 8 levels deep." : $"A set has at most {DocumentLimits.MaximumRules} rules.");
                return;
            }

            MemberReader members = Reader(map, $"{path}[{rules.Count}]");
            string? id = members.Text("id", 200);
            if (id is null)
            {
                members.Missing("id", "each rule has an id that decisions and reports name.");
            }
            else if (!RuleIds.IsRuleId(id))
            {
                BadId(members, "id", id);
            }

            List<RuleDefinition> nested = [];
            Rules(members.Sequence("rules"), members.PathOf("rules"), nested, depth + 1);
            var rule = new RuleDefinition
            {
                Id = id ?? $"rule-{rules.Count + 1}",
                Title = members.Text("title"),
                Description = members.Text("description"),
                Owner = members.Text("owner"),
                When = members.Expression("when"),
                Then = Literal(members, "then"),
                Priority = (int?)members.Whole("priority", int.MinValue, int.MaxValue),
                Score = members.Expression("score"),
                From = Date(members, "from"),
                Until = Date(members, "until"),
                Mode = members.Choice("mode", Modes),
                Tags = members.Texts("tags"),
                Rules = nested.ToValueList(),
            };
            members.RefuseOthers();
            rules.Add(rule);
        }
    }

    private EffectiveDate? Date(MemberReader members, string name)
    {
        string? text = members.Text(name, 100);
        if (text is null || EffectiveDate.TryParse(text, out EffectiveDate? date))
        {
            return text is null ? null : EffectiveDate.TryParse(text, out EffectiveDate? parsed) ? parsed : null;
        }

        (int start, int length) = Origins.Find(members.PathOf(name));
        problems.Error(DocumentCodes.BadValue, members.PathOf(name), start, length, $"'{text}' is not a day such as 2026-11-27 or an instant such as 2026-11-27T18:00:00Z.");
        return null;
    }

    private DocumentNode? Map(DocumentNode node, string name, string expected)
    {
        if (node.Kind == NodeKind.Mapping)
        {
            return node;
        }

        problems.Error(DocumentCodes.WrongShape, name, node.Start, 1, $"'{name}' takes {expected}.");
        return null;
    }

    private RuleValue? Literal(MemberReader members, string name) =>
        members.Take(name) is { } node ? ValueOf(node, members.PathOf(name)) : null;

    /// <summary>The literal of a node; an expression keeps the places of its characters.</summary>
    internal RuleValue ValueOf(DocumentNode node, string path)
    {
        Origins.Add(path, node);
        switch (node.Kind)
        {
            case NodeKind.Sequence:
                return new ListValue(node.Items.Select((item, i) => ValueOf(item, $"{path}[{i}]")));
            case NodeKind.Mapping:
                return new MapValue(node.Members.DistinctBy(m => m.Key.Text).Select(m => KeyValuePair.Create(m.Key.Text, ValueOf(m.Value, path + "." + m.Key.Text))));
            default:
                if (node.IsNull)
                {
                    return NullValue.Instance;
                }

                if (node.IsBool)
                {
                    return new BoolValue(node.Text == "true");
                }

                if (node.IsNumber && NumberOf(node.Text) is { } number)
                {
                    return number;
                }

                if (node.Text.StartsWith('='))
                {
                    Origins.AddText(path, TextOrigin.Of(node, 1));
                }

                return new TextValue(node.Text);
        }
    }

    internal static NumberValue? NumberOf(string text)
    {
        // A number of a thousand digits is data gone wrong, not a number; it stays a text and meets the outcome's type as such.
        return text.Length <= 100 && !(text.AsSpan().ContainsAny('e', 'E') && double.IsInfinity(double.Parse(text, System.Globalization.CultureInfo.InvariantCulture)))
            ? new NumberValue(text)
            : null;
    }
}
