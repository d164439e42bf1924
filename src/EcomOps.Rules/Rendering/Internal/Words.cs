using System.Globalization;
using System.Text;
using EcomOps.Rules.Vocabularies;

namespace EcomOps.Rules.Rendering.Internal;

internal static class Words
{
    // The attribute's title, or its path as words: order.shippingTotal is "order shipping total".
    public static string Of(VocabularyAttribute attribute) => attribute.Title.Length > 0 ? attribute.Title : Of(attribute.Path);

    public static string Of(string path)
    {
        StringBuilder words = new();
        foreach (char c in path)
        {
            if (c is '.' or '_')
            {
                words.Append(' ');
            }
            else if (char.IsUpper(c) && words.Length > 0 && words[^1] != ' ')
            {
                words.Append(' ').Append(char.ToLowerInvariant(c));
            }
            else
            {
                words.Append(c);
            }
        }

        return words.ToString();
    }

    // 86,400,000,000,000 ns is "24 hours".
    public static string Duration(decimal nanoseconds)
    {
        foreach ((decimal unit, string name) in (ReadOnlySpan<(decimal, string)>)[(86_400_000_000_000m, "day"), (3_600_000_000_000m, "hour"), (60_000_000_000m, "minute"), (1_000_000_000m, "second")])
        {
            // One or two days read better as hours.
            if (nanoseconds % unit == 0 && Math.Abs(nanoseconds) >= unit && !(name == "day" && Math.Abs(nanoseconds) <= 2 * unit))
            {
                decimal count = nanoseconds / unit;
                return count.ToString(CultureInfo.InvariantCulture) + " " + name + (Math.Abs(count) == 1 ? string.Empty : "s");
            }
        }

        return (nanoseconds / 1_000_000_000m).ToString("0.#########", CultureInfo.InvariantCulture) + " seconds";
    }
}
