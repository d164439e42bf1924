using EcomOps.Core;
using EcomOps.Rules.DecisionSets;
using EcomOps.Rules.Diagnostics;
using EcomOps.Rules.Vocabularies;

namespace EcomOps.Rules.Stores;

/// <summary>A rule set that follows its file: an edit takes effect without a restart, a broken file keeps the last good version and reports.</summary>
/// <remarks>
/// Thread-safe. Take <see cref="Current"/> once per decision. Events come on a thread of the pool, one after the other. Changes are
/// gathered for a moment, since editors write a file in several steps.
/// </remarks>
public sealed class HotRuleSet : IDisposable
{
    private readonly Lock _gate = new();
    private readonly string _path;
    private readonly Vocabulary _vocabulary;
    private readonly RuleSetOptions? _options;
    private readonly FileSystemWatcher _watcher;
    private readonly ITimer _timer;
    private readonly TimeSpan _settle;
    private volatile RuleSet _current;
    private volatile IReadOnlyList<Diagnostic> _problems = [];
    private bool _disposed;

    private HotRuleSet(string path, Vocabulary vocabulary, RuleSetOptions? options, RuleSet first, TimeProvider time, TimeSpan settle)
    {
        _path = Path.GetFullPath(path);
        _vocabulary = vocabulary;
        _options = options;
        _current = first;
        _settle = settle;
        _timer = time.CreateTimer(_ => Reload(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        // The folder is watched, not the file: a table or an import beside it belongs to the set as well, and editors replace files by renaming.
        _watcher = new FileSystemWatcher(Path.GetDirectoryName(_path)!) { NotifyFilter = NotifyFilters.LastWrite | NotifyFilters.FileName | NotifyFilters.Size };
        _watcher.Changed += OnChange;
        _watcher.Created += OnChange;
        _watcher.Renamed += OnChange;
        _watcher.Deleted += OnChange;
        _watcher.EnableRaisingEvents = true;
    }

    /// <summary>Raised after a changed file became the current set; not raised when the content is the same.</summary>
    public event EventHandler<RuleSet>? Changed;

    /// <summary>Raised when a changed file cannot be used; the current set stays.</summary>
    public event EventHandler<IReadOnlyList<Diagnostic>>? Rejected;

    /// <summary>The last good version.</summary>
    public RuleSet Current => _current;

    /// <summary>Problems of the file as it is now; empty when it is the current set.</summary>
    public IReadOnlyList<Diagnostic> Problems => _problems;

    /// <summary>Loads a file and follows it.</summary>
    /// <param name="path">YAML or JSON file.</param>
    /// <param name="vocabulary">Vocabulary of the facts.</param>
    /// <param name="options">Lists, imports and files; null for none.</param>
    /// <param name="timeProvider">Source of the timer that gathers changes; null for the system's.</param>
    /// <param name="settle">How long changes are gathered; null for 250 ms.</param>
    /// <returns>The set; dispose of it to stop following.</returns>
    /// <exception cref="RuleSetException">The file has errors: there is no good version to start from.</exception>
    /// <exception cref="EcomOpsException"><c>rule_set_unreadable</c>: the file cannot be read.</exception>
    public static HotRuleSet Open(string path, Vocabulary vocabulary, RuleSetOptions? options = null, TimeProvider? timeProvider = null, TimeSpan? settle = null) =>
        new(path, vocabulary, options, RuleSet.Load(path, vocabulary, options), timeProvider ?? TimeProvider.System, settle ?? TimeSpan.FromMilliseconds(250));

    /// <summary>Reads the file now instead of waiting for a change to be noticed.</summary>
    /// <returns>Whether the file is the current set afterwards.</returns>
    public bool Reload()
    {
        lock (_gate)
        {
            if (_disposed)
            {
                return false;
            }

            try
            {
                RuleSetResult result = RuleSet.Check(_path, _vocabulary, _options);
                if (result.Set is null)
                {
                    Reject(result.Diagnostics);
                    return false;
                }

                _problems = [];
                if (result.Set.Identity != _current.Identity)
                {
                    _current = result.Set;
                    Changed?.Invoke(this, result.Set);
                }

                return true;
            }
            catch (EcomOpsException error)
            {
                Reject([new Diagnostic("RUL2001", error.Message, default, Severity.Error, _path)]);
                return false;
            }
        }
    }

    /// <summary>Stops following the file; <see cref="Current"/> stays usable.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            _disposed = true;
        }

        _watcher.Dispose();
        _timer.Dispose();
    }

    private void OnChange(object sender, FileSystemEventArgs change) => _timer.Change(_settle, Timeout.InfiniteTimeSpan);

    private void Reject(IReadOnlyList<Diagnostic> problems)
    {
        _problems = problems;
        Rejected?.Invoke(this, problems);
    }
}
