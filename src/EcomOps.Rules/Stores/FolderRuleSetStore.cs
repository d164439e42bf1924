using System.Globalization;
using System.Text;
using EcomOps.Core;
using EcomOps.Rules.Documents;
using EcomOps.Rules.Documents.Internal;
using EcomOps.Rules.Stores.Internal;
using NodaTime;
using NodaTime.Text;

namespace EcomOps.Rules.Stores;

/// <summary>Rule sets as canonical JSON files in a folder, one per version: <c>checkout/screening/7@2026-11-01T00-00-00Z.json</c>.</summary>
/// <remarks>
/// The file name holds version and instant, the content hashes to the recorded hash; nothing else is kept, so that the folder can live in
/// version control. A file is written beside and moved into place. Thread-safe within one process; several processes may read while one publishes.
/// </remarks>
public sealed class FolderRuleSetStore : IRuleSetStore, IDisposable
{
    private readonly string _folder;
    private readonly SemaphoreSlim _writer = new(1, 1);

    /// <summary>Opens a folder.</summary>
    /// <param name="folder">Folder; made at the first publication.</param>
    public FolderRuleSetStore(string folder)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        _folder = Path.GetFullPath(folder);
    }

    /// <inheritdoc />
    /// <exception cref="EcomOpsException"><c>rule_set_version_exists</c>, or <c>rule_set_store_unwritable</c> when the file cannot be written.</exception>
    public async ValueTask<StoredRuleSet> PublishAsync(RuleSetDocument document, Instant inForceFrom, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(document);
        string folder = FolderOf(document.Id);
        var published = new StoredRuleSet(document, document.ComputeContentHash(), inForceFrom);
        await _writer.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (VersionHistory.Same(await ListAsync(document.Id, cancellationToken).ConfigureAwait(false), published) is { } same)
            {
                return same;
            }

            Directory.CreateDirectory(folder);
            string file = Path.Combine(folder, FileName(published));
            string temporary = file + ".part";
            await File.WriteAllTextAsync(temporary, document.ToJson(), new UTF8Encoding(false), cancellationToken).ConfigureAwait(false);
            File.Move(temporary, file, overwrite: false);
            return published;
        }
        catch (IOException error)
        {
            throw new EcomOpsException("rule_set_store_unwritable", $"The version {document.Version} of '{document.Id}' could not be written.", isTransient: true, error);
        }
        finally
        {
            _writer.Release();
        }
    }

    /// <inheritdoc />
    public async ValueTask<StoredRuleSet?> FindInForceAsync(string id, Instant at, CancellationToken cancellationToken) =>
        VersionHistory.InForce(await ListAsync(id, cancellationToken).ConfigureAwait(false), at);

    /// <inheritdoc />
    public async ValueTask<StoredRuleSet?> FindByHashAsync(string id, string contentHash, CancellationToken cancellationToken) =>
        (await ListAsync(id, cancellationToken).ConfigureAwait(false)).FirstOrDefault(v => v.ContentHash == contentHash);

    /// <inheritdoc />
    /// <exception cref="EcomOpsException"><c>rule_set_store_damaged</c>: a file is no longer the document it was.</exception>
    public async ValueTask<IReadOnlyList<StoredRuleSet>> ListAsync(string id, CancellationToken cancellationToken)
    {
        string folder = FolderOf(id);
        if (!Directory.Exists(folder))
        {
            return [];
        }

        List<StoredRuleSet> versions = [];
        foreach (string file in Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal))
        {
            if (TryName(Path.GetFileNameWithoutExtension(file), out int version, out Instant from))
            {
                string text = await File.ReadAllTextAsync(file, cancellationToken).ConfigureAwait(false);
                versions.Add(Read(id, version, from, text));
            }
        }

        return VersionHistory.Order(versions);
    }

    /// <summary>Frees the lock of publications.</summary>
    public void Dispose() => _writer.Dispose();

    private static StoredRuleSet Read(string id, int version, Instant from, string text)
    {
        RuleSetDocument? document = DocumentReader.Read(text, $"{id} {version}", DocumentFormat.Json, null).Document;
        return document is not null && document.Id == id && document.Version == version && document.ToJson() == text.TrimEnd()
            ? new StoredRuleSet(document, CanonicalJson.Hash(document.ToJson()), from)
            : throw new EcomOpsException("rule_set_store_damaged", $"The stored version {version} of '{id}' is no longer the canonical JSON of that version; restore the file.");
    }

    private string FolderOf(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return RuleIds.IsSetId(id)
            ? Path.Combine([_folder, .. id.Split('/')])
            : throw new ArgumentException($"'{id}' is not an id of a rule set.", nameof(id));
    }

    private static string FileName(StoredRuleSet version) =>
        version.Document.Version.ToString(CultureInfo.InvariantCulture) + "@" + InstantPattern.ExtendedIso.Format(version.InForceFrom).Replace(':', '-') + ".json";

    private static bool TryName(string name, out int version, out Instant from)
    {
        version = 0;
        from = default;
        int at = name.IndexOf('@', StringComparison.Ordinal);
        if (at <= 0 || !int.TryParse(name.AsSpan(0, at), NumberStyles.None, CultureInfo.InvariantCulture, out version))
        {
            return false;
        }

        string instant = name[(at + 1)..];
        int time = instant.IndexOf('T', StringComparison.Ordinal);
        if (time < 0)
        {
            return false;
        }

        ParseResult<Instant> parsed = InstantPattern.ExtendedIso.Parse(instant[..time] + instant[time..].Replace('-', ':'));
        from = parsed.Success ? parsed.Value : default;
        return parsed.Success;
    }
}
