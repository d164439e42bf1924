using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace EcomOps.Rules.Documents.Internal;

// One text for one model: members sorted by UTF-16 code unit, no white space, numbers normalised by NumberValue, only the escapes that JSON demands
// (as RFC 8785 does). Members at their default are left out.
internal static class CanonicalJson
{
    public static string Write(RuleSetDocument document)
    {
        var text = new StringBuilder(1024);
        Write(text, ToValue(document));
        return text.ToString();
    }

    public static string Write(RuleValue value)
    {
        var text = new StringBuilder(256);
        Write(text, value);
        return text.ToString();
    }

    public static string Hash(string canonical) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(canonical)));

    public static MapValue ToValue(RuleSetDocument d)
    {
        var map = new Members();
        map.Add("ruleSet", d.Id);
        map.Add("version", d.Version);
        map.Add("title", d.Title);
        map.Add("description", d.Description);
        map.Add("owner", d.Owner);
        map.Add("dialect", d.Dialect == RuleSetDocument.EcomOpsDialect ? null : d.Dialect);
        map.Add("facts", d.Facts);
        map.Add("zone", d.Zone == "UTC" ? null : d.Zone);
        map.Add("currency", d.Currency);
        map.Add("hitPolicy", d.HitPolicy.Text);
        map.Add("fold", d.Fold);
        map.Add("base", d.Base);
        map.Add("score", d.Score);
        map.Add("orderBy", d.OrderByPriority ? "priority" : null);
        map.Add("outcome", d.Outcome is null ? null : TypeValue(d.Outcome));
        map.Add("onError", d.OnError == ErrorPolicy.Skip ? "skip" : null);
        map.Add("budget", d.Budget is { } budget ? (RuleValue)budget : null);
        map.Add("tags", Texts(d.Tags));
        map.Add("use", Texts(d.Use));
        map.Add("variables", Many(d.Variables.Select(v => RuleValue.Map(("name", v.Name), ("expr", v.Expression)))));
        map.Add("lists", d.Lists.Count == 0 ? null : new MapValue(d.Lists.Select(l => KeyValuePair.Create(
            l.Name, l.Entries is null ? NullValue.Instance : (RuleValue)new ListValue(l.Entries.Select(e => (RuleValue)e))))));
        map.Add("rules", Many(d.Rules.Select(Rule)));
        map.Add("default", d.Default);
        map.Add("tests", Many(d.Tests.Select(Test)));
        return map.ToMap();
    }

    private static MapValue Rule(RuleDefinition r)
    {
        var map = new Members();
        map.Add("id", r.Id);
        map.Add("title", r.Title);
        map.Add("description", r.Description);
        map.Add("owner", r.Owner);
        map.Add("when", r.When);
        map.Add("then", r.Then);
        map.Add("priority", r.Priority is { } priority ? (RuleValue)priority : null);
        map.Add("score", r.Score);
        map.Add("from", r.From?.ToString());
        map.Add("until", r.Until?.ToString());
        map.Add("mode", r.Mode switch { RuleMode.Live => "live", RuleMode.Shadow => "shadow", RuleMode.Off => "off", _ => null });
        map.Add("tags", Texts(r.Tags));
        map.Add("rules", Many(r.Rules.Select(Rule)));
        return map.ToMap();
    }

    private static MapValue Test(RuleTest t)
    {
        var map = new Members();
        map.Add("name", t.Name);
        map.Add("at", t.At is { } at ? NodaTime.Text.InstantPattern.ExtendedIso.Format(at) : null);
        map.Add("given", t.Given.Members.Count == 0 ? null : t.Given);
        var expect = new Members();
        expect.Add("outcome", t.Expect.Outcome);
        expect.Add("matched", t.Expect.Matched is null ? null : new ListValue(t.Expect.Matched.Select(m => (RuleValue)m)));
        expect.Add("decision", t.Expect.Decision switch
        {
            DecisionKind.Decided => "decided",
            DecisionKind.NoMatch => "noMatch",
            DecisionKind.Conflict => "conflict",
            DecisionKind.Failed => "failed",
            DecisionKind.Residual => "residual",
            _ => null,
        });
        map.Add("expect", expect.ToMap());
        return map.ToMap();
    }

    private static RuleValue TypeValue(OutcomeType type) =>
        type.Members is { } members ? new MapValue(members.Select(m => KeyValuePair.Create(m.IsOptional ? m.Name + "?" : m.Name, TypeValue(m.Type))))
        : type.Values is { } values ? new ListValue(values.Select(v => (RuleValue)v))
        : type.Name;

    private static ListValue? Texts(ValueList<string> texts) => texts.Count == 0 ? null : new ListValue(texts.Select(t => (RuleValue)t));

    private static ListValue? Many(IEnumerable<MapValue> maps)
    {
        var list = new ListValue(maps);
        return list.Items.Count == 0 ? null : list;
    }

    private static void Write(StringBuilder text, RuleValue value)
    {
        switch (value)
        {
            case MapValue map:
                text.Append('{');
                string separator = string.Empty;
                foreach ((string name, RuleValue member) in map.Members.OrderBy(m => m.Key, StringComparer.Ordinal))
                {
                    text.Append(separator);
                    Write(text, name);
                    text.Append(':');
                    Write(text, member);
                    separator = ",";
                }

                text.Append('}');
                break;
            case ListValue list:
                text.Append('[');
                for (int i = 0; i < list.Items.Count; i++)
                {
                    if (i > 0)
                    {
                        text.Append(',');
                    }

                    Write(text, list.Items[i]);
                }

                text.Append(']');
                break;
            case TextValue s:
                Write(text, s.Value);
                break;
            default:
                text.Append(value);
                break;
        }
    }

    private static void Write(StringBuilder text, string value)
    {
        text.Append('"');
        foreach (char c in value)
        {
            _ = c switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append("\\\\"),
                '\n' => text.Append("\\n"),
                '\r' => text.Append("\\r"),
                '\t' => text.Append("\\t"),
                '\b' => text.Append("\\b"),
                '\f' => text.Append("\\f"),
                < ' ' => text.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
                _ => text.Append(c),
            };
        }

        text.Append('"');
    }

    private sealed class Members
    {
        private readonly List<KeyValuePair<string, RuleValue>> _members = [];

        public void Add(string name, RuleValue? value)
        {
            if (value is not null)
            {
                _members.Add(KeyValuePair.Create(name, value));
            }
        }

        public void Add(string name, string? value) => Add(name, value is null ? null : new TextValue(value));

        public MapValue ToMap() => new(_members);
    }
}
