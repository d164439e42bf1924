using EcomOps.Core;
using NodaTime;

namespace EcomOps.Analytics.Metrics;

/// <summary>Marketing spend of one day and channel.</summary>
/// <param name="On">Business day.</param>
/// <param name="Channel">Channel, spelled as on orders.</param>
/// <param name="Spend">Spend, 0 or more.</param>
/// <param name="ForAcquisition">Whether it is meant to win new customers; true by default.</param>
public sealed record SpendFact(LocalDate On, string Channel, Money Spend, bool ForAcquisition = true);
