using EcomOps.Routing.Stock;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace EcomOps.Routing.Tests.DependencyInjection;

public sealed class RegistrationTests
{
    [Fact]
    public void A_router_is_resolved_with_the_hosts_network_stock_and_configuration()
    {
        IConfiguration configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["SplitCost"] = "2.5", ["Tolerances:0"] = "2" }).Build();
        using ServiceProvider services = new ServiceCollection()
            .AddSingleton(Shop.Network)
            .AddSingleton<IStockView>(Shop.Stock(("AMS", "A", 1), ("BER", "B", 1)))
            .AddEcomOpsRouting(configuration)
            .AddEcomOpsRouting()
            .BuildServiceProvider();
        Routed routed = Assert.IsType<Routed>(services.GetRequiredService<OrderRouter>().Route(Shop.Order(("A", 1), ("B", 1)), Shop.TuesdayMorning));
        Assert.Equal(2.5m, routed.Plan.Cost.Splits.Amount);
        Assert.Equal([2], services.GetRequiredService<IOptions<RoutingOptions>>().Value.Tolerances);
    }

    [Fact]
    public void Options_out_of_range_are_all_named()
    {
        RoutingOptions options = new() { SplitCost = -1, MaximumNodes = 0, CapacityHorizon = 400, Tolerances = { 3, 2 } };
        Assert.Equal(4, new RoutingOptionsValidator().Validate(null, options).Failures!.Count());
    }
}
