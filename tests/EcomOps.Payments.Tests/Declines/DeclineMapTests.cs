using System.Text;
using EcomOps.Core;
using EcomOps.Payments.Declines;
using EcomOps.Payments.Gateways;
using NodaTime;

namespace EcomOps.Payments.Tests.Declines;

public sealed class DeclineMapTests
{
    [Fact]
    public void Rows_contradict_themselves_nowhere()
    {
        Assert.All(DeclineMap.Default.Rows, r => Assert.False(r.NeverRetry && (r.CascadeNow || r.RetryAfter is not null || r.StepUp), r.Code));
        Assert.All(DeclineMap.Default.Rows.Where(r => r.Class == DeclineClass.Fraud), r => Assert.True(r.MaskToShopper && !r.CascadeNow, r.Code));
    }

    [Fact]
    public void Of_several_codes_the_strictest_counts()
    {
        DeclineMap map = new(
        [
            new DeclineAdvice("do_not_honor", DeclineClass.Soft, CascadeNow: true, RetryAfter: Duration.FromHours(1)),
            new DeclineAdvice("05", DeclineClass.Soft, CascadeNow: true, RetryAfter: Duration.FromHours(24)),
            new DeclineAdvice("03", DeclineClass.Hard, NeverRetry: true),
        ]);
        Assert.Equal(new DeclineAdvice("do_not_honor", DeclineClass.Soft, true, Duration.FromHours(24)), map.Find(new GatewayDeclined("DO_NOT_HONOR", "05", "unlisted")) with { Code = "do_not_honor" });
        Assert.Equal(new DeclineAdvice("do_not_honor", DeclineClass.Hard, NeverRetry: true), map.Find(new GatewayDeclined("do_not_honor", "05", "03")));
        Assert.Equal(new DeclineAdvice("odd", DeclineClass.Unknown), map.Find("odd"));
    }

    [Fact]
    public void A_table_is_read_and_a_bad_one_says_what_is_wrong()
    {
        DeclineMap map = DeclineMap.Read(Encoding.UTF8.GetBytes("""
            { "gateway": "x", "codes": [
              { "code": "a", "class": "Soft", "cascadeNow": true, "retryLater": true, "stepUp": false, "neverRetry": false, "retryAfterHours": 1, "note": "n" },
              { "code": "b", "class": "unknown", "cascadeNow": true, "retryLater": true, "stepUp": false, "neverRetry": false, "unknownOutcome": true } ] }
            """));
        Assert.Equal(new DeclineAdvice("a", DeclineClass.Soft, true, Duration.FromHours(1)), map.Find("a"));
        Assert.Equal(new DeclineAdvice("b", DeclineClass.Unknown, IsUnknownOutcome: true), map.Find("b"));
        foreach (string bad in (string[])["{", "{}", """{ "codes": [ { "code": "a", "class": "Silly", "cascadeNow": true } ] }""", """{ "codes": [ { "code": "a" } ] }"""])
        {
            Assert.Equal("decline_table_invalid", Assert.Throws<EcomOpsException>(() => DeclineMap.Read(Encoding.UTF8.GetBytes(bad))).Code);
        }
    }
}
