using EcomOps.Catalog.Products;

namespace EcomOps.Catalog.Feeds.Internal;

internal static class ImageRules
{
    public static void CheckFormat(ItemCheck check, ImageFile image, string[] formats, string names)
    {
        if (!formats.Contains(image.Format, StringComparer.OrdinalIgnoreCase))
        {
            check.Error("image_format", "image_link", $"The channel takes {names}, not {image.Format}.", image.Format, names);
        }
    }

    public static void CheckSmallest(ItemCheck check, ImageFile image, int side)
    {
        if (image.Width < side || image.Height < side)
        {
            check.Error("image_too_small", "image_link", $"Both sides need {side} pixels or more.", Text(image), $"{side} x {side} pixels");
        }
    }

    public static string Text(ImageFile image) => $"{image.Width} x {image.Height} pixels, {image.Bytes} bytes";
}
