namespace EcomOps.Analytics.Segments.Internal;

internal static class BriefTexts
{
    private static readonly CampaignBrief Champion = new(string.Empty, "Keep them buying at full price and turn them into advocates.",
        "Early access and service, no discount: they buy anyway.", "Personal e-mail, at most twice a month.", "Orders per customer and share at full price, against a 10 % holdout.");

    private static readonly CampaignBrief Returning = new(string.Empty, "Raise the basket of people who know the shop.",
        "Complements to what they own, loyalty points instead of price cuts.", "E-mail and on-site, weekly at most.", "Contribution margin per customer, against a 10 % holdout.");

    private static readonly CampaignBrief Fresh = new(string.Empty, "Win the second order, the step at which most customers are lost.",
        "Help with the first product, then a small time-limited voucher on a second category.", "Service e-mail after delivery, offer after two weeks.", "Share with a second order within 60 days, against a 20 % holdout.");

    private static readonly CampaignBrief Slipping = new(string.Empty, "Bring back valuable customers before they are gone.",
        "A reason to return (new range, replenishment reminder) first; a voucher only for those who do not react.", "E-mail, then a paid audience for the top spenders.", "Reactivated customers and their margin after the voucher, against a 20 % holdout.");

    private static readonly CampaignBrief Gone = new(string.Empty, "Spend little: reactivate a few, learn why the rest left.",
        "One strong offer a year, and a one-question survey.", "One e-mail; then stop mailing, which also protects delivery rates.", "Margin per mail sent, against a 20 % holdout.");

    public static IReadOnlyDictionary<string, CampaignBrief> Basic { get; } = Named(
        ("Champions", Champion), ("Loyal", Returning), ("AtRisk", Slipping), ("Lost", Gone));

    public static IReadOnlyDictionary<string, CampaignBrief> Shopify { get; } = Named(
        ("CHAMPIONS", Champion), ("LOYAL", Returning), ("ACTIVE", Returning), ("NEW", Fresh), ("PROMISING", Fresh), ("PROSPECTS", Fresh), ("NEEDS_ATTENTION", Slipping),
        ("ALMOST_LOST", Slipping), ("PREVIOUSLY_LOYAL", Slipping), ("AT_RISK", Slipping), ("DORMANT", Gone));

    public static IReadOnlyDictionary<string, CampaignBrief> Cran { get; } = Named(
        ("Champions", Champion), ("Loyal", Returning), ("Potential Loyalist", Returning), ("New", Fresh), ("Promising", Fresh), ("Need Attention", Slipping),
        ("About To Sleep", Slipping), ("At Risk", Slipping), ("Can't Lose", Slipping), ("Lost", Gone));

    private static Dictionary<string, CampaignBrief> Named(params (string Segment, CampaignBrief Brief)[] briefs) =>
        briefs.ToDictionary(b => b.Segment, b => b.Brief with { Segment = b.Segment }, StringComparer.Ordinal);
}
