using System.Diagnostics.CodeAnalysis;
using EcomOps.Core;
using EcomOps.Rules.Diagnostics;

namespace EcomOps.Rules.Cel;

/// <summary>Outcome of <see cref="CelEnvironment.Compile"/>: a program, or everything that is wrong with the source.</summary>
/// <param name="Program">The program, or null when there is an error.</param>
/// <param name="Diagnostics">Problems; empty on success.</param>
public sealed record CelCompilation(CelProgram? Program, IReadOnlyList<Diagnostic> Diagnostics)
{
    /// <summary>Whether there is a program.</summary>
    [MemberNotNullWhen(true, nameof(Program))]
    public bool IsSuccess => Program is not null;

    /// <summary>The program, or all problems in one exception.</summary>
    /// <returns>The program.</returns>
    /// <exception cref="FormatException">The source has problems.</exception>
    public CelProgram Require() => Program ?? throw new FormatException(string.Join(Environment.NewLine, Diagnostics.Where(d => d.Severity == Severity.Error).Select(d => $"{d.Span}: {d.Message}")));
}
