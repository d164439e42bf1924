using EcomOps.Rules.Cel.Internal.Nodes;
using EcomOps.Rules.Cel.Internal.Types;
using EcomOps.Rules.DecisionSets;
using EcomOps.Rules.DecisionSets.Internal;
using EcomOps.Rules.Documents.Internal;
using EcomOps.Rules.Vocabularies;

namespace EcomOps.Rules.Cel.Internal.Compiling;

// Names, fields and presence.
internal sealed partial class Compiler
{
    private int LocalOf(string name)
    {
        for (int i = _locals.Count - 1; i >= 0; i--)
        {
            if (_locals[i].Name == name)
            {
                return i;
            }
        }

        return -1;
    }

    // Names with the container's prefixes, innermost first.
    private IEnumerable<string> Candidates(string name, bool isRooted)
    {
        for (string container = isRooted ? string.Empty : options.Container; container.Length > 0;)
        {
            yield return container + "." + name;
            int dot = container.LastIndexOf('.');
            container = dot < 0 ? string.Empty : container[..dot];
        }

        yield return name;
    }

    private Expr? Find(string name, bool isRooted)
    {
        if (options.Container.Length == 0 || isRooted)
        {
            return names.Find(name);
        }

        foreach (string candidate in Candidates(name, isRooted))
        {
            if (names.Find(candidate) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>The dotted name that a chain of plain selections spells, when its root is no variable of a macro.</summary>
    private string? FreePath(CelNode node, out bool isRooted)
    {
        isRooted = false;
        switch (node)
        {
            case CelIdentifier identifier when identifier.IsRooted || LocalOf(identifier.Name) < 0:
                isRooted = identifier.IsRooted;
                return identifier.Name;
            case CelSelect { IsTest: false, IsOptional: false } select when FreePath(select.Operand, out isRooted) is { } operand:
                return operand + "." + select.Field;
            default:
                return null;
        }
    }

    private Expr Name(CelNode node)
    {
        if (node is CelIdentifier { IsRooted: false } local && LocalOf(local.Name) is >= 0 and var index)
        {
            return new Expr(new LocalNode(_locals[index].Slot), _locals[index].Type, 1, _locals[index].Size);
        }

        if (FreePath(node, out bool isRooted) is { } path)
        {
            if (Find(path, isRooted) is { } found)
            {
                return found;
            }

            if (TypeNamed(path) is { } type)
            {
                return new Expr(new ConstantNode<CelType>(type), CelType.TypeOf(type), 1);
            }

            if (node is CelIdentifier || !StartsKnown(((CelSelect)node).Operand))
            {
                return Unknown(node, path);
            }
        }

        return Select((CelSelect)node);
    }

    // Whether some part of a chain, from its root on, has a meaning of its own.
    private bool StartsKnown(CelNode node)
    {
        for (CelNode? at = node; at is not null; at = (at as CelSelect)?.Operand)
        {
            if (FreePath(at, out bool isRooted) is { } path && (Find(path, isRooted) is not null || TypeNamed(path) is not null))
            {
                return true;
            }
        }

        return false;
    }

    private static CelType? TypeNamed(string path) => path switch
    {
        "bool" => CelType.Bool,
        "int" => CelType.Int,
        "uint" => CelType.Uint,
        "double" => CelType.Double,
        "string" => CelType.String,
        "bytes" => CelType.Bytes,
        "list" => CelType.AnyList,
        "map" => CelType.AnyMap,
        "null_type" => CelType.Null,
        "type" => CelType.AnyType,
        "dyn" => CelType.Dyn,
        "optional_type" => CelType.AnyOptional,
        "google.protobuf.Timestamp" => CelType.Timestamp,
        "google.protobuf.Duration" => CelType.Duration,
        _ => null,
    };

    private Expr Unknown(CelNode node, string path)
    {
        if (names.IsGroup(path))
        {
            string[] members = [.. names.All.Where(n => n.StartsWith(path + ".", StringComparison.Ordinal)).Take(3)];
            return FailUnlessUnchecked(CelCodes.UnknownName, node.Span, $"'{path}' is a group of attributes, not a value; name one of them, such as {string.Join(", ", members)}.");
        }

        string? nearest = NearestName.Of(path, names.All);
        return FailUnlessUnchecked(CelCodes.UnknownName, node.Span, names.Unknown(path) + (nearest is null ? string.Empty : $" Did you mean {nearest}?"), nearest);
    }

    private Expr Select(CelSelect select)
    {
        if (HasOptionalStep(select) && Path(select) is { } path && names.Optional(path) is { } attribute)
        {
            return attribute;
        }

        Expr operand = Node(select.Operand);
        CelType type = Resolved(operand);
        bool lifted = select.IsOptional;
        if (type.Kind == CelTypeKind.Optional)
        {
            lifted = true;
            type = _types.Resolve(type.Parameters[0]);
        }

        CelType result;
        string field = type is { Kind: CelTypeKind.Record, Prefix.Length: > 0 } ? type.Prefix + "." + select.Field : select.Field;
        switch (type.Kind)
        {
            case CelTypeKind.Map:
                result = type.Parameters[1];
                break;
            case CelTypeKind.Dyn or CelTypeKind.Parameter or CelTypeKind.Error:
                result = operand.IsError ? CelType.Error : CelType.Dyn;
                break;
            case CelTypeKind.Record when !lifted:
                return Field(select, operand, type);
            case CelTypeKind.Record when FieldType(type, select.Field, out _) is { } fieldType:
                result = fieldType;
                break;
            case CelTypeKind.Money or CelTypeKind.Date when !lifted && Member(select, operand, type) is { } part:
                return part;
            default:
                return options.IsUnchecked
                    ? new Expr(new SelectNode(operand.Node, select.Field, select.IsOptional), CelType.Dyn, operand.Cost + 1)
                    : Fail(CelCodes.UnknownField, select.FieldSpan, $"{Article(Shown(type))} has no field '{select.Field}'.");
        }

        return new Expr(new SelectNode(operand.Node, field, select.IsOptional), lifted ? CelType.OptionalOf(result) : result, operand.Cost + 1);
    }

    private static string Article(CelType type) => type.Kind == CelTypeKind.Int ? "An int" : $"A {type}";

    private static bool HasOptionalStep(CelNode node) => node is CelSelect select && (select.IsOptional || HasOptionalStep(select.Operand));

    /// <summary>The attribute's path that a chain with optional steps spells.</summary>
    private string? Path(CelNode node) => node switch
    {
        CelIdentifier { IsRooted: false } identifier when LocalOf(identifier.Name) < 0 => identifier.Name,
        CelSelect select when Path(select.Operand) is { } operand => operand + "." + select.Field,
        _ => null,
    };

    private static CelType? FieldType(CelType record, string field, out VocabularyAttribute? declared)
    {
        string path = record.Prefix.Length == 0 ? field : record.Prefix + "." + field;
        if (record.Fields!.TryGet(path, out declared))
        {
            return CelType.Of(declared.Type);
        }

        return record.Fields.Attributes.Any(a => a.Path.StartsWith(path + ".", StringComparison.Ordinal)) ? CelType.Record(record.Fields, path) : null;
    }

    private Expr Field(CelSelect select, Expr operand, CelType record)
    {
        CelType? type = FieldType(record, select.Field, out VocabularyAttribute? declared);
        if (type is null)
        {
            string[] fields = [.. record.Fields!.Attributes.Select(a => record.Prefix.Length == 0 ? a.Path : a.Path.Replace(record.Prefix + ".", string.Empty, StringComparison.Ordinal))];
            string? nearest = NearestName.Of(select.Field, fields);
            return Fail(CelCodes.UnknownField, select.FieldSpan, $"An item of {record.Fields.Name} has no field '{select.Field}'." + (nearest is null ? $" Fields are {string.Join(", ", fields.Take(8))}." : $" Did you mean {nearest}?"), nearest);
        }

        // A group of fields has no value of its own; the item goes on, the path grows.
        return declared is null
            ? operand with { Type = type }
            : new Expr(new FieldNode(operand.Node, declared.Path, declared.IsOptional), type, operand.Cost + 1) { Declared = declared.Type };
    }

    // m.amount, m.currency, d.dayOfWeek and its kin.
    private static Expr? Member(CelSelect select, Expr operand, CelType type)
    {
        CelType? result = (type.Kind, select.Field) switch
        {
            (CelTypeKind.Money, "amount") => CelType.Decimal,
            (CelTypeKind.Money, "currency") => CelType.String,
            (CelTypeKind.Date, "dayOfWeek" or "year" or "month" or "day") => CelType.Int,
            _ => null,
        };
        return result is null ? null : new Expr(PartNodes.Of(type.Kind, select.Field, operand.Node), result, operand.Cost + 1, 3);
    }

    private Expr Test(CelSelect test)
    {
        if (Path(test) is { } path)
        {
            if (names.Presence(path) is { } presence)
            {
                return presence;
            }

            // An attribute that is always there has its parts tested like any other value.
            if (names.IsGroup(path))
            {
                return Unknown(test, path);
            }
        }

        Expr operand = Node(test.Operand);
        CelType type = Resolved(operand);
        type = type.Kind == CelTypeKind.Optional ? _types.Resolve(type.Parameters[0]) : type;
        string field = test.Field;
        switch (type.Kind)
        {
            case CelTypeKind.Map or CelTypeKind.Dyn or CelTypeKind.Parameter or CelTypeKind.Error:
                break;
            case CelTypeKind.Record when FieldType(type, field, out VocabularyAttribute? declared) is not null && declared is not null:
                field = declared.Path;
                break;
            default:
                if (!options.IsUnchecked)
                {
                    return Fail(CelCodes.UnknownField, test.FieldSpan, $"{Article(Shown(type))} has no field '{field}'; has() asks maps and items.");
                }

                break;
        }

        return new Expr(new HasNode(operand.Node, field), CelType.Bool, operand.Cost + 1);
    }

    private Expr Index(CelIndex index)
    {
        Expr operand = Node(index.Operand);
        Expr key = Node(index.Index);
        CelType type = Resolved(operand);
        bool lifted = index.IsOptional;
        if (type.Kind == CelTypeKind.Optional)
        {
            lifted = true;
            type = _types.Resolve(type.Parameters[0]);
        }

        CelType result = CelType.Dyn;
        if (type.Kind == CelTypeKind.List)
        {
            result = type.Parameters[0];
            if (!_types.IsAssignable(key.Type, CelType.Int) && !options.IsUnchecked)
            {
                return Fail(CelCodes.WrongTypes, index.Index.Span, $"A list is read by an int, but this is {Shown(key.Type)}.");
            }
        }
        else if (type.Kind == CelTypeKind.Map)
        {
            result = type.Parameters[1];
            if (!_types.IsAssignable(key.Type, type.Parameters[0]) && !options.IsUnchecked)
            {
                return Fail(CelCodes.WrongTypes, index.Index.Span, $"The keys of this map are {Shown(type.Parameters[0])}, but this is {Shown(key.Type)}.");
            }
        }
        else if (!IsOpen(type) && !options.IsUnchecked)
        {
            return Fail(CelCodes.WrongTypes, index.Span, $"{Article(Shown(type))} has no elements; lists and maps have.");
        }

        return new Expr(new IndexNode(operand.Node, key.Node, index.IsOptional), lifted ? CelType.OptionalOf(result) : result, Expr.Sum(operand.Cost + 1, key.Cost));
    }
}
