using System.Collections.Frozen;

namespace EcomOps.Rules.Cel.Internal.Functions;

// All forms of all functions by name.
internal sealed class FunctionTable
{
    private static readonly Lazy<FunctionTable> LazyStandard = new(() => new FunctionTable(StandardForms));
    private static readonly Lazy<FunctionTable> LazyDialect = new(() => new FunctionTable([.. StandardForms, .. DecimalFunctions.All, .. DateFunctions.All]));
    private readonly FrozenDictionary<string, Overload[]> _byName;

    private FunctionTable(IEnumerable<Overload> overloads) =>
        _byName = overloads.GroupBy(o => o.Name, StringComparer.Ordinal).ToFrozenDictionary(g => g.Key, g => g.ToArray(), StringComparer.Ordinal);

    public static FunctionTable Standard => LazyStandard.Value;

    public static FunctionTable Dialect => LazyDialect.Value;

    /// <summary>Names that authors write, for suggestions.</summary>
    public IEnumerable<string> Names => _byName.Keys.Where(n => !n.Contains('_', StringComparison.Ordinal));

    private static IEnumerable<Overload> StandardForms =>
    [
        .. NumberOperators.All, .. ValueOperators.All, .. ConversionFunctions.All, .. StringFunctions.All, FormatFunction.Overload, .. MathFunctions.All,
        .. TimeFunctions.All, .. OptionalFunctions.All, .. EncoderFunctions.All, .. ListFunctions.All, .. MatchFunctions.All,
    ];

    public FunctionTable With(IEnumerable<Overload> more)
    {
        Overload[] added = [.. more];
        return added.Length == 0 ? this : new FunctionTable([.. _byName.Values.SelectMany(o => o), .. added]);
    }

    public IReadOnlyList<Overload> Find(string name) => _byName.TryGetValue(name, out Overload[]? found) ? found : [];

    public bool Has(string name) => _byName.ContainsKey(name);
}
