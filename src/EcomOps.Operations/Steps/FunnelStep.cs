using EcomOps.Analytics.Funnels;
using EcomOps.Analytics.Metrics;
using EcomOps.Operations.Artefacts;
using EcomOps.Operations.History;
using NodaTime;

namespace EcomOps.Operations.Steps;

/// <summary>Maps the visits of the reported month to funnel events; Analytics counts them and compares who goes on with who leaves.</summary>
internal static class FunnelStep
{
    private static readonly WebStep[] Steps = Enum.GetValues<WebStep>();

    internal static FunnelResults? Run(ShopHistory history, ReportPeriods periods)
    {
        FunnelEvent[] events = [.. Events(history, ReportPeriod.Of(periods.Month))];
        if (events.Length == 0)
        {
            return null;
        }

        // A visit is one person of this funnel and ends by itself, so the window only has to be long enough.
        var definition = new FunnelDefinition([.. Steps.Select(EventTracking.Name)], Duration.FromDays(7), Breakdown: "device");
        return new(FunnelReport.Compute(events, definition), DropReport.ComputeAll(events, definition));
    }

    private static IEnumerable<FunnelEvent> Events(ShopHistory history, ReportPeriod month)
    {
        foreach (WebSession session in history.Sessions)
        {
            LocalDateTime local = session.StartedAt.InZone(history.Zone).LocalDateTime;
            if (!month.Contains(local.Date))
            {
                continue;
            }

            Dictionary<string, string> properties = new(StringComparer.Ordinal)
            {
                ["device"] = session.Device,
                ["channel"] = session.Channel,
                ["weekday"] = local.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday ? "weekend" : "Monday to Friday",
                ["time of day"] = local.Hour switch { < 6 => "night", < 12 => "morning", < 18 => "afternoon", _ => "evening" },
            };
            foreach ((string experiment, string variant) in session.Variants)
            {
                properties["experiment " + experiment] = variant;
            }

            for (int step = 0; step <= (int)session.Reached; step++)
            {
                int seconds = step == 0 || session.StepSeconds.Count < step ? 0 : session.StepSeconds[step - 1];
                yield return new FunnelEvent(session.Id, session.StartedAt + Duration.FromSeconds(seconds), EventTracking.Name((WebStep)step), Properties: properties);
            }
        }
    }
}
