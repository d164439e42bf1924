namespace EcomOps.Rules.Cel.Internal.Types;

// Type parameters and what they stand for. Assignability as in the reference implementation: dyn and errors fit everything,
// parameters take the first type they meet and widen to the more general one.
internal sealed class TypeUnifier
{
    private Dictionary<string, CelType> _bound = new(StringComparer.Ordinal);
    private int _fresh;

    public CelType Fresh() => CelType.Parameter("_" + (++_fresh).ToString(System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>A copy of a signature's types with parameters of its own.</summary>
    public CelType Renamed(CelType type, Dictionary<string, CelType> names)
    {
        if (type.Kind == CelTypeKind.Parameter)
        {
            return names.TryGetValue(type.Name, out CelType? known) ? known : names[type.Name] = Fresh();
        }

        return With(type, p => Renamed(p, names));
    }

    /// <summary>Replaces what is known; what is not stays a parameter, or becomes dyn.</summary>
    public CelType Resolve(CelType type, bool toDyn = false)
    {
        if (type.Kind == CelTypeKind.Parameter)
        {
            return _bound.TryGetValue(type.Name, out CelType? known) ? Resolve(known, toDyn) : toDyn ? CelType.Dyn : type;
        }

        return With(type, p => Resolve(p, toDyn));
    }

    public bool AreAssignable(IReadOnlyList<CelType> from, IReadOnlyList<CelType> to)
    {
        var before = new Dictionary<string, CelType>(_bound, StringComparer.Ordinal);
        for (int i = 0; i < from.Count; i++)
        {
            if (!Fits(from[i], to[i]))
            {
                _bound = before;
                return false;
            }
        }

        return true;
    }

    public bool IsAssignable(CelType from, CelType to)
    {
        if (!HasParameters(from) && !HasParameters(to))
        {
            return Fits(from, to);
        }

        return AreAssignable([from], [to]);
    }

    /// <summary>The type of a collection that holds both: the more general of two that fit, else dyn.</summary>
    public CelType Join(CelType? previous, CelType current)
    {
        if (previous is null)
        {
            return current;
        }

        if (IsAssignable(previous, current))
        {
            return MoreGeneral(previous, current);
        }

        return CelType.Dyn;
    }

    private static bool HasParameters(CelType type)
    {
        if (type.Kind == CelTypeKind.Parameter)
        {
            return true;
        }

        foreach (CelType parameter in type.Parameters)
        {
            if (HasParameters(parameter))
            {
                return true;
            }
        }

        return false;
    }

    private static CelType With(CelType type, Func<CelType, CelType> replace)
    {
        if (type.Parameters.Count == 0 || !HasParameters(type))
        {
            return type;
        }

        CelType[] parameters = [.. type.Parameters.Select(replace)];
        return type.Kind switch
        {
            CelTypeKind.List => CelType.ListOf(parameters[0]),
            CelTypeKind.Map => CelType.MapOf(parameters[0], parameters[1]),
            CelTypeKind.Optional => CelType.OptionalOf(parameters[0]),
            CelTypeKind.Type => CelType.TypeOf(parameters[0]),
            _ => CelType.Opaque(type.Name, parameters),
        };
    }

    private bool Fits(CelType from, CelType to)
    {
        CelType a = Shallow(from);
        CelType b = Shallow(to);
        if (ReferenceEquals(a, b) || (a.Kind == CelTypeKind.Parameter && b.Kind == CelTypeKind.Parameter && a.Name == b.Name))
        {
            return true;
        }

        if (b.Kind == CelTypeKind.Parameter)
        {
            return Bind(b, a);
        }

        if (a.Kind == CelTypeKind.Parameter)
        {
            return Bind(a, b);
        }

        if (a.Kind is CelTypeKind.Dyn or CelTypeKind.Error || b.Kind is CelTypeKind.Dyn or CelTypeKind.Error)
        {
            // A parameter that already stands for something narrower widens when it meets dyn.
            if (to.Kind == CelTypeKind.Parameter && a.Kind == CelTypeKind.Dyn)
            {
                Widen(to);
            }

            return true;
        }

        if (a.Kind != b.Kind || a.Name != b.Name || a.Parameters.Count != b.Parameters.Count)
        {
            return false;
        }

        // The type of any type is one type.
        if (a.Kind == CelTypeKind.Type)
        {
            return true;
        }

        for (int i = 0; i < a.Parameters.Count; i++)
        {
            if (!Fits(a.Parameters[i], b.Parameters[i]))
            {
                return false;
            }
        }

        return true;
    }

    private bool Bind(CelType parameter, CelType type)
    {
        if (Occurs(parameter, type))
        {
            return false;
        }

        _bound[parameter.Name] = type;
        return true;
    }

    private void Widen(CelType parameter)
    {
        CelType at = parameter;
        while (at.Kind == CelTypeKind.Parameter && _bound.TryGetValue(at.Name, out CelType? next))
        {
            if (next.Kind != CelTypeKind.Parameter)
            {
                _bound[at.Name] = CelType.Dyn;
                return;
            }

            at = next;
        }
    }

    private bool Occurs(CelType parameter, CelType type)
    {
        CelType at = Shallow(type);
        if (at.Kind == CelTypeKind.Parameter)
        {
            return at.Name == parameter.Name;
        }

        foreach (CelType part in at.Parameters)
        {
            if (Occurs(parameter, part))
            {
                return true;
            }
        }

        return false;
    }

    private CelType Shallow(CelType type)
    {
        while (type.Kind == CelTypeKind.Parameter && _bound.TryGetValue(type.Name, out CelType? next))
        {
            type = next;
        }

        return type;
    }

    private CelType MoreGeneral(CelType left, CelType right)
    {
        CelType a = Resolve(left);
        CelType b = Resolve(right);
        if (a.Kind is CelTypeKind.Dyn or CelTypeKind.Error)
        {
            return a;
        }

        if (b.Kind is CelTypeKind.Dyn or CelTypeKind.Error)
        {
            return b;
        }

        if (a.Kind == CelTypeKind.Parameter || a.Parameters.Count == 0)
        {
            return b;
        }

        if (b.Kind == CelTypeKind.Parameter || a.Parameters.Count != b.Parameters.Count)
        {
            return a;
        }

        CelType[] parameters = [.. a.Parameters.Zip(b.Parameters, MoreGeneral)];
        return a.Kind switch
        {
            CelTypeKind.List => CelType.ListOf(parameters[0]),
            CelTypeKind.Map => CelType.MapOf(parameters[0], parameters[1]),
            CelTypeKind.Optional => CelType.OptionalOf(parameters[0]),
            CelTypeKind.Type => a,
            _ => CelType.Opaque(a.Name, parameters),
        };
    }
}
