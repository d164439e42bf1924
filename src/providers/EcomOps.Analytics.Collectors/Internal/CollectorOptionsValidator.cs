using Microsoft.Extensions.Options;

namespace EcomOps.Analytics.Collectors.Internal;

/// <summary>Validates the options of all collectors; never quotes a value.</summary>
internal sealed class CollectorOptionsValidator
    : IValidateOptions<Ga4CollectorOptions>, IValidateOptions<MixpanelCollectorOptions>, IValidateOptions<AmplitudeCollectorOptions>, IValidateOptions<SegmentCollectorOptions>,
        IValidateOptions<PostHogCollectorOptions>
{
    // Room that the projection leaves in a request.
    private const int LongestKey = 128;

    public ValidateOptionsResult Validate(string? name, Ga4CollectorOptions options) => Result(
        options.Endpoint,
        options.Timeout,
        (options.MeasurementId.Length > 0 != options.FirebaseAppId.Length > 0, "Set MeasurementId for a web stream or FirebaseAppId for an app stream."),
        (!string.IsNullOrWhiteSpace(options.ApiSecret), "Set ApiSecret."));

    public ValidateOptionsResult Validate(string? name, MixpanelCollectorOptions options) => Result(
        options.Endpoint,
        options.Timeout,
        (!string.IsNullOrWhiteSpace(options.ProjectId), "Set ProjectId."),
        (!string.IsNullOrWhiteSpace(options.ServiceAccount) && !options.ServiceAccount.Contains(':'), "Set ServiceAccount, without a colon."),
        (!string.IsNullOrWhiteSpace(options.Secret), "Set Secret."));

    public ValidateOptionsResult Validate(string? name, AmplitudeCollectorOptions options) => Result(
        options.Endpoint, options.Timeout, (!string.IsNullOrWhiteSpace(options.ApiKey) && options.ApiKey.Length <= LongestKey, $"Set ApiKey, at most {LongestKey} characters."));

    public ValidateOptionsResult Validate(string? name, SegmentCollectorOptions options) => Result(
        options.Endpoint, options.Timeout, (!string.IsNullOrWhiteSpace(options.WriteKey) && !options.WriteKey.Contains(':'), "Set WriteKey, without a colon."));

    public ValidateOptionsResult Validate(string? name, PostHogCollectorOptions options) => Result(
        options.Endpoint,
        options.Timeout,
        (!string.IsNullOrWhiteSpace(options.ProjectApiKey) && options.ProjectApiKey.Length <= LongestKey, $"Set ProjectApiKey, at most {LongestKey} characters."),
        (!options.ProjectApiKey.StartsWith("phx_", StringComparison.Ordinal), "ProjectApiKey is a personal API key; take the key of the project."));

    private static ValidateOptionsResult Result(Uri endpoint, TimeSpan timeout, params ReadOnlySpan<(bool IsRight, string Problem)> checks)
    {
        List<string> problems = [];
        foreach ((bool isRight, string problem) in checks)
        {
            if (!isRight)
            {
                problems.Add(problem);
            }
        }

        if (endpoint is not { IsAbsoluteUri: true, Scheme: "https" } && endpoint is not { IsAbsoluteUri: true, IsLoopback: true })
        {
            problems.Add("Endpoint must be an https address; plain http is for loopback only.");
        }

        if (timeout <= TimeSpan.Zero)
        {
            problems.Add("Timeout must be above zero.");
        }

        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }
}
