namespace EcomOps.Rules.Vocabularies;

/// <summary>A type of facts that brings its vocabulary, so that a set in C# needs no other mention of it.</summary>
/// <typeparam name="TSelf">The type itself.</typeparam>
public interface IFacts<TSelf>
    where TSelf : IFacts<TSelf>
{
    /// <summary>The vocabulary of the type; the same instance at each call.</summary>
    static abstract Vocabulary<TSelf> Vocabulary { get; }
}
