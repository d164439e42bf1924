using EcomOps.Rules.Diagnostics;
using EcomOps.Rules.Vocabularies;

namespace EcomOps.Rules.Tests.Vocabularies;

public sealed class VocabularyFileTests
{
    [Fact]
    public void A_vocabulary_file_gives_types_limits_and_constraints()
    {
        Vocabulary vocabulary = VocabularyFile.Parse("""
            vocabulary: checkout
            version: 3
            attributes:
              total: { type: decimal, scale: 2, min: 0, max: "999.99", unit: EUR }
              country: [NL, BE]
              vip: bool
              tags: { type: list, element: string, optional: true }
              day: { type: date, min: 2026-01-01 }
            constraints: ['total > 0.00 || vip']
            """, "v.yaml", out IReadOnlyList<Diagnostic> diagnostics)!;
        Assert.Empty(diagnostics);
        Assert.Equal("checkout/3", vocabulary.Reference);
        Assert.True(vocabulary.TryGet("total", out VocabularyAttribute? total));
        Assert.Equal((2, 0m, 999.99m, "EUR"), (total.Type.Scale, total.Type.Minimum, total.Type.Maximum, total.Unit));
        Assert.Equal(["NL", "BE"], vocabulary.Attributes[1].Type.Values);
        Assert.True(vocabulary.Attributes[3].IsOptional);
        Assert.Single(vocabulary.Constraints);
    }

    [Fact]
    public void Mistakes_are_told_with_their_line()
    {
        Assert.Null(VocabularyFile.Parse("vocabulary: a\nattributes:\n  x: { typ: int }\n  y: number\n", "v.yaml", out IReadOnlyList<Diagnostic> diagnostics));
        Assert.Contains(diagnostics, d => d.Span.Line == 3 && d.Message.Contains("Did you mean type?", StringComparison.Ordinal));
        Assert.Contains(diagnostics, d => d.Span.Line == 4);
    }
}
