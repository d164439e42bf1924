using EcomOps.Core;
using EcomOps.Operations.History;
using EcomOps.Operations.Settings;
using NodaTime;

namespace EcomOps.Testing.Shop.Internal;

/// <summary>Takes payments: the primary gateway first, with some bad hours, then another try.</summary>
internal sealed class PaymentDesk(IReadOnlyList<GatewaySettings> gateways)
{
    private static readonly string[] Methods = ["card", "ideal", "wallet"];
    private static readonly string[] SoftDeclines = ["insufficient_funds", "do_not_honor", "issuer_unavailable", "authentication_failed"];
    private static readonly string[] HardDeclines = ["expired_card", "lost_or_stolen_card", "suspected_fraud"];

    internal List<PaymentAttemptRecord> Attempts { get; } = [];

    /// <summary>Tries to take an amount; true when one of the attempts succeeded.</summary>
    internal bool Pay(string orderId, Instant at, int day, int hour, CountryCode country, Money amount, bool suspicious, SimulationRandom random)
    {
        double[] weights = country.Value == "NL" ? [0.34, 0.50, 0.16] : [0.70, 0, 0.30];
        string method = Methods[random.Weighted(weights)];
        bool badHours = day % 97 == 41 && hour is >= 9 and < 17;
        for (int number = 1; number <= 3; number++)
        {
            bool fallback = number > 1 && method != "ideal";
            string gateway = gateways[fallback ? 1 : 0].Id;
            double success = method switch { "ideal" => 0.975, "wallet" => 0.955, _ => country.Value is "IT" or "ES" ? 0.885 : 0.925 };
            success -= suspicious ? 0.25 : 0;
            success = number > 1 ? success - 0.28 : success;
            success = badHours && !fallback ? 0.30 : success;
            bool paid = random.Chance(success);
            bool hard = random.Chance(0.18);
            string? code = paid ? null : badHours && !fallback ? "gateway_error" : random.Pick(hard ? HardDeclines : SoftDeclines);
            Attempts.Add(new(orderId, number, at + Duration.FromSeconds((45 * (number - 1)) + random.Between(2, 9)), gateway, method, country, amount, paid, code));
            if (paid)
            {
                return true;
            }

            if ((hard && code != "gateway_error") || random.Chance(0.30))
            {
                return false;
            }
        }

        return false;
    }
}
