using EcomOps.Inventory.Ledger.Internal;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace EcomOps.Inventory.Tests.Stock;

public class IdBookTests
{
    [Property(MaxTest = 300)]
    public void Behaves_as_a_dictionary_and_keeps_the_order_of_arrival((byte Id, bool Put)[] steps)
    {
        var book = new IdBook();
        var model = new Dictionary<string, Remembered>(StringComparer.Ordinal);
        foreach ((byte number, bool put) in steps)
        {
            string id = $"o-{number % 40}";
            Remembered what = put ? new(new RefusalEntry([]) { Sequence = number }, null) : default;
            book.Put(id, what);
            _ = put ? model[id] = what : default;
            _ = put || model.Remove(id);
        }

        Assert.Equal(model.OrderBy(p => p.Key, StringComparer.Ordinal), book.All.OrderBy(p => p.Key, StringComparer.Ordinal));
        Assert.All(Enumerable.Range(0, 40), i => Assert.Equal(model.GetValueOrDefault($"o-{i}"), book[$"o-{i}"]));
    }

    [Fact]
    public void Ids_are_listed_in_the_order_in_which_they_came_whatever_their_hash()
    {
        var book = new IdBook();
        string[] ids = [.. Enumerable.Range(0, 5000).Select(i => $"order-{i * 7919 % 5000}")];
        foreach (string id in ids)
        {
            book.Slot(id).Answer = new RefusalEntry([]);
        }

        Assert.Equal(ids, book.All.Select(p => p.Key));
    }

    // A byte of hash for up to 60 numbers: nearly every one collides, at the cell or as a whole.
    [Property(MaxTest = 500)]
    public Property Index_finds_what_was_added_and_not_removed_although_hashes_collide() =>
        Prop.ForAll(
            Gen.Choose(0, 59).Select(n => (Number: n, Hash: (uint)(n % 7) << 8)).ListOf(200).ToArbitrary(),
            steps =>
            {
                var index = default(IdIndex);
                var model = new Dictionary<int, uint>();
                foreach ((int number, uint hash) in steps)
                {
                    if (model.Remove(number))
                    {
                        index.Remove(hash, number);
                    }
                    else
                    {
                        model.Add(number, hash);
                        index.Add(hash, number);
                    }
                }

                return Enumerable.Range(0, 60).All(n => All(index, (uint)(n % 7) << 8).Contains(n) == model.ContainsKey(n));
            });

    private static List<int> All(IdIndex index, uint hash)
    {
        var found = new List<int>();
        int cell = index.First(hash);
        while (index.Next(hash, ref cell) is >= 0 and var number)
        {
            found.Add(number);
        }

        return found;
    }
}
