using System.Net;

namespace EcomOps.Analytics.Collectors.Tests;

/// <summary>The other end of the line: keeps what was asked and answers as told.</summary>
internal sealed class StubServer : HttpMessageHandler
{
    internal List<(string Address, string? Authorization, string Body)> Requests { get; } = [];

    internal Func<int, HttpResponseMessage> Answer { get; set; } = _ => new HttpResponseMessage(HttpStatusCode.OK);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Requests.Add((request.RequestUri!.ToString(), request.Headers.Authorization?.ToString(), await request.Content!.ReadAsStringAsync(cancellationToken)));
        return Answer(Requests.Count);
    }
}
