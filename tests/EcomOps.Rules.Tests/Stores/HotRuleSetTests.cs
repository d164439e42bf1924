using EcomOps.Rules.DecisionSets;
using EcomOps.Rules.Stores;
using EcomOps.Rules.Tests.DecisionSets;
using Microsoft.Extensions.DependencyInjection;

namespace EcomOps.Rules.Tests.Stores;

public sealed class HotRuleSetTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("hot").FullName;

    private string Path => System.IO.Path.Combine(_folder, "set.rules.yaml");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void An_edit_takes_effect_and_the_same_content_does_not()
    {
        Write(1);
        using HotRuleSet hot = HotRuleSet.Open(Path, OrderInput.Vocabulary);
        List<RuleSet> changes = [];
        hot.Changed += (_, set) => changes.Add(set);
        Assert.True(hot.Reload());
        Assert.Empty(changes);
        RuleSet before = hot.Current;
        Write(2);
        Assert.True(hot.Reload());
        Assert.Equal(2, hot.Current.Identity.Version);
        Assert.Equal(1, before.Identity.Version);
        Assert.Same(hot.Current, changes.Single());
    }

    [Fact]
    public void A_broken_file_keeps_the_last_good_version_and_reports_until_it_is_mended()
    {
        Write(1);
        using HotRuleSet hot = HotRuleSet.Open(Path, OrderInput.Vocabulary);
        int rejected = 0;
        hot.Rejected += (_, problems) => rejected += problems.Count;
        File.WriteAllText(Path, "ruleSet: a\nrules:\n  - { id: x, when: order.totl > 3, then: { a: 1 } }\n");
        Assert.False(hot.Reload());
        Assert.Equal(1, hot.Current.Identity.Version);
        Assert.Contains(hot.Problems, p => p.Span.Line == 3 && p.Message.Contains("order.total", StringComparison.Ordinal));
        Assert.True(rejected > 0);
        File.Delete(Path);
        Assert.False(hot.Reload());
        Assert.Equal(1, hot.Current.Identity.Version);
        Write(3);
        Assert.True(hot.Reload());
        Assert.Empty(hot.Problems);
        Assert.Equal(3, hot.Current.Identity.Version);
    }

    [Fact]
    public async Task A_change_of_the_file_is_noticed_by_itself()
    {
        Write(1);
        using HotRuleSet hot = HotRuleSet.Open(Path, OrderInput.Vocabulary, settle: TimeSpan.FromMilliseconds(20));
        TaskCompletionSource<RuleSet> changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
        hot.Changed += (_, set) => changed.TrySetResult(set);
        Write(2);
        RuleSet current = await changed.Task.WaitAsync(TimeSpan.FromSeconds(30));
        Assert.Equal(2, current.Identity.Version);
    }

    [Fact]
    public void A_start_without_a_good_version_is_refused()
    {
        File.WriteAllText(Path, "ruleSet: a\nrulez: []\n");
        RuleSetException thrown = Assert.Throws<RuleSetException>(() => HotRuleSet.Open(Path, OrderInput.Vocabulary));
        Assert.Contains("rules", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_host_asks_for_a_file_by_name()
    {
        Write(4);
        using ServiceProvider services = new ServiceCollection().AddEcomOpsRules().AddRuleSetFile("screening", Path, OrderInput.Vocabulary).BuildServiceProvider();
        Assert.Equal(4, services.GetRequiredKeyedService<HotRuleSet>("screening").Current.Identity.Version);
        Assert.NotNull(services.GetRequiredService<IRuleSetStore>());
    }

    private void Write(int version) =>
        File.WriteAllText(Path, $"ruleSet: a\nversion: {version}\nrules:\n  - {{ id: x, when: order.total > 3.00, then: {{ a: {version} }} }}\n");
}
