using System.Runtime.Loader;
using DutyRules.Scripts.Tests.Support;

namespace DutyRules.Scripts.Tests;

[Collection(nameof(Alone))]
public sealed class ReloadTests : IDisposable
{
    private readonly ScriptFolderOnDisk _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_thousand_reloads_leave_nothing_behind()
    {
        // Ten texts, so that some are compiled anew and others come from memory; types and conditions of their own, which others might keep.
        for (var i = 0; i < 10; i++)
        {
            _folder.With($"{i}.csx", $$"""
                record Call{{i}}(int Waiting);
                enum Kind { A, B }
                for (var n = 0; n < 10; n++) { Note($"{n}{Kind.A}"); }
                When<Call{{i}}>(c => c.Waiting > {{i}});
                """);
        }

        var host = new ScriptHost(new ScriptSettings { Allowed = true }, Notebook.Surface);
        for (var i = 0; i < 30; i++)
        {
            Load(host, i);
        }

        var before = Counted();
        for (var i = 0; i < 1000; i++)
        {
            Load(host, i);
        }

        var after = Counted();
        // What was still on its way out before may be gone since.
        Assert.InRange(after.Assemblies, 1, before.Assemblies);
        Assert.InRange(after.Contexts, 0, before.Contexts);
        Assert.True(after.Bytes < before.Bytes + 2_000_000, $"{before.Bytes} bytes before, {after.Bytes} after");
    }

    private void Load(ScriptHost host, int i)
    {
        // Every 50th is a text that was not there before.
        if (i % 50 == 0)
        {
            _folder.With($"{i % 10}.csx", $"Note({i});\nrecord Call(int Waiting);\nWhen<Call>(c => c.Waiting > 1);");
        }

        Assert.True(_folder.Run($"{i % 10}.csx", host).Run.Completed);
    }

    // What can go goes after some collections; of a context even its finalizer has to run.
    private static (int Assemblies, int Contexts, long Bytes) Counted()
    {
        var (assemblies, contexts) = (int.MaxValue, int.MaxValue);
        for (var i = 0; i < 20; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            (assemblies, contexts) = (AppDomain.CurrentDomain.GetAssemblies().Length, AssemblyLoadContext.All.Count(c => c.IsCollectible));
            if (contexts == 0)
            {
                break;
            }
        }

        return (assemblies, contexts, GC.GetTotalMemory(forceFullCollection: true));
    }
}

/// <summary>Tests that count what there is in the process.</summary>
[CollectionDefinition(DisableParallelization = true)]
public sealed class Alone;
