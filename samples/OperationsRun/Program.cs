using System.CommandLine;
using OperationsRun;

var orders = new Option<FileInfo?>("--orders") { Description = "Order file (CSV, plain or gzip). Without it a simulated shop is run, which grows by a month with every run." };
var output = new Option<DirectoryInfo>("--out") { Description = "Folder for the artefacts and the state.", DefaultValueFactory = _ => new DirectoryInfo("out") };
var store = new Option<FileInfo?>("--store") { Description = "Settings of the shop: what the order file does not hold. Default: the store.yaml beside this program." };
var seed = new Option<int>("--seed") { Description = "Seed of the simulated shop.", DefaultValueFactory = _ => 7 };
var strict = new Option<bool>("--strict") { Description = "End with exit code 1 when rows were rejected." };
var root = new RootCommand("From a shop's order history to the ten artefacts with which an operations team starts its month.") { orders, output, store, seed, strict };
root.SetAction((parsed, cancellationToken) => new RunCommand(
    parsed.GetValue(orders)?.FullName,
    parsed.GetRequiredValue(output).FullName,
    parsed.GetValue(store)?.FullName,
    parsed.GetValue(seed),
    parsed.GetValue(strict)).InvokeAsync(cancellationToken));

ParseResult parsed = root.Parse(args);
int code = await parsed.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromSeconds(20) });
return parsed.Errors.Count > 0 ? RunCommand.Misuse : code;
