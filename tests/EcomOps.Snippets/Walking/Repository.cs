namespace EcomOps.Snippets.Walking;

/// <summary>The checkout that the tests belong to.</summary>
internal static class Repository
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    public static string At(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string Find(string folder)
    {
        for (DirectoryInfo? at = new(folder); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "EcommerceOps.sln")))
            {
                return at.FullName;
            }
        }

        throw new DirectoryNotFoundException("EcommerceOps.sln was not found above the tests.");
    }
}
