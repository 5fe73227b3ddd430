using System.Reflection;
using System.Text;

namespace DutyRules.Dsl.Writing;

/// <summary>What types, members and words of enums are called in policies: <c>ComplaintReceived</c> is <c>complaint-received</c>.</summary>
internal static class DeclaredName
{
    public static string Of(MemberInfo member) => member.GetCustomAttribute<NamedAttribute>()?.Name ?? Kebab(member.Name);

    public static string OfWord(Type type, object value) => type.GetField(value.ToString()!) is { } field ? Of(field) : value.ToString()!;

    public static string Kebab(string name)
    {
        var text = new StringBuilder(name.Length + 4);
        for (int i = 0; i < name.Length; i++)
        {
            bool begins = char.IsUpper(name[i]) && i > 0
                && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1]))) && name[i - 1] != '_';
            text.Append(begins ? "-" : "").Append(name[i] == '_' ? '-' : char.ToLowerInvariant(name[i]));
        }

        return text.ToString();
    }
}
