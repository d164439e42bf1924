namespace EcomOps.Operations.Importing;

/// <summary>A row that could not be read.</summary>
/// <param name="Line">Line of the file on which it begins; the header is line 1.</param>
/// <param name="Code">Why, in snake_case ("bad_date").</param>
/// <param name="Remedy">What is wrong and what to do about it, as a sentence.</param>
/// <param name="RawRow">The row as it stands in the file, without its line end; bytes that are no text are shown as U+FFFD. May hold personal data.</param>
public sealed record RejectedRow(long Line, string Code, string Remedy, string RawRow);
