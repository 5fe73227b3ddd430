using System.Reflection;
using DutyRules.Policies;
using DutyRules.Policies.Yaml;
using NodaTime;

namespace DutyRules.Dsl.Writing;

/// <summary>The types of the language that types of C# stand for.</summary>
internal static class FieldKinds
{
    private static readonly Dictionary<Type, Keyword> Known = new()
    {
        [typeof(string)] = Keywords.TextType, [typeof(decimal)] = Keywords.NumberType, [typeof(double)] = Keywords.NumberType,
        [typeof(int)] = Keywords.IntegerType, [typeof(long)] = Keywords.IntegerType, [typeof(bool)] = Keywords.TruthType,
        [typeof(Duration)] = Keywords.DurationType, [typeof(Money)] = Keywords.MoneyType, [typeof(Instant)] = Keywords.InstantType,
        [typeof(LocalDate)] = Keywords.DateType, [typeof(LocalTime)] = Keywords.TimeType, [typeof(PersonId)] = Keywords.Person, [typeof(SiteId)] = Keywords.Site,
    };

    /// <summary>The type that stands after <c>is</c>; null when there is none.</summary>
    public static YamlNode? TypeOf(Type type, Pen pen) =>
        Plain(type) is var plain && plain.IsEnum ? pen.List(Words(plain).Select(w => (YamlNode)pen.Text(w)))
        : plain == typeof(Figure) ? pen.Word("share")
        : Known.TryGetValue(plain, out var word) ? pen.Words(word)
        : null;

    /// <summary>The fields that a record of an event declares.</summary>
    public static IEnumerable<YamlEntry> FieldsOf(Type happening, Pen pen)
    {
        foreach (var property in happening.GetProperties(BindingFlags.Instance | BindingFlags.Public).Where(p => p.DeclaringType != typeof(Happening) && p.DeclaringType != typeof(object)))
        {
            string name = DeclaredName.Of(property);
            var type = Plain(property.PropertyType);
            yield return type == typeof(CaseId) ? name == Keywords.Case.En ? pen.Entry(Keywords.Case, pen.Word(name)) : pen.Entry(name, pen.Words(Keywords.Case))
                : type == typeof(ThingId) || (type == typeof(PersonId) && name == "person") || (type == typeof(SiteId) && name == "site") ? pen.Entry(name, pen.Word(""))
                : pen.Entry(name, TypeOf(type, pen) ?? pen.Word(type.Name));
        }
    }

    private static IEnumerable<string> Words(Type type) => Enum.GetValues(type).Cast<object>().Select(v => DeclaredName.OfWord(type, v));

    private static Type Plain(Type type) => Nullable.GetUnderlyingType(type) ?? type;
}
