namespace EcomOps.Rules.Cel.Internal.Nodes;

internal static class Boxes
{
    public static readonly object True = true;
    public static readonly object False = false;
    private static readonly object[] Small = [.. Enumerable.Range(0, 256).Select(i => (object)(long)i)];

    public static object? Of<T>(T value)
    {
        if (typeof(T) == typeof(bool))
        {
            return (bool)(object)value! ? True : False;
        }

        return typeof(T) == typeof(long) ? Of((long)(object)value!) : value;
    }

    public static object Of(long value) => value is >= 0 and < 256 ? Small[value] : value;
}
