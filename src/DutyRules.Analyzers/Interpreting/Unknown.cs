using DutyRules.Diagnostics;
using Microsoft.CodeAnalysis;

namespace DutyRules.Analyzers.Interpreting;

/// <summary>Stands for a value that is known only when the program runs.</summary>
/// <param name="Where">The expression that could not be followed.</param>
/// <param name="Why">What stands in the way.</param>
internal sealed record Unknown(SyntaxNode Where, LocalizedText Why)
{
    public static Unknown Outside(SyntaxNode where) => new(where, new("its value comes from outside", "其值来自外部"));

    public static Unknown NotFollowed(SyntaxNode where) => new(where, new("this is not followed", "不跟踪此类代码"));

    public static Unknown NotPure(SyntaxNode where, string called) => new(where, new($"`{called}` is not called while code is analyzed", $"分析代码时不会调用 `{called}`"));

    public static Unknown Throws(SyntaxNode where, string message) => new(where, new($"it throws: {message}", $"它会抛出异常：{message}"));

    public static Unknown TooLong(SyntaxNode where) => new(where, new("it takes too many steps", "步骤过多"));
}
