using EcomOps.Operations.Artefacts;

namespace EcomOps.Operations.Tests.Steps;

public class WordingTests
{
    [Theory]
    [InlineData(-0.0, 1, "0.0")]
    [InlineData(-0.04, 1, "0.0")]
    [InlineData(-0.4, 0, "0")]
    [InlineData(-0.06, 1, "-0.1")]
    [InlineData(-1234.5, 1, "-1,234.5")]
    public void What_rounds_to_zero_carries_no_sign(double value, int digits, string text)
    {
        Assert.Equal(text, Wording.Number(value, digits));
        Assert.Equal(text + " %", Wording.Percent(value / 100, digits));
    }
}
