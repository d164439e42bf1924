using EcomOps.Core;

namespace EcomOps.Catalog.Markup.Internal;

internal static class SiteMarkup
{
    public static JsonLd List(string type, IEnumerable<(string Name, string? Link)> entries, int fewest)
    {
        SchemaObject[] items =
        [
            .. entries.Select((e, i) => new SchemaObject("ListItem").Set("position", (decimal)(i + 1)).Set("name", e.Name).Set("item", e.Link)),
        ];
        List<Issue> issues = [];
        if (items.Length < fewest)
        {
            issues.Add(new Issue("missing_required", "itemListElement", $"The list needs {fewest} entries or more."));
        }

        for (int i = 0; type == "BreadcrumbList" && i < items.Length - 1; i++)
        {
            if (!items[i].Has("item"))
            {
                issues.Add(new Issue("missing_required", $"itemListElement[{i}].item", "Every step but the last needs its address."));
            }
        }

        return new JsonLd(new SchemaObject(type).SetList("itemListElement", items), issues);
    }

    public static JsonLd Organization(string name, string link, string? logo, IReadOnlyList<string> profiles) =>
        new(new SchemaObject("Organization").Set("name", name).Set("url", link).Set("logo", logo).Set("sameAs", profiles), []);

    public static JsonLd WebSite(string name, string link, string? searchTemplate)
    {
        SchemaObject site = new SchemaObject("WebSite").Set("name", name).Set("url", link);
        if (searchTemplate is not null)
        {
            site.Set("potentialAction", new SchemaObject("SearchAction")
                .Set("target", new SchemaObject("EntryPoint").Set("urlTemplate", searchTemplate))
                .Set("query-input", "required name=search_term_string"));
        }

        List<Issue> issues = [];
        if (searchTemplate is not null && !searchTemplate.Contains("{search_term_string}", StringComparison.Ordinal))
        {
            issues.Add(new Issue("missing_required", "potentialAction.target.urlTemplate", "Put {search_term_string} where the words that were searched for stand."));
        }

        return new JsonLd(site, issues);
    }

    public static JsonLd Questions(IEnumerable<(string Question, string Answer)> questions)
    {
        SchemaObject[] items =
        [
            .. questions.Select(q => new SchemaObject("Question").Set("name", q.Question).Set("acceptedAnswer", new SchemaObject("Answer").Set("text", q.Answer))),
        ];
        return new JsonLd(
            new SchemaObject("FAQPage").SetList("mainEntity", items),
            items.Length > 0 ? [] : [new Issue("missing_required", "mainEntity", "The page needs a question.")]);
    }
}
