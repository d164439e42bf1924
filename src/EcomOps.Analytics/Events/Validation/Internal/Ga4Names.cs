using System.Collections.Frozen;

namespace EcomOps.Analytics.Events.Validation.Internal;

/// <summary>Names that GA4 knows. Sources: GA help 13316687 by way of public code (reserved), the gtag event reference (recommended); 2026-11.</summary>
internal static class Ga4Names
{
    internal static readonly FrozenDictionary<string, Ga4Needs> Recommended = new Dictionary<string, Ga4Needs>(StringComparer.Ordinal)
    {
        ["search"] = Ga4Needs.SearchTerm,
        ["view_item_list"] = Ga4Needs.Items,
        ["select_item"] = Ga4Needs.Items,
        ["view_item"] = Ga4Needs.Items,
        ["add_to_cart"] = Ga4Needs.Items,
        ["remove_from_cart"] = Ga4Needs.Items,
        ["add_to_wishlist"] = Ga4Needs.Items,
        ["view_cart"] = Ga4Needs.Items,
        ["begin_checkout"] = Ga4Needs.Items,
        ["add_shipping_info"] = Ga4Needs.Items,
        ["add_payment_info"] = Ga4Needs.Items,
        ["view_promotion"] = Ga4Needs.Nothing,
        ["select_promotion"] = Ga4Needs.Items,
        ["purchase"] = Ga4Needs.Items | Ga4Needs.Transaction | Ga4Needs.Value,
        ["refund"] = Ga4Needs.Transaction,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    internal static readonly FrozenSet<string> ReservedWebEvents = Set(
        "ad_impression app_remove app_store_refund app_store_subscription_cancel app_store_subscription_renew click error file_download first_open first_visit form_start form_submit "
        + "in_app_purchase scroll session_start user_engagement view_complete video_complete video_progress video_start view_search_results");

    internal static readonly FrozenSet<string> ReservedAppEvents = Set(
        "ad_activeview ad_click ad_exposure ad_impression ad_query ad_reward adunit_exposure app_clear_data app_exception app_install app_remove app_store_refund app_update app_upgrade "
        + "dynamic_link_app_open dynamic_link_app_update dynamic_link_first_open error firebase_campaign firebase_in_app_message_action firebase_in_app_message_dismiss "
        + "firebase_in_app_message_impression first_open first_visit in_app_purchase notification_dismiss notification_foreground notification_open notification_receive notification_send "
        + "os_update screen_view session_start user_engagement");

    internal static readonly FrozenSet<string> ReservedUserProperties = Set("first_open_time first_visit_time last_deep_link_referrer user_id first_open_after_install");

    internal static readonly FrozenSet<string> Body = Set(
        "client_id app_instance_id user_id timestamp_micros user_properties consent non_personalized_ads user_location ip_override device user_agent user_data validation_behavior events");

    internal static readonly FrozenDictionary<string, Ga4Place> Parameters = Places().ToFrozenDictionary(StringComparer.Ordinal);

    // A lookup by characters is made once: making one allocates.
    internal static readonly FrozenDictionary<string, Ga4Needs>.AlternateLookup<ReadOnlySpan<char>> RecommendedByText = Recommended.GetAlternateLookup<ReadOnlySpan<char>>();

    internal static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> ReservedWebEventsByText = ReservedWebEvents.GetAlternateLookup<ReadOnlySpan<char>>();

    internal static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> ReservedAppEventsByText = ReservedAppEvents.GetAlternateLookup<ReadOnlySpan<char>>();

    internal static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> ReservedUserPropertiesByText = ReservedUserProperties.GetAlternateLookup<ReadOnlySpan<char>>();

    internal static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> BodyByText = Body.GetAlternateLookup<ReadOnlySpan<char>>();

    internal static readonly FrozenDictionary<string, Ga4Place>.AlternateLookup<ReadOnlySpan<char>> ParametersByText = Parameters.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Prefixes that belong to GA4, for events, parameters and user properties alike.</summary>
    internal static readonly string[] ReservedPrefixes = ["_", "firebase_", "ga_", "google_", "gtag."];

    internal static bool HasReservedPrefix(ReadOnlySpan<char> name)
    {
        // All prefixes begin with one of three characters: most names are done here.
        if (name.Length == 0 || name[0] is not ('_' or 'f' or 'g'))
        {
            return false;
        }

        foreach (string prefix in ReservedPrefixes)
        {
            if (name.StartsWith(prefix, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    internal static bool IsName(ReadOnlySpan<char> name)
    {
        if (name.Length == 0 || !char.IsAsciiLetter(name[0]))
        {
            return false;
        }

        foreach (char c in name)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c != '_')
            {
                return false;
            }
        }

        return true;
    }

    private static Dictionary<string, Ga4Place> Places()
    {
        Dictionary<string, Ga4Place> places = new(StringComparer.Ordinal);
        Add("currency value items transaction_id tax shipping coupon affiliation discount payment_type shipping_tier item_list_id item_list_name promotion_id promotion_name creative_name creative_slot "
            + "search_term customer_type page_location page_referrer page_title language screen_resolution traffic_type", Ga4Place.EventParameter);
        Add("item_id item_name affiliation coupon discount index item_brand item_category item_category2 item_category3 item_category4 item_category5 item_list_id item_list_name item_variant location_id "
            + "price quantity promotion_id promotion_name creative_name creative_slot", Ga4Place.ItemParameter);
        Add("cid currency customer_id customerid dclid gclid session_id sessionid sfmc_id sid srsltid uid user_id userid", Ga4Place.Reserved);
        Add("session_id engagement_time_msec", Ga4Place.ProtocolParameter);
        return places;

        void Add(string names, Ga4Place place)
        {
            foreach (string name in names.Split(' '))
            {
                places[name] = places.GetValueOrDefault(name) | place;
            }
        }
    }

    private static FrozenSet<string> Set(string names) => names.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
