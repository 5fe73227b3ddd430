using System.Collections.Frozen;
using System.Globalization;
using DutyRules.Diagnostics;
using Diagnostic = DutyRules.Diagnostics.Diagnostic;

namespace DutyRules.Scripts.Compiling;

/// <summary>What the compiler says, in both languages: the gist of the commonest errors in Chinese, then its own words.</summary>
internal static class CompilerMessages
{
    private static readonly FrozenDictionary<string, string> Chinese = new Dictionary<string, string>
    {
        ["CS0019"] = "运算符不能用于这两个类型",
        ["CS0020"] = "除数为零",
        ["CS0029"] = "类型不能隐式转换",
        ["CS0101"] = "同名的类型已存在",
        ["CS0102"] = "同名的成员已存在",
        ["CS0103"] = "没有这个名称",
        ["CS0117"] = "该类型没有这个成员",
        ["CS0118"] = "名称的用法不对",
        ["CS0119"] = "名称的用法不对",
        ["CS0120"] = "需要先有对象才能使用",
        ["CS0122"] = "不可访问",
        ["CS0128"] = "同名的变量已存在",
        ["CS0131"] = "此处不能赋值",
        ["CS0161"] = "并非每条路径都有返回值",
        ["CS0165"] = "变量尚未赋值",
        ["CS0201"] = "这不是一条语句",
        ["CS0200"] = "只读，不能赋值",
        ["CS0234"] = "该命名空间中没有这个名称",
        ["CS0246"] = "没有这个类型或命名空间",
        ["CS0266"] = "类型不能隐式转换，缺少强制转换",
        ["CS0428"] = "方法缺少括号",
        ["CS0841"] = "变量在声明之前使用",
        ["CS0844"] = "变量在声明之前使用",
        ["CS1001"] = "缺少名称",
        ["CS1002"] = "缺少分号 `;`",
        ["CS1003"] = "语法有误",
        ["CS1010"] = "字符串没有结束",
        ["CS1012"] = "字符只能有一个，文本请用双引号",
        ["CS1022"] = "多余的括号或文件不完整",
        ["CS1026"] = "缺少右括号 `)`",
        ["CS1061"] = "没有这个成员",
        ["CS1501"] = "没有这么多参数的方法",
        ["CS1503"] = "参数的类型不对",
        ["CS1513"] = "缺少右花括号 `}`",
        ["CS1514"] = "缺少左花括号 `{`",
        ["CS1525"] = "此处的符号有误",
        ["CS1729"] = "没有这么多参数的构造函数",
        ["CS7036"] = "缺少必需的参数",
        ["CS8078"] = "表达式嵌套过深",
        ["CS8652"] = "语言版本不支持",
    }.ToFrozenDictionary();

    public static Diagnostic Of(Microsoft.CodeAnalysis.Diagnostic error, SourceSpan place) => ScriptDiagnostics.DoesNotCompile.At(place, TextOf(error), error.Id);

    public static LocalizedText TextOf(Microsoft.CodeAnalysis.Diagnostic error)
    {
        var text = error.GetMessage(CultureInfo.InvariantCulture);
        return new LocalizedText(text, Chinese.TryGetValue(error.Id, out var gist) ? $"{gist}。编译器：{text}" : $"编译器：{text}");
    }
}
