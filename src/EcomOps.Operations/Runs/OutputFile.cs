namespace EcomOps.Operations.Runs;

/// <summary>A file whose whole content another format decides, such as a product feed or a rule document.</summary>
/// <param name="Name">File name with extension, relative to the run's folder.</param>
/// <param name="Content">The bytes of the file.</param>
public sealed record OutputFile(string Name, ReadOnlyMemory<byte> Content);
