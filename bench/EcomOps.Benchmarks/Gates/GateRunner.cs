using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace EcomOps.Benchmarks.Gates;

/// <summary>The verb <c>gates [--long] [name-filter]</c>: one JSON object a line.</summary>
public static class GateRunner
{
    /// <summary>Runs the gates whose name contains the filter.</summary>
    /// <returns>0 when none missed its target, 1 when one did, 2 on misuse.</returns>
    public static int Run(IReadOnlyList<string> arguments, TextWriter output)
    {
        bool includeLong = arguments.Contains("--long");
        string[] filters = [.. arguments.Where(a => a != "--long")];
        if (filters.Length > 1 || filters.Any(f => f.StartsWith('-')))
        {
            Console.Error.WriteLine("usage: gates [--long] [name-filter]");
            return 2;
        }

        bool missed = false;
        foreach (IGate gate in All().Where(g => (includeLong || !g.IsLong) && (filters.Length == 0 || g.Name.Contains(filters[0], StringComparison.OrdinalIgnoreCase))))
        {
            if (gate.Runtime.Any(setting => Environment.GetEnvironmentVariable(setting.Key) != setting.Value))
            {
                missed |= RunApart(gate, output) != 0;
                continue;
            }

            foreach (GateResult result in gate.Measure())
            {
                missed |= result.Pass == false;
                output.WriteLine(ToJson(result));
                output.Flush();
            }
        }

        return missed ? 1 : 0;
    }

    // Settings of the runtime are read when a process starts.
    private static int RunApart(IGate gate, TextWriter output)
    {
        string[] command = Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? [typeof(GateRunner).Assembly.Location, "gates", "--long", gate.Name] : ["gates", "--long", gate.Name];
        var start = new ProcessStartInfo(Environment.ProcessPath!, command) { RedirectStandardOutput = true };
        foreach ((string name, string value) in gate.Runtime)
        {
            start.Environment[name] = value;
        }

        using Process process = Process.Start(start)!;
        while (process.StandardOutput.ReadLine() is { } line)
        {
            output.WriteLine(line);
            output.Flush();
        }

        process.WaitForExit();
        return process.ExitCode;
    }

    private static IEnumerable<IGate> All() => typeof(GateRunner).Assembly.GetTypes()
        .Where(type => type is { IsAbstract: false, IsClass: true } && type.IsAssignableTo(typeof(IGate)))
        .Select(type => (IGate)Activator.CreateInstance(type)!)
        .OrderBy(gate => gate.Name, StringComparer.Ordinal);

    private static string ToJson(GateResult result)
    {
        var line = new JsonObject
        {
            ["gate"] = result.Gate,
            ["value"] = result.Value is { } value ? Math.Round(value, 4) : null,
            ["unit"] = result.Unit,
            ["target"] = result.Target,
            ["better"] = result.HigherIsBetter ? "higher" : "lower",
            ["pass"] = result.Pass,
        };
        if (result.Reason is not null)
        {
            line["reason"] = result.Reason;
        }

        return line.ToJsonString(new JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    }
}
