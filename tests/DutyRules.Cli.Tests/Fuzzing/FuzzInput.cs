namespace DutyRules.Cli.Tests.Fuzzing;

/// <summary>A file that was tampered with, and the world that it belongs to.</summary>
/// <param name="Seed">From what it was made.</param>
/// <param name="World">The files around it.</param>
/// <param name="Name">Its name.</param>
/// <param name="Bytes">What stands in it.</param>
internal sealed record FuzzInput(long Seed, World World, string Name, byte[] Bytes)
{
    /// <summary>The same as text; signs that no bytes can show are in it where it was made of such.</summary>
    public string? Text { get; init; }

    /// <summary>The bytes as text, in the encoding that a byte order mark tells.</summary>
    public string Decoded => new StreamReader(new MemoryStream(Bytes), detectEncodingFromByteOrderMarks: true).ReadToEnd();
}

/// <summary>A kind of input: how one is made, and what is done with it. Trying says whether it is valid after all.</summary>
internal sealed record FuzzKind(string Name, Func<Chance, FuzzInput> Make, Func<FuzzInput, bool> Try);

/// <summary>Inputs that did harm, on disk.</summary>
internal static class Kept
{
    public static string Write(FuzzInput input)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Environment.GetEnvironmentVariable("DUTYRULES_FUZZ_KEEP") ?? Path.Combine(Path.GetTempPath(), "dutyrules-fuzz"), $"{input.Seed}"));
        foreach (var file in input.World.Files)
        {
            File.WriteAllText(Path.Combine(folder.FullName, Path.GetFileName(file.Path)), file.Text);
        }

        File.WriteAllBytes(Path.Combine(folder.FullName, Path.GetFileName(input.Name)), input.Bytes);
        return $"seed {input.Seed}: {Path.Combine(folder.FullName, Path.GetFileName(input.Name))}";
    }
}
