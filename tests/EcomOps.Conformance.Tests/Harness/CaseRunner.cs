namespace EcomOps.Conformance.Tests.Harness;

/// <summary>Finds the runner of a case's kind. A kind without a runner is a failure: build it, or put it on the pending list while its part is not built.</summary>
public static class CaseRunner
{
    /// <summary>Kind of the sentinel row of a file whose cases are all pending.</summary>
    public const string NothingDue = "(nothing due)";

    private static readonly Dictionary<(string File, string Kind), ICaseRunner> Runners = typeof(CaseRunner).Assembly.GetTypes()
        .Where(type => type is { IsAbstract: false, IsClass: true } && type.IsAssignableTo(typeof(ICaseRunner)))
        .Select(type => (ICaseRunner)Activator.CreateInstance(type)!)
        .SelectMany(runner => runner.Kinds.Select(kind => (Key: (runner.File, kind), Runner: runner)))
        .ToDictionary(pair => pair.Key, pair => pair.Runner);

    /// <summary>Runs one row.</summary>
    public static void Run(CaseRow row)
    {
        if (row.Kind == NothingDue)
        {
            Assert.NotEmpty(PendingKinds.Read(row.File));
            return;
        }

        CaseFile file = CaseFile.Find(row.File)!;
        if (!Runners.TryGetValue((row.File, row.Kind), out ICaseRunner? runner))
        {
            Assert.Fail($"No runner knows the kind '{row.Kind}' of {row.File}, and it is not on the pending list.");
        }

        runner.Run(row, file.Case(row.Id), file.Root);
    }
}
