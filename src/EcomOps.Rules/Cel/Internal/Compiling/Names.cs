using EcomOps.Rules.DecisionSets;

namespace EcomOps.Rules.Cel.Internal.Compiling;

// The names that an expression may read.
internal abstract class Names
{
    /// <summary>Lists of texts by name.</summary>
    public virtual IReadOnlyDictionary<string, NamedList> Lists { get; } = new Dictionary<string, NamedList>();

    /// <summary>All names, for suggestions.</summary>
    public abstract IEnumerable<string> All { get; }

    /// <summary>What a full name stands for, or null.</summary>
    public abstract Expr? Find(string name);

    /// <summary>Whether a declared name begins with this one and a dot.</summary>
    public abstract bool IsGroup(string name);

    /// <summary>has(name), or null when presence cannot be asked.</summary>
    public virtual Expr? Presence(string name) => null;

    /// <summary>The optional of a name that may be absent, or null.</summary>
    public virtual Expr? Optional(string name) => null;

    /// <summary>What belongs into the message about an unknown name.</summary>
    public virtual string Unknown(string name) => $"'{name}' is not declared.";
}
