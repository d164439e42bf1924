using Microsoft.Extensions.Options;

namespace EcomOps.Catalog;

/// <summary>Validates <see cref="CatalogOptions"/>: a file that is named exists, and a taxonomy of the shop's own has rules that name its categories.</summary>
/// <remarks>Thread-safe.</remarks>
public sealed class CatalogOptionsValidator : IValidateOptions<CatalogOptions>
{
    /// <inheritdoc />
    public ValidateOptionsResult Validate(string? name, CatalogOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        List<string> failures = [];
        Exists(nameof(options.TaxonomyPath), options.TaxonomyPath);
        Exists(nameof(options.ClassificationRulesPath), options.ClassificationRulesPath);
        Exists(nameof(options.EnrichmentRulesPath), options.EnrichmentRulesPath);
        if (options.TaxonomyPath is not null && options.ClassificationRulesPath is null)
        {
            failures.Add("ClassificationRulesPath: the rules that ship name categories of the taxonomy that ships; give rules for your own.");
        }

        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);

        void Exists(string member, string? path)
        {
            if (path is not null && !File.Exists(path))
            {
                failures.Add($"{member}: there is no file '{path}'.");
            }
        }
    }
}
