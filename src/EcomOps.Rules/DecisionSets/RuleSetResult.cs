using EcomOps.Rules.Diagnostics;
using EcomOps.Rules.Documents;

namespace EcomOps.Rules.DecisionSets;

/// <summary>What reading and checking a document gave: the set when there are no errors, the model when it could be read, and all diagnostics.</summary>
public sealed class RuleSetResult
{
    internal RuleSetResult(string name, RuleSet? set, RuleSetDocument? document, DocumentPlaces places, IReadOnlyList<Diagnostic> diagnostics)
    {
        Name = name;
        Set = set;
        Document = document;
        Places = places;
        Diagnostics = diagnostics;
    }

    /// <summary>Name of the text.</summary>
    public string Name { get; }

    /// <summary>The compiled set; null when there is an error.</summary>
    public RuleSet? Set { get; }

    /// <summary>The model, also when it has errors; null when the text could not be read at all.</summary>
    public RuleSetDocument? Document { get; }

    /// <summary>Places of the model's parts in the text.</summary>
    public DocumentPlaces Places { get; }

    /// <summary>Errors and warnings in order of place.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; }

    /// <summary>The set, or an exception with all problems.</summary>
    /// <returns>The compiled set.</returns>
    /// <exception cref="RuleSetException">There is an error.</exception>
    public RuleSet Require() => Set ?? throw new RuleSetException(Name, Diagnostics);
}
