namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Where providers add the store of the stock ledger, and hosts its start and drain.</summary>
public interface IInventoryBuilder
{
    /// <summary>Services of the host.</summary>
    IServiceCollection Services { get; }
}
