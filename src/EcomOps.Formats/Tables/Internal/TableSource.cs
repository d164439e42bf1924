namespace EcomOps.Formats.Tables.Internal;

/// <summary>A file of rows, one after the other; what the format is stays behind it.</summary>
internal abstract class TableSource : IAsyncDisposable
{
    /// <summary>Names of the columns; null where every row names its own.</summary>
    public abstract IReadOnlyList<string>? Columns { get; }

    /// <summary>Place of the row at hand: its line, or its number where a file has no lines.</summary>
    public long Line { get; protected set; }

    /// <summary>Why the row at hand cannot be split into cells; null when it can.</summary>
    public (string Code, string Remedy)? Rejection { get; protected set; }

    /// <summary>Goes on to the next row; false at the end.</summary>
    public abstract ValueTask<bool> NextAsync(CancellationToken cancellationToken);

    /// <summary>A cell of the row at hand, without white space at its ends; empty when there is none. Columns are named as in <see cref="Columns"/>, whatever the case.</summary>
    public abstract string Text(string column);

    /// <summary>The row at hand as it stands in the file.</summary>
    public abstract string Raw();

    public abstract ValueTask DisposeAsync();
}
