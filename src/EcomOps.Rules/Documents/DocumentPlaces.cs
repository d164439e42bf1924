using EcomOps.Rules.Diagnostics;
using EcomOps.Rules.Documents.Internal;

namespace EcomOps.Rules.Documents;

/// <summary>Where the parts of a model stand in its text.</summary>
/// <remarks>Immutable and thread-safe once read.</remarks>
public sealed class DocumentPlaces
{
    private readonly DocumentOrigins? _origins;

    internal DocumentPlaces(DocumentOrigins? origins) => _origins = origins;

    /// <summary>No text: every span is empty.</summary>
    public static DocumentPlaces None { get; } = new(null);

    /// <summary>Place of a part, or of the nearest part around it that has one.</summary>
    /// <param name="path">Path, for example <c>rules[2].when</c>.</param>
    /// <returns>The span; all zero for a model without text.</returns>
    public SourceSpan Find(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return _origins is null ? default : ToSpan(_origins.Find(path));
    }

    /// <summary>Place of a range inside an expression.</summary>
    /// <param name="path">Path of the expression, for example <c>rules[2].when</c>.</param>
    /// <param name="start">First character, from 0.</param>
    /// <param name="length">Characters.</param>
    /// <returns>The span; of a table, the cell.</returns>
    public SourceSpan Find(string path, int start, int length)
    {
        ArgumentNullException.ThrowIfNull(path);
        return _origins is null ? default : ToSpan(_origins.Find(path, start, length));
    }

    internal SourceSpan ToSpan((int Start, int Length) place)
    {
        (int line, int column) = _origins!.Source.At(Math.Clamp(place.Start, 0, _origins.Source.Text.Length));
        return new SourceSpan(place.Start, place.Length, line, column);
    }

    internal SourceSpan ToSpan(Problem problem) => _origins is null ? default : ToSpan((problem.Start, problem.Length));
}
