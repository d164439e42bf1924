using EcomOps.Operations.Importing;

namespace EcomOps.Formats.Tables;

/// <summary>What a file holds: accepted and rejected rows, together every row that was read.</summary>
/// <typeparam name="T">Kind of row.</typeparam>
/// <param name="FileName">Name of the file.</param>
/// <param name="Rows">Readable rows, in the file's order.</param>
/// <param name="Rejected">Rows that could not be read, with line (row number in Parquet), code and remedy.</param>
public sealed record TableRows<T>(string FileName, IReadOnlyList<T> Rows, IReadOnlyList<RejectedRow> Rejected)
{
    /// <summary>Rows read: accepted and rejected.</summary>
    public int Read => Rows.Count + Rejected.Count;
}
