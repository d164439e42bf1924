using EcomOps.Analytics.Events.Validation;

namespace EcomOps.Analytics.Events.Projections.Internal;

/// <summary>What a Measurement Protocol request says once for all its events: ids, consent, user properties.</summary>
internal static class Ga4Head
{
    internal static string Of(ShopEvent e, Ga4ProjectionOptions options, List<ProjectionLoss> losses)
    {
        using PayloadWriter writer = new(CollectorLimits.Ga4UserPropertyValue, room: 256);
        writer.Open();
        writer.Json.WriteString(options.Stream == Ga4Stream.Web ? "client_id" : "app_instance_id", e.Visit.AnonymousId);
        writer.Text("user_id", e.Visit.UserId, "visit.userId", CollectorLimits.Ga4UserId);
        if (e.Visit.Consent.Ads != ConsentState.Unknown)
        {
            string state = e.Visit.Consent.Ads == ConsentState.Granted ? "GRANTED" : "DENIED";
            writer.Json.WriteStartObject("consent");
            writer.Json.WriteString("ad_user_data", state);
            writer.Json.WriteString("ad_personalization", state);
            writer.Json.WriteEndObject();
        }

        if (options.CustomerAsUserProperties && e.Visit.Customer is { } customer)
        {
            writer.Json.WriteStartObject("user_properties");
            if (writer.Fit(customer.AcquisitionSource, "visit.customer.acquisitionSource", CollectorLimits.Ga4UserPropertyValue) is { } source)
            {
                writer.Json.WriteStartObject("acquisition_source");
                writer.Json.WriteString("value", source);
                writer.Json.WriteEndObject();
            }

            if (customer.LifetimePurchases is { } count)
            {
                writer.Json.WriteStartObject("lifetime_purchases");
                writer.Json.WriteNumber("value", count);
                writer.Json.WriteEndObject();
            }

            writer.Json.WriteEndObject();
        }

        writer.Json.WriteEndObject();
        losses.AddRange(writer.Losses);
        return writer.DoneText()[1..^1];
    }
}
