using EcomOps.Rules.Cel.Internal.Evaluation;
using EcomOps.Rules.Cel.Internal.Nodes;
using EcomOps.Rules.Cel.Internal.Types;

namespace EcomOps.Rules.Cel.Internal.Functions;

// One form of a function: its types, how it is called when they are known, and how when they are not.
internal abstract class Overload
{
    protected Overload(string signature, int cost = 0)
    {
        Signature = signature;
        (Name, CelType? receiver, CelType[] parameters, Result) = TypeText.Signature(signature);
        IsMember = receiver is not null;
        Parameters = receiver is null ? parameters : [receiver, .. parameters];
        IsGeneric = Parameters.Append(Result).Any(t => t.Kind == CelTypeKind.Parameter || t.Parameters.Count > 0);
        Cost = cost;
    }

    public string Signature { get; }

    /// <summary>Full name, with its namespace.</summary>
    public string Name { get; }

    public bool IsMember { get; }

    /// <summary>Types of the arguments, the receiver first.</summary>
    public CelType[] Parameters { get; }

    public CelType Result { get; }

    /// <summary>Whether type parameters may occur.</summary>
    public bool IsGeneric { get; }

    /// <summary>Cost in nodes beside that of the call and the texts.</summary>
    public int Cost { get; }

    /// <summary>Whether constant arguments give a constant.</summary>
    public virtual bool IsFoldable => true;

    public abstract Node Build(Node[] arguments);

    public abstract Status Invoke(CelFrame frame, object?[] arguments, out object? value);

    /// <summary>Whether the arguments, as values, have the types of this form.</summary>
    public bool Takes(object?[] arguments)
    {
        if (arguments.Length != Parameters.Length)
        {
            return false;
        }

        for (int i = 0; i < arguments.Length; i++)
        {
            if (!ValueTypes.Fits(arguments[i], Parameters[i].Kind))
            {
                return false;
            }
        }

        return true;
    }
}
