using System.Reflection;

namespace System.Text.RegularExpressions;

/// <summary>Marks a method that gives a regular expression. Nothing generates it here, so it is made when it is first asked for.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class GeneratedRegexAttribute(string pattern) : Attribute
{
    private readonly string _pattern = pattern;

    /// <summary>The expression that stands over a method of a type.</summary>
    public static Regex Of(Type type, string method) =>
        new(type.GetMethod(method, BindingFlags.Static | BindingFlags.NonPublic)!.GetCustomAttribute<GeneratedRegexAttribute>()!._pattern);
}
