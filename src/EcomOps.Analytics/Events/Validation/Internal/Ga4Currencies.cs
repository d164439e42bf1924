using EcomOps.Core;

namespace EcomOps.Analytics.Events.Validation.Internal;

/// <summary>ISO 4217 codes, looked up by their bytes.</summary>
internal static class Ga4Currencies
{
    private static readonly bool[] Known = Build();

    internal static bool IsCode(ReadOnlySpan<byte> code) => code.Length == 3 && IsLetter(code[0]) && IsLetter(code[1]) && IsLetter(code[2]) && Known[Index(code[0], code[1], code[2])];

    private static bool[] Build()
    {
        bool[] known = new bool[26 * 26 * 26];
        foreach (Currency currency in Currency.All)
        {
            known[Index((byte)currency.Code[0], (byte)currency.Code[1], (byte)currency.Code[2])] = true;
        }

        return known;
    }

    private static bool IsLetter(byte c) => c is >= (byte)'A' and <= (byte)'Z';

    private static int Index(byte a, byte b, byte c) => ((((a - 'A') * 26) + b - 'A') * 26) + c - 'A';
}
