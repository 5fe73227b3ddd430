using System.Reflection;
using System.Runtime.Loader;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DutyRules.Dsl.Tests;

/// <summary>What the README shows is true.</summary>
public sealed partial class ReadmeTests
{
    private static readonly string _root = Path.GetFullPath(Path.Combine(
        typeof(ReadmeTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "ProjectDirectory").Value!, "..", ".."));

    private static string Readme => File.ReadAllText(Path.Combine(_root, "README.md"));

    [Fact]
    public void The_program_compiles_and_prints_what_is_said()
    {
        var program = Block("csharp").Replace("examples/telecom-hall", Path.Combine(_root, "examples/telecom-hall").Replace('\\', '/'), StringComparison.Ordinal);
        var expected = AfterProgram().Match(Readme).Groups[1].Value;

        Assert.Equal(expected, Run(Compile(program)));
    }

    [Fact]
    public void The_duty_is_that_of_the_example()
    {
        var duty = Block("yaml");

        Assert.Contains(duty, File.ReadAllText(Path.Combine(_root, "examples/telecom-hall/store-manager.duty.yaml")), StringComparison.Ordinal);
    }

    private static string Block(string language) =>
        Regex.Match(Readme, $"```{language}\n(.*?)```", RegexOptions.Singleline).Groups[1].Value;

    private static byte[] Compile(string program)
    {
        const string usings = "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq;";
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Select(path => MetadataReference.CreateFromFile(path));
        var compilation = CSharpCompilation.Create(
            "ReadmeProgram", [CSharpSyntaxTree.ParseText(usings), CSharpSyntaxTree.ParseText(program)], references,
            new CSharpCompilationOptions(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable));
        using var stream = new MemoryStream();
        var result = compilation.Emit(stream);
        Assert.Empty(result.Diagnostics.Where(d => d.Severity >= DiagnosticSeverity.Warning));
        return stream.ToArray();
    }

    private static string Run(byte[] program)
    {
        var entry = AssemblyLoadContext.Default.LoadFromStream(new MemoryStream(program)).EntryPoint!;
        var console = Console.Out;
        var written = new StringWriter { NewLine = "\n" };
        Console.SetOut(written);
        try
        {
            entry.Invoke(null, entry.GetParameters().Length == 0 ? null : [Array.Empty<string>()]);
        }
        finally
        {
            Console.SetOut(console);
        }

        return written.ToString();
    }

    [GeneratedRegex("prints\n\n```\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex AfterProgram();
}
