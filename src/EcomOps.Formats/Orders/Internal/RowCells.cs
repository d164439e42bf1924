using System.Text;

namespace EcomOps.Formats.Orders.Internal;

/// <summary>The cells of one row; reused from row to row. Equal texts are given out as one string.</summary>
internal sealed class RowCells(char delimiter)
{
    private readonly HashSet<string> _texts = new(StringComparer.Ordinal);
    private readonly List<(int Start, int Length)> _cells = [];
    private char[] _chars = new char[1024];
    private int _used;

    internal int Count => _cells.Count;

    /// <summary>Splits a row of valid UTF-8; a quote opens a quoted cell at its start only and is itself elsewhere.</summary>
    internal void Split(ReadOnlySpan<byte> row)
    {
        if (_chars.Length < row.Length)
        {
            _chars = new char[row.Length * 2];
        }

        int length = Encoding.UTF8.GetChars(row, _chars);
        _used = 0;
        _cells.Clear();
        int position = 0;
        do
        {
            position = position < length && _chars[position] == '"' ? TakeQuoted(position, length) : TakePlain(position, length);
        }
        while (position <= length);
    }

    /// <summary>A cell without white space at its ends.</summary>
    internal ReadOnlySpan<char> this[int index] => _chars.AsSpan(_cells[index].Start, _cells[index].Length).Trim();

    /// <summary>The same as a string; null when blank.</summary>
    internal string? Text(int index)
    {
        ReadOnlySpan<char> cell = this[index];
        if (cell.IsEmpty)
        {
            return null;
        }

        HashSet<string>.AlternateLookup<ReadOnlySpan<char>> texts = _texts.GetAlternateLookup<ReadOnlySpan<char>>();
        if (texts.TryGetValue(cell, out string? known))
        {
            return known;
        }

        string text = cell.ToString();
        _texts.Add(text);
        return text;
    }

    private int TakePlain(int position, int length)
    {
        int end = _chars.AsSpan(position, length - position).IndexOf(delimiter);
        end = end < 0 ? length : position + end;
        _cells.Add((position, end - position));
        return end + 1;
    }

    private int TakeQuoted(int position, int length)
    {
        _used = position;
        int i = position + 1;
        for (; i < length; i++)
        {
            if (_chars[i] == '"')
            {
                i++;
                if (i >= length || _chars[i] != '"')
                {
                    break;
                }
            }

            _chars[_used++] = _chars[i];
        }

        for (; i < length && _chars[i] != delimiter; i++)
        {
            _chars[_used++] = _chars[i];
        }

        _cells.Add((position, _used - position));
        return i + 1;
    }
}
