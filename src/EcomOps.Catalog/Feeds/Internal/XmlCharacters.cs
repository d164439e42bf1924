using System.Text;
using System.Xml;

namespace EcomOps.Catalog.Feeds.Internal;

internal static class XmlCharacters
{
    // Leaves out what XML 1.0 does not allow: most control characters, halves of surrogate pairs, U+FFFE and U+FFFF.
    public static string Clean(string text)
    {
        int bad = FirstBad(text, 0);
        if (bad < 0)
        {
            return text;
        }

        StringBuilder clean = new(text.Length);
        int start = 0;
        for (; bad >= 0; bad = FirstBad(text, start))
        {
            clean.Append(text, start, bad - start);
            start = bad + 1;
        }

        return clean.Append(text, start, text.Length - start).ToString();
    }

    private static int FirstBad(string text, int from)
    {
        for (int i = from; i < text.Length; i++)
        {
            if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i]))
            {
                i++;
            }
            else if (!XmlConvert.IsXmlChar(text[i]))
            {
                return i;
            }
        }

        return -1;
    }
}
