using EcomOps.Operations.State;
using EcomOps.Testing.State;

namespace EcomOps.Operations.Tests.State;

public sealed class InMemoryShopStateTests
{
    public static TheoryData<string> Rules => [.. ShopStateConformance.Rules];

    [Theory]
    [MemberData(nameof(Rules))]
    public Task Keeps_the_contract(string rule) => new Kit().RunAsync(rule);

    private sealed class Kit : ShopStateConformance
    {
        private readonly Dictionary<string, InMemoryShopState> _states = [];

        protected override Task<IShopState> OpenAsync(string name)
        {
            _states.TryAdd(name, new());
            return Task.FromResult<IShopState>(_states[name]);
        }
    }
}
