using System.Diagnostics;

namespace EcomOps.Reporting.Tests;

/// <summary>Opens a page in a headless browser, without a network, and gives what its scripts made of it.</summary>
internal static class Browser
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public static string? Path { get; } = new[] { "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome" }.FirstOrDefault(File.Exists);

    public static async Task<string> OpenAsync(string html, string fragment = "")
    {
        string folder = Directory.CreateTempSubdirectory("ecomops-page").FullName;
        try
        {
            string page = System.IO.Path.Combine(folder, "page.html");
            await File.WriteAllTextAsync(page, html);
            var start = new ProcessStartInfo(Path!) { RedirectStandardOutput = true, RedirectStandardError = true };
            foreach (string argument in (string[])["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--host-resolver-rules=MAP * ~NOTFOUND", $"--user-data-dir={folder}/profile", "--dump-dom", $"file://{page}{fragment}"])
            {
                start.ArgumentList.Add(argument);
            }

            using Process process = Process.Start(start)!;
            using var late = new CancellationTokenSource(Patience);
            Task<string> dom = process.StandardOutput.ReadToEndAsync(late.Token), errors = process.StandardError.ReadToEndAsync(late.Token);
            try
            {
                await process.WaitForExitAsync(late.Token);
                await errors;
                return await dom;
            }
            catch (OperationCanceledException)
            {
                process.Kill(entireProcessTree: true);
                throw new TimeoutException($"The browser gave no answer within {Patience}.");
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
