using EcomOps.Core;

namespace EcomOps.Testing.Inventory;

// What becomes of a call to a troubled channel.
internal enum CallFate
{
    Arrives,
    AnswerLost,
    NeverArrives,
    Late,
}

// Loss, delay and repetition from one seed.
internal sealed class ChannelTrouble(int seed)
{
    private readonly Random _random = new(seed);

    public double Loss { get; set; }

    public double Duplication { get; set; }

    public double Delay { get; set; }

    public static EcomOpsException Lost() => new("channel_unavailable", "The channel did not answer.", isTransient: true);

    public CallFate Next() => _random.NextDouble() >= Loss ? CallFate.Arrives : (CallFate)_random.Next(1, 4);

    public bool Repeats() => _random.NextDouble() < Duplication;

    public IReadOnlyList<T> Report<T>(IReadOnlyList<T> all)
    {
        if (_random.NextDouble() < Loss)
        {
            throw Lost();
        }

        return [.. all.Where(_ => _random.NextDouble() >= Delay).SelectMany(one => Repeats() ? new[] { one, one } : [one])];
    }
}
