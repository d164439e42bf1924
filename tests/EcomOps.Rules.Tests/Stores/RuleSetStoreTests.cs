using EcomOps.Core;
using EcomOps.Rules.Documents;
using EcomOps.Rules.Stores;
using EcomOps.Rules.Tests.DecisionSets;
using NodaTime;

namespace EcomOps.Rules.Tests.Stores;

public sealed class RuleSetStoreTests : IDisposable
{
    private static readonly Instant Monday = Instant.FromUtc(2026, 11, 2, 0, 0);
    private readonly string _folder = Directory.CreateTempSubdirectory("store").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_store_answers_which_version_was_in_force(bool folder)
    {
        IRuleSetStore store = Make(folder);
        await store.PublishAsync(Version(1), Monday, default);
        await store.PublishAsync(Version(3), Monday + Duration.FromDays(7), default);
        await store.PublishAsync(Version(2), Monday + Duration.FromDays(3), default);

        Assert.Null(await store.FindInForceAsync("a/b", Monday - Duration.Epsilon, default));
        Assert.Null(await store.FindInForceAsync("a/other", Monday, default));
        Assert.Equal(1, (await store.FindInForceAsync("a/b", Monday, default))!.Document.Version);
        Assert.Equal(2, (await store.FindInForceAsync("a/b", Monday + Duration.FromDays(4), default))!.Document.Version);
        Assert.Equal(3, (await store.FindInForceAsync("a/b", Monday + Duration.FromDays(400), default))!.Document.Version);
        Assert.Equal([1, 2, 3], (await store.ListAsync("a/b", default)).Select(v => v.Document.Version));
        StoredRuleSet stored = (await store.FindByHashAsync("a/b", Version(2).ComputeContentHash(), default))!;
        Assert.Equal(Version(2), stored.Document);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_published_version_never_changes(bool folder)
    {
        IRuleSetStore store = Make(folder);
        await store.PublishAsync(Version(1), Monday, default);
        await store.PublishAsync(Version(1), Monday, default);
        Assert.Single(await store.ListAsync("a/b", default));
        EcomOpsException other = await Assert.ThrowsAsync<EcomOpsException>(async () => await store.PublishAsync(Version(1) with { Title = "Other" }, Monday, default));
        Assert.Equal("rule_set_version_exists", other.Code);
        EcomOpsException later = await Assert.ThrowsAsync<EcomOpsException>(async () => await store.PublishAsync(Version(1), Monday + Duration.FromDays(1), default));
        Assert.Equal("rule_set_version_exists", later.Code);
    }

    [Fact]
    public async Task A_folder_keeps_its_versions_over_a_restart_and_names_a_damaged_file()
    {
        using (FolderRuleSetStore first = new(_folder))
        {
            await first.PublishAsync(Version(1), Monday, default);
        }

        using FolderRuleSetStore second = new(_folder);
        Assert.Equal(1, (await second.FindInForceAsync("a/b", Monday, default))!.Document.Version);
        string file = Directory.EnumerateFiles(_folder, "*.json", SearchOption.AllDirectories).Single();
        File.WriteAllText(file, "{ broken");
        using FolderRuleSetStore third = new(_folder);
        EcomOpsException damaged = await Assert.ThrowsAsync<EcomOpsException>(async () => await third.ListAsync("a/b", default));
        Assert.Equal("rule_set_store_damaged", damaged.Code);
    }

    private IRuleSetStore Make(bool folder) => folder ? new FolderRuleSetStore(_folder) : new MemoryRuleSetStore();

    private static RuleSetDocument Version(int version) =>
        Sets.Of($"ruleSet: a/b\nversion: {version}\nrules:\n  - {{ id: x, when: order.total > 3.00, then: {{ a: {version} }} }}\n").Document;
}
