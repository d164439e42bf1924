using System.Text.Json;
using EcomOps.Conformance.Tests.Harness;
using EcomOps.Rules.Cel;
using Xunit.Abstractions;

namespace EcomOps.Conformance.Tests.Rules;

/// <summary>The conformance cases of the Common Expression Language.</summary>
public sealed class CelConformanceTests(ITestOutputHelper output)
{
    [CelTheory]
    [CelCaseData]
    public void Expression_case(CaseRow row)
    {
        string? difference = Run(CelCases.ById[row.Id]);
        Assert.True(difference is null, difference);
    }

    [DataFact(CelCases.File)]
    public void Every_expression_case_passes()
    {
        int passed = CelCases.ById.Values.Count(c => Run(c) is null);
        output.WriteLine($"CEL: {passed} of {CelCases.ById.Count} cases passed");
        Assert.Equal(CelCases.ById.Count, passed);
    }

    private static string? Run(JsonElement test)
    {
        string source = test.GetProperty("expr").GetString()!;
        JsonElement expect = test.GetProperty("expect");
        bool checks = !(test.TryGetProperty("disableCheck", out JsonElement off) && off.GetBoolean());
        var bindings = new Dictionary<string, object?>(StringComparer.Ordinal);
        if (test.TryGetProperty("bindings", out JsonElement bound))
        {
            foreach (JsonProperty binding in bound.EnumerateObject())
            {
                bindings[binding.Name] = CelCaseValues.Read(binding.Value);
            }
        }

        CelCompilation compiled = Environment(test, bindings.Keys).Compile(source, checks);
        bool expectsError = expect.TryGetProperty("error", out _);
        if (!compiled.IsSuccess)
        {
            return expectsError ? null : $"{source} does not compile: {string.Join("; ", compiled.Diagnostics.Select(d => $"{d.Code} {d.Message}"))}";
        }

        if (expect.TryGetProperty("typed", out JsonElement typed))
        {
            string type = compiled.Program.ResultType.ToString();
            if (type != typed.GetProperty("type").GetString())
            {
                return $"{source} has type {type}, not {typed.GetProperty("type").GetString()}";
            }

            if (!typed.TryGetProperty("value", out _))
            {
                return null;
            }
        }

        CelResult result = compiled.Program.Evaluate(bindings);
        if (expectsError)
        {
            return result is CelFailure ? null : $"{source} gives {CelCaseValues.Show(((CelValue)result).Value)}, not an error";
        }

        JsonElement expected = expect.TryGetProperty("typed", out JsonElement both) ? both.GetProperty("value") : expect.GetProperty("value");
        return result switch
        {
            CelValue value when CelCaseValues.Fits(expected, value.Value) => null,
            CelValue value => $"{source} gives {CelCaseValues.Show(value.Value)}, not {expected}",
            _ => $"{source} fails: {((CelFailure)result).Error.Message}; expected {expected}",
        };
    }

    private static CelEnvironment Environment(JsonElement test, IEnumerable<string> bound)
    {
        CelEnvironment environment = CelEnvironment.Standard;
        foreach (string name in bound)
        {
            environment = environment.WithVariable(name, CelType.Dyn);
        }

        if (test.TryGetProperty("container", out JsonElement container))
        {
            environment = environment.WithContainer(container.GetString()!);
        }

        if (!test.TryGetProperty("typeEnv", out JsonElement declarations))
        {
            return environment;
        }

        foreach (JsonElement declaration in declarations.EnumerateArray())
        {
            string name = declaration.GetProperty("name").GetString()!;
            environment = declaration.TryGetProperty("overloads", out JsonElement overloads)
                ? environment.WithFunctions(overloads.EnumerateArray().Select(o => CelFunction.Declare(Signature(name, o))))
                : environment.WithVariable(name, CelType.Parse(declaration.GetProperty("type").GetString()!));
        }

        return environment;
    }

    private static string Signature(string name, JsonElement overload)
    {
        string[] parameters = [.. overload.GetProperty("params").EnumerateArray().Select(p => p.GetString()!)];
        bool isMember = overload.TryGetProperty("member", out JsonElement member) && member.GetBoolean();
        string result = overload.GetProperty("result").GetString()!;
        return isMember
            ? $"{parameters[0]}.{name}({string.Join(", ", parameters[1..])}) -> {result}"
            : $"{name}({string.Join(", ", parameters)}) -> {result}";
    }
}
