using System.Buffers;
using System.Text;
using System.Text.Json;
using EcomOps.Analytics.Events.Validation;
using EcomOps.Core;

namespace EcomOps.Analytics.Events.Projections.Internal;

/// <summary>Writes one payload and notes what does not get through: too long, too many, personal, or named as something that is already there.</summary>
internal sealed class PayloadWriter : IDisposable
{
    private readonly ArrayBufferWriter<byte> _buffer;
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly int _longest;

    internal PayloadWriter(int longestText, int room = 4096)
    {
        _buffer = new ArrayBufferWriter<byte>(room);
        _longest = longestText;
        Json = new Utf8JsonWriter(_buffer);
    }

    internal Utf8JsonWriter Json { get; }

    internal List<ProjectionLoss> Losses { get; } = [];

    /// <summary>Members written since <see cref="Open"/>.</summary>
    internal int Count => _names.Count;

    public void Dispose() => Json.Dispose();

    /// <summary>Begins an object whose members have names of their own.</summary>
    internal void Open(string? name = null)
    {
        if (name is null)
        {
            Json.WriteStartObject();
        }
        else
        {
            Json.WriteStartObject(name);
        }

        _names.Clear();
    }

    /// <summary>Item whose members are written; paths of losses are relative to it. -1 for none.</summary>
    internal int Item { get; set; } = -1;

    internal bool Has(string name) => _names.Contains(name);

    internal void Lose(string path, string code, string message) =>
        Losses.Add(new ProjectionLoss(Item < 0 ? path : path.Length == 0 ? $"items[{Item}]" : $"items[{Item}].{path}", code, message));

    internal void Text(string name, string? value, string path, int? longest = null)
    {
        if (Fit(value, path, longest ?? _longest) is { } fit && _names.Add(name))
        {
            Json.WriteString(name, fit);
        }
    }

    /// <summary>Writes an id. Ids of sixteen digits may pass for card numbers by chance, so these are let through.</summary>
    internal void Id(string name, string? value, string path, int? longest = null)
    {
        if (Fit(value, path, longest ?? _longest, isId: true) is { } fit && _names.Add(name))
        {
            Json.WriteString(name, fit);
        }
    }

    internal void Amount(string name, Money? value)
    {
        if (value is { } money && _names.Add(name))
        {
            Json.WriteNumber(name, money.Amount);
        }
    }

    internal void Number(string name, long? value)
    {
        if (value is { } number && _names.Add(name))
        {
            Json.WriteNumber(name, number);
        }
    }

    internal void Flag(string name, bool value)
    {
        if (_names.Add(name))
        {
            Json.WriteBoolean(name, value);
        }
    }

    internal void Value(string name, EventValue value, string path)
    {
        switch (value.Kind)
        {
            case EventValueKind.Text:
                Text(name, value.Text, path);
                break;
            case EventValueKind.Number when _names.Add(name):
                Json.WriteNumber(name, value.Number);
                break;
            case EventValueKind.Flag:
                Flag(name, value.IsTrue);
                break;
        }
    }

    /// <summary>The text as the collector may have it; null when there is nothing to write.</summary>
    internal string? Fit(string? value, string path, int longest, bool isId = false)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            return null;
        }

        if (PersonalData.Find(value) is not PersonalDataKind.None and var found && !(isId && found == PersonalDataKind.Card))
        {
            Lose(path, "personal_data", $"The value looks like personal data ({found}) and is left out.");
            return null;
        }

        // UTF-16 units are never fewer than code points: what fits by the strict count fits by both.
        if (value.Length <= longest)
        {
            return value;
        }

        Lose(path, "truncated", $"Cut to {longest} characters.");
        return value[..(char.IsHighSurrogate(value[longest - 1]) ? longest - 1 : longest)];
    }

    internal ReadOnlyMemory<byte> Done()
    {
        Json.Flush();
        return _buffer.WrittenMemory.ToArray();
    }

    internal string DoneText()
    {
        Json.Flush();
        return Encoding.UTF8.GetString(_buffer.WrittenSpan);
    }
}
