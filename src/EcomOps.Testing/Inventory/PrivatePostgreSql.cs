using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace EcomOps.Testing.Inventory;

/// <summary>A PostgreSQL server of one's own on the loopback, from the binaries of the machine: for tests and measurements, removed with its data when disposed.</summary>
/// <remarks>Binaries are looked for under <c>/usr/lib/postgresql</c> and on no other path. As root, the server runs under the user <c>postgres</c>. Not thread-safe.</remarks>
public sealed class PrivatePostgreSql : IDisposable
{
    private const string Versions = "/usr/lib/postgresql";

    private readonly string _binaries;
    private readonly string _folder;
    private readonly int _port;

    private PrivatePostgreSql(string binaries, string folder, int port) => (_binaries, _folder, _port) = (binaries, folder, port);

    /// <summary>Environment variable that turns a missing server from a skipped test into a failed one when it is <c>1</c>.</summary>
    public const string RequiredVariable = "ECOMOPS_REQUIRE_POSTGRES";

    /// <summary>Why no server can be started here; null when one can.</summary>
    public static string? MissingReason => Binaries() is null ? $"PostgreSQL is not installed under {Versions}; install it to run this." : null;

    /// <summary>Npgsql connection string of the database <c>postgres</c>.</summary>
    public string ConnectionString => string.Create(CultureInfo.InvariantCulture, $"Host=127.0.0.1;Port={_port};Username=postgres;Database=postgres;Timeout=30;Command Timeout=60;Maximum Pool Size=50");

    /// <summary>Makes a fresh cluster and starts it; durable settings (<c>fsync</c>, <c>synchronous_commit</c>) are the server's defaults, on.</summary>
    /// <returns>The running server.</returns>
    /// <exception cref="InvalidOperationException">PostgreSQL is missing or does not start; the message holds what it said.</exception>
    public static PrivatePostgreSql Start()
    {
        string binaries = Binaries() ?? throw new InvalidOperationException(MissingReason);
        string folder = Directory.CreateTempSubdirectory("ecomops-pg-").FullName;
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        int port = ((IPEndPoint)probe.LocalEndpoint).Port;
        probe.Stop();
        var server = new PrivatePostgreSql(binaries, folder, port);
        if (Environment.IsPrivilegedProcess)
        {
            Run("chown", "postgres", folder);
        }

        server.RunAsServer("initdb", "-D", Path.Combine(folder, "data"), "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync");
        server.Restart();
        return server;
    }

    /// <summary>Starts the server again after <see cref="Kill"/>; it recovers from its log first.</summary>
    public void Restart() => RunAsServer(
        "pg_ctl", "-D", Path.Combine(_folder, "data"), "-l", Path.Combine(_folder, "log"), "-w", "-t", "60",
        "-o", string.Create(CultureInfo.InvariantCulture, $"-p {_port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={_folder} -c max_connections=200"), "start");

    /// <summary>Kills the server's main process with SIGKILL and waits until all of its processes are gone.</summary>
    public void Kill()
    {
        int id = int.Parse(File.ReadLines(Path.Combine(_folder, "data", "postmaster.pid")).First(), CultureInfo.InvariantCulture);
        int[] children = ChildrenOf(id);
        using (Process main = Process.GetProcessById(id))
        {
            main.Kill();
            main.WaitForExit();
        }

        // Backends notice the death of their parent; the new server refuses to start while one of them lives.
        foreach (int child in children)
        {
            SpinWait.SpinUntil(() => !Directory.Exists($"/proc/{child}"), TimeSpan.FromSeconds(30));
        }
    }

    /// <summary>Stops the server and removes its data.</summary>
    public void Dispose()
    {
        try
        {
            RunAsServer("pg_ctl", "-D", Path.Combine(_folder, "data"), "-m", "immediate", "-w", "stop");
        }
        catch (InvalidOperationException)
        {
            // It was killed before.
        }

        Directory.Delete(_folder, recursive: true);
    }

    private static int[] ChildrenOf(int id) =>
    [
        .. from folder in Directory.EnumerateDirectories("/proc")
           let name = Path.GetFileName(folder)
           where name.All(char.IsAsciiDigit) && ParentOf(folder) == id
           select int.Parse(name, CultureInfo.InvariantCulture),
    ];

    private static int ParentOf(string folder)
    {
        try
        {
            string stat = File.ReadAllText(Path.Combine(folder, "stat"));
            return int.Parse(stat[(stat.LastIndexOf(')') + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            return 0;
        }
    }

    private static string? Binaries() => !Directory.Exists(Versions) ? null : Directory.EnumerateDirectories(Versions)
        .Select(d => Path.Combine(d, "bin")).Where(d => File.Exists(Path.Combine(d, "initdb"))).OrderByDescending(d => d, StringComparer.Ordinal).FirstOrDefault();

    private void RunAsServer(string program, params string[] arguments)
    {
        string path = Path.Combine(_binaries, program);
        if (Environment.IsPrivilegedProcess)
        {
            Run("runuser", ["-u", "postgres", "--", path, .. arguments]);
        }
        else
        {
            Run(path, arguments);
        }
    }

    private static void Run(string program, params string[] arguments)
    {
        // pg_ctl leaves a server behind that would keep a pipe open for ever, so output goes to a file.
        string output = Path.GetTempFileName();
        try
        {
            var start = new ProcessStartInfo("/bin/sh") { WorkingDirectory = "/" };
            start.ArgumentList.Add("-c");
            start.ArgumentList.Add("out=$1; shift; exec \"$@\" >\"$out\" 2>&1 </dev/null");
            start.ArgumentList.Add("sh");
            start.ArgumentList.Add(output);
            start.ArgumentList.Add(program);
            foreach (string argument in arguments)
            {
                start.ArgumentList.Add(argument);
            }

            using Process process = Process.Start(start)!;
            process.WaitForExit();
            if (process.ExitCode != 0)
            {
                throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}: {File.ReadAllText(output)}");
            }
        }
        finally
        {
            File.Delete(output);
        }
    }
}
