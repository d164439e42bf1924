using EcomOps.Analytics.Customers;
using EcomOps.Analytics.Customers.Internal;
using EcomOps.Analytics.Segments;
using EcomOps.Analytics.Segments.Internal;
using EcomOps.Core;
using FsCheck.Xunit;
using NodaTime;

namespace EcomOps.Analytics.Tests.Segments;

public class RfmColumnsTests
{
    private static readonly LocalDate AsOf = new(2026, 6, 30);

    [Property(MaxTest = 200)]
    public void Columns_in_any_order_score_as_the_sorted_store_does(ushort seed, byte people, byte kind)
    {
        var random = new Random(seed);
        int count = 1 + (people % 60);
        int[] customers = [.. Enumerable.Range(0, count), .. Enumerable.Range(0, 3 * count).Select(_ => random.Next(count))];
        int[] days = [.. customers.Select(_ => DayNumber.Of(AsOf) + random.Next(-40, 6))];
        long[] amounts = [.. customers.Select(_ => random.Next(1, 9) * 10_000L)];
        var options = new RfmOptions { Scoring = (RfmScoring)(kind % 4), Levels = 2 + (kind % 8), Frequency = kind % 2 == 0 ? RfmFrequencyBasis.Orders : RfmFrequencyBasis.PurchaseDays };

        RfmScores direct = Rfm.ScoreColumns(customers, days, amounts, count, Currency.Eur, AsOf, options);

        Assert.Equal(Rfm.Score(CustomerOrders.FromColumns(customers, days, amounts, count, Currency.Eur), AsOf, options).Customers, direct.Customers);
    }

    // More than the caches hold; days and amounts as wide as the store packs into one word, and wider.
    [Theory]
    [InlineData(1000, 1L << 20)]
    [InlineData(0, 1L)]
    [InlineData(100_000, 1L << 40)]
    public void Many_customers_score_as_the_sorted_store_does(int daySpread, long amountSpread)
    {
        const int Count = 70_000;
        var random = new Random(7);
        int[] customers = [.. Enumerable.Range(0, 1_200_000).Select(i => i < Count ? i : random.Next(Count))];
        int[] days = [.. customers.Select(_ => DayNumber.Of(AsOf) - random.Next(-3, daySpread + 1))];
        long[] amounts = [.. customers.Select(_ => random.NextInt64(amountSpread) - (amountSpread / 2))];

        RfmScores direct = Rfm.ScoreColumns(customers, days, amounts, Count, Currency.Eur, AsOf);

        Assert.Equal(Rfm.Score(CustomerOrders.FromColumns(customers, days, amounts, Count, Currency.Eur), AsOf).Customers, direct.Customers);
    }

    [Fact]
    public void Gaps_wrong_numbers_and_unequal_columns_are_refused_with_their_place()
    {
        ArgumentException gap = Assert.Throws<ArgumentException>("customers", () => Rfm.ScoreColumns([0, 2], [1, 1], [1, 1], 3, Currency.Eur, AsOf));
        Assert.Contains("Customer 1 has no row", gap.Message, StringComparison.Ordinal);
        Assert.Contains("row 1", Assert.Throws<ArgumentException>("customers", () => Rfm.ScoreColumns([0, 7], [1, 1], [1, 1], 3, Currency.Eur, AsOf)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Rfm.ScoreColumns([0], [1, 1], [1], 1, Currency.Eur, AsOf));
        Assert.Throws<OverflowException>(() => Rfm.ScoreColumns([0, 0], [1, 1], [long.MaxValue, 1], 1, Currency.Eur, AsOf));
    }

    [Fact]
    public void Somebody_who_orders_later_only_is_left_out_and_not_an_error()
    {
        int day = DayNumber.Of(AsOf);
        RfmScores scores = Rfm.ScoreColumns([0, 1], [day + 1, day], [10_000, 20_000], 2, Currency.Eur, AsOf);

        RfmScore only = Assert.Single(scores.Customers);
        Assert.Equal(("1", 0, 1), (only.CustomerId, only.RecencyDays, only.Frequency));
        Assert.Equal(Money.Eur(2m), only.Monetary);
    }

    // The definition: sort by value and position, cut where the ranks say.
    [Property(MaxTest = 300)]
    public void Cuts_by_rank_are_those_of_a_sort(ushort seed, ushort size, byte spread, byte levels)
    {
        var random = new Random(seed);
        int parts = 2 + (levels % 8), n = size % 3000;
        long[] values = [.. Enumerable.Range(0, n).Select(_ => (spread % 4) switch
        {
            0 => random.Next(5),
            1 => random.NextInt64(),
            2 => random.Next(200) == 0 ? long.MaxValue - random.Next(3) : long.MinValue + random.Next(900),
            _ => random.Next(1_000_000) * 10_000L,
        })];
        int[] firsts = [.. Enumerable.Range(1, parts - 1).Select(k => (int)((long)k * n / parts))];

        byte[] scores = RankCuts.Score(values, firsts);

        byte[] expected = new byte[n];
        foreach ((int rank, int at) in Enumerable.Range(0, n).OrderBy(i => values[i]).ThenBy(i => i).Index())
        {
            expected[at] = (byte)(1 + firsts.Count(f => rank >= f));
        }

        Assert.Equal(expected, scores);
    }
}
