using System.Net;
using System.Net.Http.Headers;
using System.Text;
using EcomOps.Analytics.Events.Delivery;
using NodaTime;

namespace EcomOps.Analytics.Collectors.Internal;

/// <summary>One POST, its answer in the sender's words. No address, header or body gets into what it says.</summary>
internal static class CollectorHttp
{
    // An error list names events by index; a longer answer is not one.
    private const int LongestAnswer = 1_000_000;

    internal static async Task<SinkAnswer> PostAsync(
        HttpClient client, Uri address, AuthenticationHeaderValue? authorization, ReadOnlyMemory<byte> body, TimeSpan timeout, Func<string, SinkAnswer> badRequest, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using HttpRequestMessage request = new(HttpMethod.Post, address) { Content = new ReadOnlyMemoryContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Authorization = authorization;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(timeout);
        try
        {
            using HttpResponseMessage response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token);
            return response.StatusCode == HttpStatusCode.BadRequest ? badRequest(await ReadAsync(response, limit.Token)) : Answer(response);
        }
        catch (HttpRequestException failure)
        {
            return new SinkAnswer.TryAgain($"network {failure.HttpRequestError}");
        }
        catch (IOException)
        {
            return new SinkAnswer.TryAgain("network broken off");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new SinkAnswer.TryAgain("timeout");
        }
    }

    internal static AuthenticationHeaderValue Basic(string name, string secret) => new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{name}:{secret}")));

    private static SinkAnswer Answer(HttpResponseMessage response)
    {
        int status = (int)response.StatusCode;
        return status switch
        {
            >= 200 and < 300 => new SinkAnswer.Taken(),
            413 => new SinkAnswer.TooLarge(),
            408 or 425 or 429 or >= 500 => new SinkAnswer.TryAgain($"status {status}", response.Headers.RetryAfter?.Delta is { } wait ? Duration.FromTimeSpan(wait) : null),
            _ => new SinkAnswer.Refused($"status {status}"),
        };
    }

    private static async Task<string> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        await using Stream stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        byte[] answer = new byte[LongestAnswer];
        int length = await stream.ReadAtLeastAsync(answer, answer.Length, throwOnEndOfStream: false, cancellationToken);
        return Encoding.UTF8.GetString(answer, 0, length);
    }
}
