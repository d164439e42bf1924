using System.Reflection;

namespace EcomOps.Architecture.Tests;

internal static class PublicApi
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <summary>Types that callers of a type see: base, interfaces, and signatures of public and protected members, generic arguments included.</summary>
    internal static IEnumerable<Type> TypesUsedBy(Type type)
    {
        IEnumerable<Type?> used =
        [
            type.BaseType,
            .. type.GetInterfaces(),
            .. type.GetFields(Declared).Where(f => f.IsPublic || f.IsFamily).Select(f => f.FieldType),
            .. type.GetMethods(Declared).Where(IsSeen).SelectMany(m => m.GetParameters().Select(p => p.ParameterType).Append(m.ReturnType)),
            .. type.GetConstructors(Declared).Where(IsSeen).SelectMany(c => c.GetParameters().Select(p => p.ParameterType)),
        ];
        return used.OfType<Type>().SelectMany(Unwrap).Distinct();
    }

    private static bool IsSeen(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static IEnumerable<Type> Unwrap(Type type)
    {
        if (type.HasElementType)
        {
            return Unwrap(type.GetElementType()!);
        }

        if (type.IsGenericParameter)
        {
            return [];
        }

        return type.IsGenericType ? type.GetGenericArguments().SelectMany(Unwrap).Prepend(type.GetGenericTypeDefinition()) : [type];
    }
}
