using NodaTime;

namespace EcomOps.Analytics.Customers.Internal;

// Days since 1970-01-01.
internal static class DayNumber
{
    private static readonly LocalDate Epoch = new(1970, 1, 1);

    public static int Of(LocalDate day) => Period.DaysBetween(Epoch, day);

    public static LocalDate ToDate(int number) => Epoch.PlusDays(number);
}
