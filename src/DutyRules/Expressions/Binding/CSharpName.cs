using System.Text;

namespace DutyRules.Expressions.Binding;

/// <summary>The C# spelling of declared names: <c>drawer-limit</c> is <c>drawerLimit</c>.</summary>
internal static class CSharpName
{
    // The keywords of C#, and the words that this language reserves beside them.
    private static readonly HashSet<string> Reserved =
    [
        "abstract", "as", "base", "bool", "break", "byte", "case", "catch", "char", "checked", "class", "const", "continue", "decimal",
        "default", "delegate", "do", "double", "else", "enum", "event", "explicit", "extern", "false", "finally", "fixed", "float", "for",
        "foreach", "goto", "if", "implicit", "in", "int", "interface", "internal", "is", "lock", "long", "namespace", "new", "null",
        "object", "operator", "out", "override", "params", "private", "protected", "public", "readonly", "ref", "return", "sbyte", "sealed",
        "short", "sizeof", "stackalloc", "static", "string", "struct", "switch", "this", "throw", "true", "try", "typeof", "uint", "ulong",
        "unchecked", "unsafe", "ushort", "using", "virtual", "void", "volatile", "while",
        "and", "or", "not", "yes", "no", "是", "否", "且", "或", "非",
    ];

    /// <summary>The identifier, with <c>@</c> where it would be a reserved word.</summary>
    public static string Of(string name)
    {
        var plain = Plain(name);
        return Reserved.Contains(plain) ? $"@{plain}" : plain;
    }

    /// <summary>The identifier without <c>@</c>.</summary>
    public static string Plain(string name)
    {
        var result = new StringBuilder(name.Length);
        var raise = false;
        foreach (var c in name)
        {
            if (c == '-')
            {
                raise = result.Length > 0;
                continue;
            }

            if (result.Length == 0 && char.IsDigit(c))
            {
                result.Append('_');
            }

            result.Append(raise ? char.ToUpperInvariant(c) : c);
            raise = false;
        }

        return result.ToString();
    }
}
