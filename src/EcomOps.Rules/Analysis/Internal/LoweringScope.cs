using EcomOps.Rules.Cel;

namespace EcomOps.Rules.Analysis.Internal;

// Names that conditions may use: fields of the domain, variables of the document, names bound inside an expression.
internal sealed class LoweringScope
{
    private readonly Dictionary<string, Field> _fields;
    private readonly Dictionary<string, CelNode> _variables;
    private readonly HashSet<string> _open = new(StringComparer.Ordinal);

    public LoweringScope(IReadOnlyList<Field> fields, IReadOnlyDictionary<string, CelNode> variables, string? currency)
    {
        Fields = fields;
        Currency = currency;
        _fields = fields.ToDictionary(f => f.Path, StringComparer.Ordinal);
        _variables = new Dictionary<string, CelNode>(variables, StringComparer.Ordinal);
    }

    public IReadOnlyList<Field> Fields { get; }

    public string? Currency { get; }

    public Field? Find(string path) => _fields.GetValueOrDefault(path);

    // The dotted path of a chain of plain selections; null for anything else, and for what begins with a variable.
    public string? PathOf(CelNode node) => node switch
    {
        CelIdentifier identifier when !_variables.ContainsKey(identifier.Name) => identifier.Name,
        CelSelect { IsTest: false, IsOptional: false } select => PathOf(select.Operand) is { } operand ? operand + "." + select.Field : null,
        _ => null,
    };

    public Field? FieldOf(CelNode node) => PathOf(node) is { } path ? Find(path) : null;

    // The expression behind a variable, or null; null also inside the variable's own expression.
    public CelNode? Variable(CelNode node) =>
        node is CelIdentifier identifier && !_open.Contains(identifier.Name) ? _variables.GetValueOrDefault(identifier.Name) : null;

    public T Within<T>(CelNode variable, Func<T> action)
    {
        string name = ((CelIdentifier)variable).Name;
        _open.Add(name);
        try
        {
            return action();
        }
        finally
        {
            _open.Remove(name);
        }
    }

    public void Bind(string name, CelNode value) => _variables[name] = value;

    public void Unbind(string name) => _variables.Remove(name);

    public bool ReadsOptional(Term term)
    {
        SortedSet<int> fields = [];
        AtomPlanner.FieldsOf(term, fields);
        return fields.Any(f => Fields[f].IsOptional);
    }

    // Fields whose absence makes the whole expression fail: those read outside of anything that can absorb an error.
    public void StrictFields(CelNode node, ISet<int> found)
    {
        if (FieldOf(node) is { } field)
        {
            found.Add(field.Index);
            return;
        }

        if (Variable(node) is { } value)
        {
            Within(node, () =>
            {
                StrictFields(value, found);
                return true;
            });
            return;
        }

        if (node is CelCall or CelIndex or CelList or CelUnary || node is CelSelect { IsTest: false, IsOptional: false }
            || (node is CelBinary binary && binary.Operator is not (CelOperator.And or CelOperator.Or)))
        {
            foreach (CelNode child in node.Children.Where(c => !IsMethodOnOptional(node, c)))
            {
                StrictFields(child, found);
            }
        }
    }

    // The text that identifies an expression: variables are written out, so that equal text means equal value.
    public string Key(CelNode node)
    {
        string key = NodeKey.Of(node);
        SortedDictionary<string, string> used = new(StringComparer.Ordinal);
        Collect(node, used);
        return used.Count == 0 ? key : key + " where " + string.Join(", ", used.Select(u => u.Key + " = " + u.Value));
    }

    private void Collect(CelNode node, SortedDictionary<string, string> used)
    {
        if (node is CelIdentifier identifier && _variables.TryGetValue(identifier.Name, out CelNode? value) && used.TryAdd(identifier.Name, NodeKey.Of(value)))
        {
            Collect(value, used);
        }

        foreach (CelNode child in node.Children)
        {
            Collect(child, used);
        }
    }

    private static bool IsMethodOnOptional(CelNode node, CelNode child) =>
        node is CelCall { Function: "orValue" or "or" or "hasValue" } call && call.Target == child;
}
