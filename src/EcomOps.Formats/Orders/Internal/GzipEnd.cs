using System.Buffers.Binary;
using System.IO.Compression;

namespace EcomOps.Formats.Orders.Internal;

/// <summary>Tells a whole gzip file from one that was cut off, which the runtime's decompressor does not: it just ends.</summary>
/// <remarks>RFC 1952, section 2.3: a member begins with 1F 8B 08 and ends with the length of its content modulo 2^32.</remarks>
internal static class GzipEnd
{
    private const int LongestEnd = 1 << 28;
    private const int MostCandidates = 1000;

    private static ReadOnlySpan<byte> MemberStart => [0x1F, 0x8B, 0x08];

    /// <summary>Whether a file's last bytes are the length of what was read from it.</summary>
    internal static bool Fits(uint lastBytes, long length) => lastBytes == unchecked((uint)length);

    /// <summary>Whether a file of several members ends with a whole one.</summary>
    internal static async Task<bool> IsWholeMemberAsync(Stream file, CancellationToken cancellationToken)
    {
        if (!file.CanSeek)
        {
            return false;
        }

        byte[] end = new byte[Math.Min(file.Length, LongestEnd)];
        file.Position = file.Length - end.Length;
        await file.ReadExactlyAsync(end, cancellationToken).ConfigureAwait(false);
        int at = end.Length;
        for (int candidate = 0; candidate < MostCandidates && (at = end.AsSpan(0, at).LastIndexOf(MemberStart)) > 0; candidate++)
        {
            if (IsWhole(end, at))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsWhole(byte[] end, int at)
    {
        try
        {
            using var member = new GZipStream(new MemoryStream(end, at, end.Length - at), CompressionMode.Decompress);
            byte[] block = new byte[HashedContent.BlockSize];
            long length = 0;
            for (int count = member.Read(block); count > 0; count = member.Read(block))
            {
                length += count;
            }

            return Fits(BinaryPrimitives.ReadUInt32LittleEndian(end.AsSpan(end.Length - 4)), length);
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }
}
