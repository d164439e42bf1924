namespace EcomOps.Catalog.Markup.Internal;

// An object under construction: members in the order they were set; null, blank and empty values are left out.
internal sealed class SchemaObject(string type)
{
    private readonly List<KeyValuePair<string, object>> _members = [];

    public string Type => type;

    public IReadOnlyList<KeyValuePair<string, object>> Members => _members;

    public SchemaObject Set(string name, string? text) => Add(name, string.IsNullOrWhiteSpace(text) ? null : text);

    public SchemaObject Set(string name, SchemaObject? value) => Add(name, value);

    public SchemaObject Set(string name, decimal? number) => Add(name, number);

    // One value stands alone; several become an array.
    public SchemaObject Set(string name, IReadOnlyList<string> values) => values.Count == 1 ? Set(name, values[0]) : Add(name, values.Count == 0 ? null : values);

    public SchemaObject Set(string name, IReadOnlyList<SchemaObject> values) => values.Count == 1 ? Set(name, values[0]) : SetList(name, values);

    public SchemaObject SetList(string name, IReadOnlyList<SchemaObject> values) => Add(name, values.Count == 0 ? null : values);

    public bool Has(string name) => _members.Exists(m => m.Key == name);

    private SchemaObject Add(string name, object? value)
    {
        if (value is not null)
        {
            _members.Add(KeyValuePair.Create(name, value));
        }

        return this;
    }
}
