using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace EcomOps.Formats.Orders.Internal;

/// <summary>A file's content as UTF-8 bytes: decompressed, hashed, and put into UTF-8 where it is not. Damage of a compressed file ends it.</summary>
internal sealed class HashedContent(Stream file, Encoding encoding) : IAsyncDisposable
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly Decoder? _decoder = encoding is UTF8Encoding ? null : encoding.GetDecoder();
    private readonly char[] _chars = encoding is UTF8Encoding ? [] : new char[encoding.GetMaxCharCount(BlockSize)];
    private readonly byte[] _block = new byte[BlockSize];
    private PrefixedStream? _whole;
    private Stream? _content;
    private long _length;

    internal const int BlockSize = 1 << 16;

    /// <summary>Most bytes that one read can give, in UTF-8.</summary>
    internal int LargestBlock { get; } = encoding is UTF8Encoding ? BlockSize : Encoding.UTF8.GetMaxByteCount(encoding.GetMaxCharCount(BlockSize));

    internal long BytesTotal => file.CanSeek ? file.Length : 0;

    internal long BytesRead { get; private set; }

    /// <summary>Whether the compressed file ended too early or was damaged.</summary>
    internal bool IsTruncated { get; private set; }

    internal string Hash() => Convert.ToHexStringLower(_hash.GetCurrentHash());

    /// <summary>Reads the next bytes; 0 at the end.</summary>
    internal async ValueTask<int> ReadAsync(Memory<byte> target, CancellationToken cancellationToken)
    {
        _content ??= await OpenAsync(cancellationToken).ConfigureAwait(false);
        int count = await ReadBlockAsync(cancellationToken).ConfigureAwait(false);
        BytesRead = file.CanSeek ? file.Position : BytesRead + count;
        _hash.AppendData(_block, 0, count);
        if (_decoder is null)
        {
            _block.AsSpan(0, count).CopyTo(target.Span);
            return count;
        }

        int chars = _decoder.GetChars(_block.AsSpan(0, count), _chars, flush: count == 0);
        int bytes = Encoding.UTF8.GetBytes(_chars.AsSpan(0, chars), target.Span);
        return bytes == 0 && count > 0 ? await ReadAsync(target, cancellationToken).ConfigureAwait(false) : bytes;
    }

    public async ValueTask DisposeAsync()
    {
        _hash.Dispose();
        if (_content is not null)
        {
            await _content.DisposeAsync().ConfigureAwait(false);
        }
    }

    private async ValueTask<int> ReadBlockAsync(CancellationToken cancellationToken)
    {
        try
        {
            int count = await _content!.ReadAtLeastAsync(_block, 1, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
            _length += count;
            IsTruncated = count == 0 && _content is GZipStream && !GzipEnd.Fits(_whole!.LastBytes, _length)
                && !await GzipEnd.IsWholeMemberAsync(file, cancellationToken).ConfigureAwait(false);
            return count;
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException)
        {
            IsTruncated = true;
            return 0;
        }
    }

    private async Task<Stream> OpenAsync(CancellationToken cancellationToken)
    {
        byte[] start = new byte[2];
        int count = await file.ReadAtLeastAsync(start, 2, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
        _whole = new PrefixedStream(start.AsMemory(0, count), file);
        return start is [0x1f, 0x8b] ? new GZipStream(_whole, CompressionMode.Decompress) : _whole;
    }
}
