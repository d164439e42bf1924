namespace EcomOps.Analytics.Recommendations;

/// <summary>A fitted model that scores items for somebody who bought, viewed or carted some.</summary>
/// <remarks>
/// Contract for implementations: a pure function of the history, the same on any thread; scores are finite; a higher score is a better
/// recommendation and 0 or less means "no reason to recommend". Items of the history are left out by the caller, not by the model.
/// </remarks>
public interface IRecommender
{
    /// <summary>Short name of the method.</summary>
    string Name { get; }

    /// <summary>The interactions that it was fitted to: they number the items.</summary>
    Interactions FittedTo { get; }

    /// <summary>Scores every item.</summary>
    /// <param name="history">Numbers of the known items, ascending, each once; may be empty.</param>
    /// <param name="scores">Receives a score an item; as long as there are items. Overwritten.</param>
    void Score(ReadOnlySpan<int> history, Span<double> scores);
}
