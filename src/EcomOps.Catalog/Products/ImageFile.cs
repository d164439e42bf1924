namespace EcomOps.Catalog.Products;

/// <summary>Facts about an image's file, read from its bytes and not from its name.</summary>
/// <param name="Format">Format, for example <c>JPEG</c>, <c>PNG</c>, <c>WebP</c>; compared without regard to case.</param>
/// <param name="Width">Width in pixels.</param>
/// <param name="Height">Height in pixels.</param>
/// <param name="Bytes">Size of the file in bytes.</param>
/// <param name="Sha256">Hash of the bytes in hexadecimal digits, to find duplicates; null when not taken.</param>
public sealed record ImageFile(string Format, int Width, int Height, long Bytes, string? Sha256 = null);
