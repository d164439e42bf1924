using EcomOps.Operations.Documents;
using EcomOps.Operations.History;

namespace EcomOps.Operations.Runs;

/// <summary>What an operations run gives: the content of the ten artefacts, free of any drawing or file.</summary>
/// <remarks>Equal inputs give equal content in equal order. Immutable and thread-safe.</remarks>
public sealed record OperationsReport
{
    /// <summary>Name of the dashboard's file, without extension.</summary>
    public const string DashboardName = "07-dashboard";

    /// <summary>How the source was read.</summary>
    public required ImportSummary Import { get; init; }

    /// <summary>The artefacts that are documents, by name: all but the dashboard.</summary>
    public required IReadOnlyList<Document> Documents { get; init; }

    /// <summary>The dashboard, artefact 7.</summary>
    public required DashboardModel Dashboard { get; init; }

    /// <summary>Tables for machines, by name.</summary>
    public required IReadOnlyList<OutputTable> Tables { get; init; }

    /// <summary>Files in formats of their own (feeds, rule documents), by name.</summary>
    public required IReadOnlyList<OutputFile> Files { get; init; }

    /// <summary>Headlines for a terminal, most important first.</summary>
    public required IReadOnlyList<KeyFigure> KeyFigures { get; init; }
}
