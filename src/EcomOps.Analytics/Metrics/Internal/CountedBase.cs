using EcomOps.Analytics.Funnels;
using NodaTime;

namespace EcomOps.Analytics.Metrics.Internal;

/// <summary>One count below the line.</summary>
/// <param name="Base">Base event that is credited, or stands for an entity that did not convert.</param>
/// <param name="TimeToConvert">Time to the conversion; null when there was none.</param>
internal sealed record CountedBase(FunnelEvent Base, Duration? TimeToConvert);
