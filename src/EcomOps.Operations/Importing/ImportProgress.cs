namespace EcomOps.Operations.Importing;

/// <summary>How far reading a file has come.</summary>
/// <param name="BytesRead">Bytes taken from the file so far, compressed where it is.</param>
/// <param name="BytesTotal">Bytes of the file, or 0 if unknown.</param>
/// <param name="Rows">Rows read so far, rejected ones included.</param>
public readonly record struct ImportProgress(long BytesRead, long BytesTotal, long Rows);
