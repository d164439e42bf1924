namespace EcomOps.Operations.Importing;

/// <summary>What an order file holds, read to its end.</summary>
/// <param name="FileName">Name of the file, without folder.</param>
/// <param name="ContentHash">SHA-256 of the content after decompression, in lower-case hexadecimal; with a row's line it is the row's key.</param>
/// <param name="Rows">Rows that could be read, by line.</param>
/// <param name="Rejected">Rows that could not, by line.</param>
public sealed record OrderImport(string FileName, string ContentHash, IReadOnlyList<OrderRow> Rows, IReadOnlyList<RejectedRow> Rejected)
{
    /// <summary>Rows in the file, the header and blank lines not counted.</summary>
    public long Read => (long)Rows.Count + Rejected.Count;
}
