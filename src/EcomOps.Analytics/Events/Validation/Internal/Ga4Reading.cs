using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace EcomOps.Analytics.Events.Validation.Internal;

/// <summary>The full judgement, for payloads of which a glance is not enough.</summary>
internal static class Ga4Reading
{
    internal static CollectorReport Request(ReadOnlySpan<byte> body, Ga4ValidatorOptions options)
    {
        Span<(int Start, int Length)> transactions = stackalloc (int, int)[CollectorLimits.Ga4Events];
        Ga4Scan scan = new(body, options, transactions, isGtag: false);
        if (!Utf8.IsValid(body))
        {
            scan.NoText(FirstBadByte(body));
            return scan.Report();
        }

        try
        {
            scan.Request();
        }
        catch (JsonException problem)
        {
            scan.Unreadable(problem);
        }
        catch (InvalidOperationException)
        {
            scan.BadText();
        }

        return scan.Report();
    }

    internal static CollectorReport Call(string name, ReadOnlySpan<byte> parameters, Ga4ValidatorOptions options)
    {
        Ga4Scan scan = new(parameters, options, [], isGtag: true);
        if (!Utf8.IsValid(parameters))
        {
            scan.NoText(FirstBadByte(parameters));
            return scan.Report();
        }

        try
        {
            scan.Call(name);
        }
        catch (JsonException problem)
        {
            scan.Unreadable(problem);
        }
        catch (InvalidOperationException)
        {
            scan.BadText();
        }

        return scan.Report();
    }

    private static int FirstBadByte(ReadOnlySpan<byte> text)
    {
        int at = 0;
        while (Rune.DecodeFromUtf8(text[at..], out _, out int length) == System.Buffers.OperationStatus.Done)
        {
            at += length;
        }

        return at;
    }
}
