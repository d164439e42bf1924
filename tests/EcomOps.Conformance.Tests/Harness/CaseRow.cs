using Xunit.Abstractions;

namespace EcomOps.Conformance.Tests.Harness;

/// <summary>One case of a case file as a theory row; its text, and so the row's display name, is the whole id.</summary>
public sealed class CaseRow : IXunitSerializable
{
    /// <summary>For deserialisation by xunit.</summary>
    public CaseRow()
    {
    }

    /// <summary>Names a case.</summary>
    public CaseRow(string file, string kind, string id) => (File, Kind, Id) = (file, kind, id);

    /// <summary>File name, for example <c>catalog-cases.json</c>.</summary>
    public string File { get; private set; } = string.Empty;

    /// <summary>Kind: <c>array</c> or <c>array/function</c>, for example <c>gtin</c> or <c>modules/economic_order_quantity</c>.</summary>
    public string Kind { get; private set; } = string.Empty;

    /// <summary>The case's id, unique within its file.</summary>
    public string Id { get; private set; } = string.Empty;

    /// <inheritdoc />
    public void Deserialize(IXunitSerializationInfo info) =>
        (File, Kind, Id) = (info.GetValue<string>(nameof(File)), info.GetValue<string>(nameof(Kind)), info.GetValue<string>(nameof(Id)));

    /// <inheritdoc />
    public void Serialize(IXunitSerializationInfo info)
    {
        info.AddValue(nameof(File), File);
        info.AddValue(nameof(Kind), Kind);
        info.AddValue(nameof(Id), Id);
    }

    /// <inheritdoc />
    public override string ToString() => Id;
}
