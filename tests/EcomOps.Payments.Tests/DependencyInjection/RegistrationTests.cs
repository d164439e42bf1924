using EcomOps.Core;
using EcomOps.Payments.Fraud;
using EcomOps.Payments.Gateways;
using EcomOps.Payments.Health;
using EcomOps.Payments.Orchestration;
using EcomOps.Testing.Payments;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NodaTime;
using NodaTime.Testing;

namespace EcomOps.Payments.Tests.DependencyInjection;

public sealed class RegistrationTests
{
    [Fact]
    public async Task Gateways_are_asked_in_the_order_of_their_registration_with_the_hosts_options()
    {
        IConfiguration configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { ["MaximumCascades"] = "2", ["Fraud:BlockFrom"] = "90" }).Build();
        ServiceCollection services = [];
        services.AddSingleton<IClock>(new FakeClock(Instant.FromUtc(2026, 11, 24, 12, 0)));
        services.AddEcomOpsPayments();
        services.AddEcomOpsPayments(configuration)
            .AddGateway(p => new GatewaySimulator("one", p.GetRequiredService<IClock>()))
            .AddGateway(p => new GatewaySimulator("two", p.GetRequiredService<IClock>()));
        using ServiceProvider provider = services.BuildServiceProvider();
        PaymentOutcome outcome = await provider.GetRequiredService<PaymentOrchestrator>().PayAsync(new PaymentOrder("o1", Money.Eur(10m)), new PaymentMethodToken("decline:do_not_honor"));
        Assert.Equal(["one", "two"], outcome.Payment.Attempts.Select(a => a.GatewayId));
        Assert.Equal((2, 90), (provider.GetRequiredService<IOptions<OrchestrationOptions>>().Value.MaximumCascades, provider.GetRequiredService<IOptions<FraudOptions>>().Value.BlockFrom));
        Assert.Equal(FraudAction.Allow, provider.GetRequiredService<FraudScreening>().Screen(new FraudFacts(Money.Eur(1m)), default).Action);
        Assert.Equal(1, provider.GetRequiredService<GatewayHealth>().SuccessRate("one"));
    }
}
