using System.Reflection;
using Xunit.Sdk;

namespace EcomOps.Conformance.Tests.Harness;

/// <summary>Rows of a case file that must pass: all kinds but the pending ones.</summary>
/// <remarks>With nothing to run it gives one sentinel row, because xunit fails a theory without rows; the sentinel states what is pending.</remarks>
[AttributeUsage(AttributeTargets.Method)]
public sealed class CaseDataAttribute(string file) : DataAttribute
{
    /// <inheritdoc />
    public override IEnumerable<object[]> GetData(MethodInfo testMethod)
    {
        List<CaseRow> rows = CaseFile.Find(file)?.Rows ?? [];
        List<object[]> due = [.. rows.Where(row => !PendingKinds.Contains(file, row.Kind)).Select(row => new object[] { row })];
        return due.Count > 0 ? due : [[new CaseRow(file, CaseRunner.NothingDue, $"{file}: {rows.Count} cases, all pending")]];
    }
}
