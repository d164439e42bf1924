using EcomOps.Core;

namespace EcomOps.Analytics.Events.Validation.Internal;

/// <summary>Event names of a plan, which no single request shows together.</summary>
internal static class Ga4PlanNames
{
    internal static CollectorReport Judge(IEnumerable<string> names, Ga4ValidatorOptions options)
    {
        List<CollectorMessage> messages = [];
        HashSet<string> seen = new(StringComparer.Ordinal);
        int index = 0;
        foreach (string name in names)
        {
            bool isReserved = (options.Stream == Ga4Stream.Web ? Ga4Names.ReservedWebEvents : Ga4Names.ReservedAppEvents).Contains(name);
            if (seen.Add(name) && Ga4Scan.NameCode(name, CollectorLimits.Ga4EventName, isReserved) is { } code)
            {
                bool isTaken = code == ValidationCodes.NameReserved;
                messages.Add(new CollectorMessage($"names[{index}]", isTaken ? Ga4Scan.ReservedRule : Ga4Scan.NameRule(CollectorLimits.Ga4EventName), code, Severity.Error, isTaken ? "name_reserved" : "name_invalid"));
            }

            index++;
        }

        if (options.Stream == Ga4Stream.App && seen.Count > CollectorLimits.Ga4EventNames)
        {
            messages.Add(new CollectorMessage("names", $"{seen.Count} different names, at most {CollectorLimits.Ga4EventNames} in an app stream.", ValidationCodes.ValueOutOfBounds, Severity.Error, "too_many_names"));
        }

        return messages.Count == 0 ? CollectorReport.Clean : new CollectorReport(messages);
    }
}
