using System.Text.Json;

namespace EcomOps.Conformance.Tests.Harness;

/// <summary>Answers the cases of one or more kinds of one file. Found by reflection; needs a public parameterless constructor.</summary>
public interface ICaseRunner
{
    /// <summary>File name, for example <c>catalog-cases.json</c>.</summary>
    string File { get; }

    /// <summary>Kinds this runner answers (see <see cref="CaseFile"/>); each kind of a file belongs to one runner.</summary>
    IEnumerable<string> Kinds { get; }

    /// <summary>Runs one case with xunit assertions; returns when it passes.</summary>
    void Run(CaseRow row, JsonElement element, JsonElement root);
}
