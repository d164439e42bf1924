namespace EcomOps.Testing.Shop.Internal;

/// <summary>When people shop: little at night, a rise until the evening.</summary>
internal static class DayHours
{
    private static readonly double[] ByHour = [0, 0.2, 0.1, 0.1, 0.1, 0.3, 0.8, 1.6, 2.6, 3.6, 4.2, 4.5, 4.8, 4.7, 4.4, 4.2, 4.3, 4.6, 5.2, 6.2, 6.8, 6.1, 4.0, 1.4];

    /// <summary>Second of the day, from one o'clock in the night to ten minutes before midnight.</summary>
    internal static int Second(SimulationRandom random)
    {
        int hour = random.Weighted(ByHour);
        return (hour * 3600) + random.Next(hour == 23 ? 3000 : 3600);
    }
}
