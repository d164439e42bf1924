namespace EcomOps.Rules.Cel.Internal.Nodes;

// What a value adds to the cost of an operation on it: 1 per 10 characters of text or bytes.
internal static class Work
{
    public static long Of<T>(T value)
    {
        if (typeof(T) == typeof(string))
        {
            return ((string)(object)value!).Length / 10;
        }

        return typeof(T) == typeof(ReadOnlyMemory<byte>) ? ((ReadOnlyMemory<byte>)(object)value!).Length / 10 : 0;
    }

    public static long OfAny(object? value) => value switch
    {
        string text => text.Length / 10,
        ReadOnlyMemory<byte> bytes => bytes.Length / 10,
        _ => 0,
    };
}
