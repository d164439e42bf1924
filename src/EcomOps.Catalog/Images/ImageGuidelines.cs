using EcomOps.Catalog.Products;
using EcomOps.Core;

namespace EcomOps.Catalog.Images;

/// <summary>The shop's own standard for images, stricter than the channels'.</summary>
/// <remarks>
/// Checked over what is declared about the images; whether the background is plain or a text lies over the goods is for people to see.
/// Immutable and thread-safe. Codes: <c>image_missing</c> (error), <c>image_too_few</c>, <c>image_without_main</c>,
/// <c>image_too_small</c>, <c>image_format</c>, <c>image_repeated</c>, <c>image_alternative_text_missing</c>,
/// <c>image_alternative_text_too_long</c> (warnings), <c>image_not_inspected</c> (information).
/// </remarks>
public sealed record ImageGuidelines
{
    /// <summary>The default standard.</summary>
    public static ImageGuidelines Default { get; } = new();

    /// <summary>Images that a variant should have, its product's included; default 3.</summary>
    public int FewestImages { get; init; } = 3;

    /// <summary>Pixels on the longer side of a main image; default 1,000, so that customers can zoom.</summary>
    public int LongestSide { get; init; } = 1_000;

    /// <summary>Formats, compared without regard to case; default those that Google and Meta both take.</summary>
    public IReadOnlyList<string> Formats { get; init; } = ["JPEG", "PNG"];

    /// <summary>Most characters of an alternative text; default 125, where screen readers begin to cut.</summary>
    public int LongestAlternativeText { get; init; } = 125;

    /// <summary>Whether every image needs an alternative text; default true.</summary>
    public bool RequiresAlternativeText { get; init; } = true;

    /// <summary>What people look for besides, as sentences for a guide; default plain background, size in the frame, no text.</summary>
    public IReadOnlyList<string> ForPeople { get; init; } =
    [
        "The goods alone on a plain, light background in the main image.",
        "The goods fill three quarters to nine tenths of the frame.",
        "No text, logo, border or watermark over the goods.",
        "Colours in sRGB, true to the goods.",
    ];

    /// <summary>Checks the images of a product.</summary>
    /// <param name="product">Product.</param>
    /// <param name="locale">Locale of the alternative texts; null when the shop has one language.</param>
    /// <returns>All issues, with the image's place as path.</returns>
    public IReadOnlyList<Issue> Check(Product product, string? locale = null)
    {
        ArgumentNullException.ThrowIfNull(product);
        List<Issue> issues = [];
        string path = $"products[{product.Id}]";
        HashSet<string> hashes = new(StringComparer.OrdinalIgnoreCase);
        for (int i = 0; i < product.Images.Count; i++)
        {
            Check(product.Images[i], $"{path}.images[{i}]", locale, hashes, issues);
        }

        foreach (Variant variant in product.Variants)
        {
            string place = $"{path}.variants[{variant.Sku}]";
            for (int i = 0; i < variant.Images.Count; i++)
            {
                Check(variant.Images[i], $"{place}.images[{i}]", locale, hashes, issues);
            }

            Check(product.ImagesOf(variant), place, issues);
        }

        return issues;
    }

    private void Check(IReadOnlyList<ProductImage> images, string path, List<Issue> issues)
    {
        if (images.Count == 0)
        {
            issues.Add(new Issue("image_missing", path, "The variant has no image; no channel takes it."));
            return;
        }

        if (images.Count < FewestImages)
        {
            issues.Add(new Issue("image_too_few", path, $"The variant has {images.Count} images; show it in {FewestImages} or more.", Severity.Warning));
        }

        if (images.All(i => i.Role != ImageRole.Main))
        {
            issues.Add(new Issue("image_without_main", path, "No image is marked as the main one.", Severity.Warning));
        }
    }

    private void Check(ProductImage image, string path, string? locale, HashSet<string> hashes, List<Issue> issues)
    {
        if (image.File is not { } file)
        {
            issues.Add(new Issue("image_not_inspected", path, "Nothing is known about the file.", Severity.Info));
        }
        else
        {
            if (image.Role == ImageRole.Main && Math.Max(file.Width, file.Height) < LongestSide)
            {
                issues.Add(new Issue("image_too_small", path, $"The main image has {file.Width} x {file.Height} pixels; the longer side needs {LongestSide}.", Severity.Warning));
            }

            if (!Formats.Contains(file.Format, StringComparer.OrdinalIgnoreCase))
            {
                issues.Add(new Issue("image_format", path, $"The format is {file.Format}; use {string.Join(" or ", Formats)}.", Severity.Warning));
            }

            if (file.Sha256 is { } hash && !hashes.Add(hash))
            {
                issues.Add(new Issue("image_repeated", path, "The same file stands among the product's images twice.", Severity.Warning));
            }
        }

        string? text = image.AlternativeText is { } texts && texts.TryGet(null, locale, out string? found) && !string.IsNullOrWhiteSpace(found) ? found : null;
        if (text is null && RequiresAlternativeText && image.Role != ImageRole.Swatch)
        {
            issues.Add(new Issue("image_alternative_text_missing", path, "Say in a sentence what the image shows, for those who cannot see it.", Severity.Warning));
        }
        else if (text is not null && text.EnumerateRunes().Count() > LongestAlternativeText)
        {
            issues.Add(new Issue("image_alternative_text_too_long", path, $"The alternative text is longer than {LongestAlternativeText} characters.", Severity.Warning));
        }
    }
}
