using NodaTime;

namespace EcomOps.Payments.Declines;

// Codes that card gateways share in one spelling or another. Where published tables disagree, the stricter reading is taken.
internal static class CommonDeclines
{
    private static readonly Duration Hour = Duration.FromHours(1);
    private static readonly Duration Day = Duration.FromHours(24);

    public static IReadOnlyList<DeclineAdvice> Rows { get; } =
    [
        .. Each(["do_not_honor", "generic_decline", "call_issuer", "no_action_taken", "partner_generic_decline"], c => new DeclineAdvice(c, DeclineClass.Soft, CascadeNow: true, RetryAfter: Day)),
        .. Each(["approve_with_id"], c => new DeclineAdvice(c, DeclineClass.Soft, CascadeNow: true, RetryAfter: Hour)),
        .. Each(["insufficient_funds", "card_velocity_exceeded", "withdrawal_count_limit_exceeded", "try_again_later", "card_decline_rate_limit_exceeded"], c => new DeclineAdvice(c, DeclineClass.Soft, RetryAfter: Day)),
        .. Each(["issuer_not_available", "processing_error", "reenter_transaction"], c => new DeclineAdvice(c, DeclineClass.Technical, CascadeNow: true, RetryAfter: Hour)),
        .. Each(["duplicate_transaction"], c => new DeclineAdvice(c, DeclineClass.Technical)),
        .. Each(["authentication_required", "authentication_not_handled"], c => new DeclineAdvice(c, DeclineClass.Auth, StepUp: true)),
        .. Each(
            ["incorrect_number", "incorrect_cvc", "incorrect_zip", "incorrect_address", "invalid_number", "invalid_cvc", "invalid_expiry_month", "invalid_expiry_year", "invalid_amount"],
            c => new DeclineAdvice(c, DeclineClass.Data)),
        .. Each(["card_not_supported", "currency_not_supported", "not_permitted", "service_not_allowed", "pin_try_exceeded"], c => new DeclineAdvice(c, DeclineClass.Hard)),
        .. Each(
            [
                "expired_card", "invalid_account", "new_account_information_available", "restricted_card", "revocation_of_authorization", "revocation_of_all_authorizations", "stop_payment_order",
                "account_closed", "transaction_not_allowed", "do_not_try_again",
            ],
            c => new DeclineAdvice(c, DeclineClass.Hard, NeverRetry: true)),
        .. Each(["fraudulent", "lost_card", "stolen_card", "pickup_card", "merchant_blacklist", "highest_risk_level"], c => new DeclineAdvice(c, DeclineClass.Fraud, NeverRetry: true, MaskToShopper: true)),
        .. Each(["security_violation"], c => new DeclineAdvice(c, DeclineClass.Fraud, MaskToShopper: true)),
    ];

    private static IEnumerable<DeclineAdvice> Each(string[] codes, Func<string, DeclineAdvice> row) => codes.Select(row);
}
