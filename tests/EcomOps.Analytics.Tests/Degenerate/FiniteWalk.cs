using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Xml.Linq;

namespace EcomOps.Analytics.Tests.Degenerate;

/// <summary>Finds every number of a result, by reflection over its public properties, that is not finite though its documentation does not say that it may be so.</summary>
internal sealed class FiniteWalk
{
    private const int MostElements = 60;
    private const int Deepest = 9;

    private static readonly Lazy<IReadOnlyDictionary<string, string>> Documentation = new(Read);

    private readonly HashSet<object> _seen = new(ReferenceEqualityComparer.Instance);
    private readonly List<string> _found = [];

    /// <summary>Numbers seen, to know that the walk reaches them.</summary>
    internal int Numbers { get; private set; }

    internal IReadOnlyList<string> Found => _found;

    internal FiniteWalk Over(object? value, string path = "result")
    {
        Visit(value, path, null, 0);
        return this;
    }

    private void Visit(object? value, string path, PropertyInfo? from, int depth)
    {
        switch (value)
        {
            case null or string or decimal or bool or Enum or Type or Delegate or Exception:
                return;
            case double number:
                Judge(number, path, from);
                return;
            case float number:
                Judge(number, path, from);
                return;
        }

        Type type = value.GetType();
        if (depth > Deepest || type.IsPrimitive || type.IsPointer || (!type.IsValueType && !_seen.Add(value)))
        {
            return;
        }

        if (value is IEnumerable many)
        {
            int index = 0;
            foreach (object? element in many)
            {
                Visit(element, $"{path}[{index}]", from, depth + 1);
                if (++index == MostElements)
                {
                    break;
                }
            }
        }

        if (value is ITuple tuple)
        {
            for (int i = 0; i < tuple.Length; i++)
            {
                Visit(tuple[i], $"{path}.{i + 1}", from, depth + 1);
            }
        }
        else if (IsOurs(type) || (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(KeyValuePair<,>)))
        {
            foreach (PropertyInfo property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.GetIndexParameters().Length == 0 && !p.PropertyType.IsByRefLike))
            {
                Visit(property.GetValue(value), $"{path}.{property.Name}", property, depth + 1);
            }
        }
    }

    private void Judge(double number, string path, PropertyInfo? from)
    {
        Numbers++;
        if (!double.IsFinite(number) && !(from is not null && Says(from)))
        {
            _found.Add($"{path} = {number}");
        }
    }

    private static bool IsOurs(Type type) => type.Assembly.GetName().Name!.StartsWith("EcomOps.", StringComparison.Ordinal);

    private static bool Says(PropertyInfo property)
    {
        string type = property.DeclaringType!.FullName!.Replace('+', '.');
        return Documentation.Value.TryGetValue($"P:{type}.{property.Name}", out string? words) && Names(words);
    }

    private static bool Names(string words) => words.Contains("NaN", StringComparison.Ordinal) || words.Contains("infini", StringComparison.OrdinalIgnoreCase);

    // A positional record documents its properties as parameters of the type.
    private static Dictionary<string, string> Read()
    {
        Dictionary<string, string> words = new(StringComparer.Ordinal);
        string file = Path.Combine(AppContext.BaseDirectory, "EcomOps.Analytics.xml");
        foreach (XElement member in XDocument.Load(file).Descendants("member"))
        {
            string name = (string)member.Attribute("name")!;
            words[name] = words.GetValueOrDefault(name) + member.Value;
            foreach (XElement parameter in name.StartsWith("T:", StringComparison.Ordinal) ? member.Elements("param") : [])
            {
                string property = $"P:{name[2..]}.{(string)parameter.Attribute("name")!}";
                words[property] = words.GetValueOrDefault(property) + parameter.Value;
            }
        }

        return words;
    }
}
