namespace EcomOps.Reporting.Tests;

/// <summary>A test that needs a browser; skipped where none is installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute()
    {
        if (Browser.Path is null)
        {
            Skip = "There is no Chromium on this machine.";
        }
    }
}
