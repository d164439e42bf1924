using EcomOps.Rules.Vocabularies;
using EcomOps.Rules.Vocabularies.Internal;

namespace EcomOps.Rules.DecisionSets.Internal;

// One frame per thread and type of facts. A frame in use is not in the pool, so an accessor may evaluate another set.
internal static class FramePool
{
    [ThreadStatic]
    private static NamedFactFrame? _named;

    public static FactFrame Rent<TFacts>(TFacts facts, Vocabulary vocabulary)
        where TFacts : notnull
    {
        if (facts is Facts named)
        {
            if (!ReferenceEquals(named.Vocabulary, vocabulary))
            {
                throw new ArgumentException($"The facts are of vocabulary '{named.Vocabulary}', but the set reads '{vocabulary}'.", nameof(facts));
            }

            NamedFactFrame frame = _named is { } cached && ReferenceEquals(cached.Vocabulary, vocabulary)
                ? cached
                : new NamedFactFrame(vocabulary.Attributes.Count) { Vocabulary = vocabulary };
            _named = null;
            frame.Facts = named;
            return frame;
        }

        if (vocabulary is not Vocabulary<TFacts> typed)
        {
            throw new ArgumentException($"The set reads facts of {vocabulary.FactsType?.Name ?? "named values"}, not {typeof(TFacts).Name}.", nameof(facts));
        }

        TypedFactFrame<TFacts> one = Typed<TFacts>.Frame is { } kept && ReferenceEquals(kept.Vocabulary, vocabulary)
            ? kept
            : new TypedFactFrame<TFacts>(typed.Loaders) { Vocabulary = vocabulary };
        Typed<TFacts>.Frame = null;
        one.Facts = facts;
        return one;
    }

    public static void Return(FactFrame frame)
    {
        frame.Clear();
        if (frame is NamedFactFrame named)
        {
            _named = named;
        }
        else
        {
            frame.Keep();
        }
    }

    internal static class Typed<TFacts>
        where TFacts : notnull
    {
        [ThreadStatic]
        public static TypedFactFrame<TFacts>? Frame;
    }
}
