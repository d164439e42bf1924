namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Where providers add their collectors.</summary>
public interface IAnalyticsBuilder
{
    /// <summary>Services of the host.</summary>
    IServiceCollection Services { get; }
}
