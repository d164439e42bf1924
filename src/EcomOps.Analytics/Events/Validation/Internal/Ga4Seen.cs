namespace EcomOps.Analytics.Events.Validation.Internal;

/// <summary>What was seen among the parameters of an event.</summary>
internal struct Ga4Seen
{
    internal bool Items;
    internal bool Transaction;
    internal bool Value;
    internal bool Currency;
    internal bool SearchTerm;
    internal bool Session;
    internal bool Engagement;
    internal int Counted;
    internal int Lines;
    internal bool AllPriced;
    internal decimal Amount;
    internal decimal Sum;
}
