namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Where providers add their gateways.</summary>
public interface IPaymentsBuilder
{
    /// <summary>Services of the host.</summary>
    IServiceCollection Services { get; }
}
