using EcomOps.Snippets.Walking;

namespace EcomOps.Snippets.Guides;

public sealed class RulesGuideTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("guide").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("README.md")]
    [InlineData("reference.md")]
    public void What_the_guide_shows_is_what_the_tool_prints(string page)
    {
        string guide = Repository.At("docs", "guides", "rules");
        foreach (string file in Directory.EnumerateFiles(guide).Where(file => !file.EndsWith(".md", StringComparison.Ordinal)))
        {
            File.Copy(file, Path.Combine(_folder, Path.GetFileName(file)));
        }

        GuideWalk walk = new(_folder);
        IReadOnlyList<FencedBlock> blocks = FencedBlock.Of(File.ReadAllText(Path.Combine(guide, page)));
        Assert.Contains(blocks, block => block.Language == "console");
        foreach (FencedBlock block in blocks)
        {
            string printed = walk.Apply(block);
            Assert.True(block.Text == printed, $"{page}:{block.Line} shows\n{block.Text}\nbut the tool prints\n{printed}");
        }
    }
}
