using EcomOps.Core;
using NodaTime;

namespace EcomOps.Operations.History;

/// <summary>What one acquisition channel cost on one day.</summary>
/// <param name="On">Day, in the shop's zone.</param>
/// <param name="Channel">Acquisition channel.</param>
/// <param name="Amount">Spend, 0 or more, in the shop's currency.</param>
public sealed record MarketingSpend(LocalDate On, string Channel, Money Amount);
