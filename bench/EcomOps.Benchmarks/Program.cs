using BenchmarkDotNet.Running;
using EcomOps.Benchmarks.Gates;

if (args is ["gates", .. var rest])
{
    return GateRunner.Run(rest, Console.Out);
}

BenchmarkSwitcher.FromAssembly(typeof(GateRunner).Assembly).Run(args);
return 0;
