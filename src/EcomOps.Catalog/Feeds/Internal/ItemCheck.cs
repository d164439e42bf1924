using System.Text;
using EcomOps.Core;

namespace EcomOps.Catalog.Feeds.Internal;

// The run of one profile over one item: what could be read is kept for the rules across attributes, which run only over readable values.
internal sealed class ItemCheck(FeedProfile profile, FeedItem item, CountryCode country)
{
    private const int ShownLength = 120;

    private readonly HashSet<(string, string)> _reported = [];
    private readonly List<FeedIssue> _issues = [];
    private readonly Dictionary<string, string> _choices = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Money> _prices = new(StringComparer.Ordinal);
    private readonly string _id = item["id"] is [var id, ..] ? id : string.Empty;

    public FeedItem Item => item;

    public CountryCode Country => country;

    public IReadOnlyList<FeedIssue> Issues => _issues;

    public void CheckAttributes()
    {
        foreach (string name in item.Names)
        {
            if (profile.Find(name) is null && item[name].Count > 0)
            {
                Warn("unknown_attribute", name, $"'{name}' is not an attribute of the {profile.Channel} feed and is ignored there.");
            }
        }

        foreach (FeedAttribute attribute in profile.Attributes)
        {
            IReadOnlyList<string> values = item[attribute.Name];
            if (values.Count == 0)
            {
                if (attribute.IsRequired)
                {
                    Error("missing_required", attribute.Name, $"Every item needs '{attribute.Name}'.");
                }

                continue;
            }

            if (values.Count > attribute.MaximumValues)
            {
                Error("too_many_values", attribute.Name, $"'{attribute.Name}' takes at most {attribute.MaximumValues} values, not {values.Count}.", null, $"{attribute.MaximumValues} values");
            }

            foreach (string value in values)
            {
                CheckLength(attribute, value);
                ValueRules.Check(this, attribute, value);
            }
        }
    }

    public bool Has(string attribute) => item[attribute].Count > 0;

    // The channel's spelling of a choice that could be read; null when it is absent or unreadable.
    public string? Choice(string attribute) => _choices.GetValueOrDefault(attribute);

    public bool IsAbsentOrReadable(string attribute) => !Has(attribute) || _choices.ContainsKey(attribute);

    public Money? Price(string attribute) => _prices.TryGetValue(attribute, out Money price) ? price : null;

    public void Read(string attribute, string choice) => _choices.TryAdd(attribute, choice);

    public void Read(string attribute, Money price) => _prices.TryAdd(attribute, price);

    public void Require(string attribute, string reason, Severity severity = Severity.Error)
    {
        if (!Has(attribute))
        {
            Report("missing_conditional", attribute, severity, $"'{attribute}' is needed: {reason}.", null, null, null);
        }
    }

    public void Error(string code, string attribute, string message, string? actual = null, string? limit = null, string? suggestion = null) =>
        Report(code, attribute, Severity.Error, message, actual, limit, suggestion);

    public void Warn(string code, string attribute, string message, string? actual = null, string? limit = null, string? suggestion = null) =>
        Report(code, attribute, Severity.Warning, message, actual, limit, suggestion);

    private void CheckLength(FeedAttribute attribute, string value)
    {
        if (attribute.MaximumLength is not { } limit || (value.Length <= limit && attribute.RecommendedMaximum is null))
        {
            return;
        }

        int length = 0;
        foreach (Rune _ in value.EnumerateRunes())
        {
            length++;
        }

        if (length > limit)
        {
            Error("too_long", attribute.Name, $"'{attribute.Name}' has {length} characters; {limit} are allowed.", value, $"{limit} characters");
        }
        else if (length < attribute.RecommendedMinimum || length > attribute.RecommendedMaximum)
        {
            string band = $"{attribute.RecommendedMinimum} to {attribute.RecommendedMaximum}";
            Warn("length_not_recommended", attribute.Name, $"'{attribute.Name}' has {length} characters; {band} are recommended.", value, $"{band} characters");
        }
    }

    private void Report(string code, string attribute, Severity severity, string message, string? actual, string? limit, string? suggestion)
    {
        if (_reported.Add((code, attribute)))
        {
            _issues.Add(new FeedIssue(code, attribute, message, severity)
            {
                ItemId = _id,
                Actual = actual is { Length: > ShownLength } ? actual[..(char.IsHighSurrogate(actual[ShownLength - 1]) ? ShownLength - 1 : ShownLength)] : actual,
                Limit = limit,
                Suggestion = suggestion,
            });
        }
    }
}
