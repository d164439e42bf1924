using EcomOps.Core;

namespace EcomOps.Operations.Steps;

/// <summary>One improvement with what it would bring in a month, worked out from the run's figures.</summary>
/// <param name="Id">Stable key.</param>
/// <param name="Title">What to do.</param>
/// <param name="Area">Who owns it.</param>
/// <param name="Revenue">Projected further net revenue a month; null when it changes cost only.</param>
/// <param name="Margin">Projected further margin a month; null when no cost is known.</param>
/// <param name="Arithmetic">How the figures come about, with their numbers.</param>
/// <param name="Assumption">What is assumed and not measured; empty when nothing is.</param>
/// <param name="NextStep">What to do first, and how to tell that it worked.</param>
internal sealed record BacklogItem(string Id, string Title, string Area, Money? Revenue, Money? Margin, string Arithmetic, string Assumption, string NextStep);
