using EcomOps.Rules.Cel;
using EcomOps.Rules.Cel.Internal.Compiling;
using EcomOps.Rules.Cel.Internal.Nodes;
using EcomOps.Rules.Vocabularies;

namespace EcomOps.Rules.DecisionSets.Internal.Expressions;

// The names of a decision set: attributes, variables, now and today. A variable hides attributes that begin with its name.
internal sealed class VocabularyNames(Vocabulary vocabulary, IReadOnlySet<string> variables, Func<string, Expr?> variable, IReadOnlyDictionary<string, NamedList> lists) : Names
{
    public override IReadOnlyDictionary<string, NamedList> Lists => lists;

    public override IEnumerable<string> All => vocabulary.Attributes.Select(a => a.Path).Concat(variables);

    public override Expr? Find(string name)
    {
        if (variables.Contains(name))
        {
            return variable(name);
        }

        return name switch
        {
            "now" => new Expr(new NowNode(), CelType.Timestamp, 1),
            "today" => new Expr(new TodayNode(), CelType.Date, 1),
            _ => Attribute(name) is >= 0 and var index ? Read(index) : null,
        };
    }

    public override bool IsGroup(string name)
    {
        foreach (VocabularyAttribute attribute in vocabulary.Attributes)
        {
            if (attribute.Path.Length > name.Length && attribute.Path[name.Length] == '.' && attribute.Path.StartsWith(name, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    public override Expr? Presence(string name) => Attribute(name) is >= 0 and var index ? new Expr(new PresenceNode(index), CelType.Bool, 1) : null;

    public override Expr? Optional(string name)
    {
        if (Attribute(name) is not (>= 0 and var index))
        {
            return null;
        }

        Expr read = Read(index);
        return new Expr(new OptionalAttributeNode(index, read.Node), CelType.OptionalOf(read.Type), 2, read.Size);
    }

    public override string Unknown(string name) => $"'{name}' is neither an attribute of {vocabulary} nor a variable.";

    private int Attribute(string name)
    {
        int index = vocabulary.IndexOf(name);
        if (index < 0 || variables.Count == 0)
        {
            return index;
        }

        int dot = name.IndexOf('.', StringComparison.Ordinal);
        return variables.Contains(dot < 0 ? name : name[..dot]) ? -1 : index;
    }

    private Expr Read(int index)
    {
        AttributeType type = vocabulary.Attributes[index].Type;
        var read = new Expr(SlotReaders.Node(index, type.Kind), CelType.Of(type), 1) { Declared = type };
        return type.MaximumSize is { } size ? read with { Size = size } : read;
    }
}
