using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using DutyRules.Events;
using DutyRules.Norms;

namespace DutyRules.Tests.Generation;

/// <summary>What a norm is made of, found by its properties, so that no new form is left out.</summary>
internal static class ModelParts
{
    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Properties = new();

    /// <summary>The frame, period, parties, content, set, exceptions, anchors and days of a norm, its terms, its expressions and the states that they read.</summary>
    public static IEnumerable<object> Of(Norm norm) => new object[] { norm.Frame, norm.Parties, norm.Window, norm.Content, norm.Exceptions }.SelectMany(Within);

    private static IEnumerable<object> Within(object part) => part switch
    {
        StateDefinition state => [state],
        EventType or Field or Role or Table => [],
        IEnumerable many => many.Cast<object>().SelectMany(Within),
        _ => Properties.GetOrAdd(part.GetType(), PropertiesOf).Select(property => property.GetValue(part)).OfType<object>().SelectMany(Within).Prepend(part),
    };

    /// <summary>Nothing is looked for in what is no part of the model of norms.</summary>
    private static PropertyInfo[] PropertiesOf(Type type) => type.Namespace is "DutyRules.Norms" or "DutyRules.Expressions" or "DutyRules.Events" && !type.IsEnum && type != typeof(Value)
        ? [.. type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.GetIndexParameters().Length == 0)]
        : [];
}
