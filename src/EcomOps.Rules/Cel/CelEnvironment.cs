using System.Collections.Immutable;
using EcomOps.Rules.Cel.Internal.Compiling;
using EcomOps.Rules.Cel.Internal.Functions;
using EcomOps.Rules.Diagnostics;

namespace EcomOps.Rules.Cel;

/// <summary>What expressions outside a decision set may use: variables, functions and the namespace of names.</summary>
/// <remarks>Immutable and thread-safe; the <c>With</c> methods give changed copies.</remarks>
public sealed class CelEnvironment
{
    private readonly ImmutableSortedDictionary<string, CelType> _variables;
    private readonly FunctionTable _functions;
    private readonly bool _isDialect;
    private readonly string _container;

    private CelEnvironment(ImmutableSortedDictionary<string, CelType> variables, FunctionTable functions, bool isDialect, string container)
    {
        _variables = variables;
        _functions = functions;
        _isDialect = isDialect;
        _container = container;
    }

    /// <summary>Plain CEL with the extensions strings, math, optionals, bindings, encoders, two-variable comprehensions, block, sets and lists.</summary>
    public static CelEnvironment Standard { get; } = new(ImmutableSortedDictionary.Create<string, CelType>(StringComparer.Ordinal), FunctionTable.Standard, false, string.Empty);

    /// <summary>The dialect <c>ecomops/1</c>: the standard and decimal, money and date.</summary>
    public static CelEnvironment Dialect { get; } = new(ImmutableSortedDictionary.Create<string, CelType>(StringComparer.Ordinal), FunctionTable.Dialect, true, string.Empty);

    /// <summary>Declares a variable.</summary>
    /// <param name="name">Name, may have dots.</param>
    /// <param name="type">Type.</param>
    /// <returns>The environment with the variable.</returns>
    public CelEnvironment WithVariable(string name, CelType type)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(type);
        return new(_variables.SetItem(name, type), _functions, _isDialect, _container);
    }

    /// <summary>Adds functions.</summary>
    /// <param name="functions">Functions; several of one name are overloads.</param>
    /// <returns>The environment with the functions.</returns>
    public CelEnvironment WithFunctions(params IEnumerable<CelFunction> functions)
    {
        ArgumentNullException.ThrowIfNull(functions);
        return new(_variables, _functions.With(functions.Select(f => f.Overload)), _isDialect, _container);
    }

    /// <summary>Sets the namespace in which names are looked up, from it outwards.</summary>
    /// <param name="container">Dotted name; empty for none.</param>
    /// <returns>The environment with the namespace.</returns>
    public CelEnvironment WithContainer(string container)
    {
        ArgumentNullException.ThrowIfNull(container);
        return new(_variables, _functions, _isDialect, container);
    }

    /// <summary>Parses, checks and compiles an expression.</summary>
    /// <param name="source">CEL.</param>
    /// <param name="check">Whether types are checked; default true. Without the check, wrong types are errors of the evaluation.</param>
    /// <returns>Program or problems.</returns>
    public CelCompilation Compile(string source, bool check = true)
    {
        CelParseResult parsed = CelParser.Parse(source);
        if (!parsed.IsSuccess)
        {
            return new CelCompilation(null, parsed.Diagnostics);
        }

        var names = new BoundNames(_variables);
        var compiler = new Compiler(names, new CompilerOptions(_functions) { IsUnchecked = !check, IsDialect = _isDialect, Container = _container });
        Expr root = compiler.Compile(parsed.Root);
        IReadOnlyList<Diagnostic> problems = compiler.Problems;
        return new CelCompilation(problems.Count > 0 ? null : new CelProgram(root.Node, root.Type, compiler.LocalCount, names.Variables, root.Cost), problems);
    }
}
