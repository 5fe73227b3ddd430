using System.Collections.Frozen;
using DutyRules.Diagnostics;

namespace DutyRules.Scripts.Checking;

/// <summary>What a policy may name. All else is refused, with the reason that fits best. Types go by their metadata names: <c>System.Collections.Generic.List`1</c>.</summary>
internal sealed class AllowList(IEnumerable<string> namespaces)
{
    private static readonly string[] EveryScript =
    [
        "System.Collections.Generic", "System.Collections.Immutable", "System.Linq", "NodaTime", "NodaTime.Calendars", "NodaTime.Text", "NodaTime.TimeZones",
        "DutyRules.Diagnostics", "DutyRules.Events", "DutyRules.Norms", "DutyRules.Time",
    ];

    private static readonly FrozenSet<string> Types = FrozenSet.Create(
        "System.Object", "System.String", "System.Char", "System.Boolean", "System.Byte", "System.SByte", "System.Int16", "System.UInt16", "System.Int32", "System.UInt32", "System.Int64", "System.UInt64",
        "System.Int128", "System.UInt128", "System.Single", "System.Double", "System.Half", "System.Decimal", "System.Void", "System.Enum", "System.ValueType", "System.Nullable", "System.Nullable`1",
        "System.Math", "System.MathF", "System.MidpointRounding", "System.Convert", "System.DayOfWeek", "System.Array", "System.Index", "System.Range", "System.ValueTuple",
        "System.StringComparison", "System.StringComparer", "System.StringSplitOptions", "System.Text.StringBuilder", "System.Text.Rune", "System.ReadOnlySpan`1", "System.Span`1", "System.MemoryExtensions",
        "System.IComparable", "System.IComparable`1", "System.IEquatable`1", "System.IFormattable", "System.ISpanFormattable", "System.IDisposable", "System.ICloneable", "System.IConvertible",
        "System.IParsable`1", "System.ISpanParsable`1", "System.Comparison`1", "System.Predicate`1", "System.Converter`2", "System.Action",
        "System.Collections.IEnumerable", "System.Collections.IEnumerator", "System.Collections.ICollection", "System.Collections.IList", "System.Collections.IDictionary",
        "System.Exception", "System.SystemException", "System.ApplicationException", "System.ArgumentException", "System.ArgumentNullException", "System.ArgumentOutOfRangeException", "System.ArithmeticException",
        "System.DivideByZeroException", "System.FormatException", "System.IndexOutOfRangeException", "System.InvalidCastException", "System.InvalidOperationException", "System.NotImplementedException",
        "System.NotSupportedException", "System.NullReferenceException", "System.OverflowException");

    private static readonly FrozenDictionary<string, DiagnosticDescriptor> Members = Refused(
        (RefusalDiagnostics.Hashes, ["*.GetHashCode", "System.Collections.Generic.EqualityComparer`1.GetHashCode", "System.Collections.Generic.IEqualityComparer`1.GetHashCode"]),
        (RefusalDiagnostics.Reflection, ["System.Object.GetType", "System.Exception.GetType", "System.Exception.get_StackTrace", "System.Exception.get_TargetSite", "System.Exception.get_Source", "System.Exception.get_Data",
            "System.Exception.get_HResult", "System.Array.CreateInstance", "System.Array.CreateInstanceFromArrayType", "System.Enum.GetUnderlyingType"]),
        (RefusalDiagnostics.Culture, ["System.StringComparer.get_CurrentCulture", "System.StringComparer.get_CurrentCultureIgnoreCase", "System.StringComparer.Create", "System.StringComparison.CurrentCulture",
            "System.StringComparison.CurrentCultureIgnoreCase", "System.String.Normalize", "NodaTime.DateTimeZoneProviders.get_Bcl", "NodaTime.DateTimeZoneProviders.get_Serialization", "NodaTime.DateTimeZoneProviders.set_Serialization",
            "NodaTime.IDateTimeZoneProvider.GetSystemDefault"]),
        (RefusalDiagnostics.Unsafe, ["System.String.GetPinnableReference", "System.ReadOnlySpan`1.GetPinnableReference", "System.Span`1.GetPinnableReference", "System.String.Create"]),
        (RefusalDiagnostics.Memory, ["System.String.Intern", "System.String.IsInterned"]),
        (RefusalDiagnostics.NotBounded, ["System.Linq.Enumerable.InfiniteSequence", "System.Linq.Enumerable.Sequence", "System.Collections.Generic.List`1.set_Capacity", "System.Text.StringBuilder.set_Capacity",
            "System.Text.StringBuilder.set_Length", "System.Text.StringBuilder.EnsureCapacity"]));

    // The longest that fits says why.
    private static readonly (string Prefix, DiagnosticDescriptor Kind)[] Reasons =
    [
        .. new (DiagnosticDescriptor Kind, string[] Prefixes)[]
        {
            (RefusalDiagnostics.Dynamic, ["System.Dynamic."]),
            (RefusalDiagnostics.Clock, ["System.DateTime", "System.DateOnly", "System.TimeOnly", "System.TimeSpan", "System.TimeProvider", "System.Diagnostics.Stopwatch", "NodaTime.SystemClock", "NodaTime.IClock", "NodaTime.ZonedClock", "NodaTime.Extensions."]),
            (RefusalDiagnostics.Chance, ["System.Random", "System.Guid", "System.Security.Cryptography."]),
            (RefusalDiagnostics.Files, ["System.IO.", "Microsoft.Win32.SafeHandles.", "DutyRules.Dsl.Duties"]),
            (RefusalDiagnostics.Network, ["System.Net.", "System.Uri"]),
            (RefusalDiagnostics.Environment, ["System.Environment", "System.Console", "System.AppContext", "System.OperatingSystem", "System.Diagnostics.", "Microsoft.Win32.", "System.Security."]),
            (RefusalDiagnostics.Reflection, ["System.Reflection.", "System.Type", "System.Activator", "System.AppDomain", "System.Delegate", "System.MulticastDelegate", "System.Runtime.CompilerServices.", "System.Runtime.Loader.",
                "System.Linq.Expressions.", "System.Runtime.Serialization.", "System.Runtime.Versioning.", "Microsoft.CSharp.", "Microsoft.CodeAnalysis.", "System.RuntimeTypeHandle", "System.RuntimeMethodHandle", "System.RuntimeFieldHandle",
                "System.ModuleHandle", "System.Resources.", "System.LocalAppContextSwitches", "DutyRules.Scripts."]),
            (RefusalDiagnostics.Threads, ["System.Threading.", "System.Timers.", "System.Lazy", "System.IAsyncDisposable", "System.Collections.Generic.IAsyncEnumer", "System.Progress", "System.IProgress", "System.Linq.Parallel",
                "System.Linq.OrderedParallelQuery", "System.Linq.AsyncEnumerable", "System.AsyncCallback", "System.IAsyncResult", "System.Collections.Concurrent."]),
            (RefusalDiagnostics.Unsafe, ["System.Runtime.InteropServices.", "System.Runtime.Intrinsics.", "System.IntPtr", "System.UIntPtr", "System.Buffers.", "System.TypedReference", "System.ArgIterator", "System.RuntimeArgumentHandle", "System.Memory`",
                "System.ReadOnlyMemory`", "System.Buffer", "System.Numerics."]),
            (RefusalDiagnostics.Memory, ["System.GC", "System.WeakReference", "System.Runtime.GC", "System.Runtime.MemoryFailPoint", "System.Runtime.JitInfo", "System.Runtime.ProfileOptimization"]),
            (RefusalDiagnostics.Culture, ["System.Globalization.", "System.TimeZone", "NodaTime.TimeZones.BclDateTimeZone", "System.IFormatProvider"]),
            (RefusalDiagnostics.Hashes, ["System.HashCode", "System.Collections.Immutable.ImmutableDictionary", "System.Collections.Immutable.ImmutableHashSet", "System.Collections.Immutable.IImmutableDictionary",
                "System.Collections.Immutable.IImmutableSet", "System.Collections.Frozen."]),
            (RefusalDiagnostics.NotOnTheList, ["System.Linq.Queryable", "System.Linq.IQueryable", "System.Linq.IOrderedQueryable", "System.Linq.EnumerableQuery", "System.Linq.EnumerableExecutor", "System.Collections.Immutable.ImmutableInterlocked"]),
        }.SelectMany(r => r.Prefixes.Select(p => (p, r.Kind))).OrderByDescending(r => r.p.Length),
    ];

    // Those that lie in assemblies that scripts do not see, so that the compiler knows no more than the word.
    private static readonly FrozenDictionary<string, DiagnosticDescriptor> Words = Refused(
        (RefusalDiagnostics.Environment, ["Console", "Process", "ProcessStartInfo", "Registry"]),
        (RefusalDiagnostics.Network, ["Net", "Http", "Sockets", "HttpClient", "WebClient", "WebRequest", "TcpClient", "TcpListener", "UdpClient", "Socket", "Dns", "Ping", "NetworkInformation", "Mail", "SmtpClient"]),
        (RefusalDiagnostics.Chance, ["Cryptography", "RandomNumberGenerator"]),
        (RefusalDiagnostics.Files, ["FileSystemWatcher", "MemoryMappedFiles", "MemoryMappedFile", "IsolatedStorage", "Compression", "ZipFile"]),
        (RefusalDiagnostics.Reflection, ["Expressions", "Expression", "CodeAnalysis", "CSharpScript", "CSharp", "Emit"]),
        (RefusalDiagnostics.Threads, ["Parallel", "AsParallel", "Timers", "Channels", "Concurrent", "ConcurrentDictionary", "ConcurrentBag", "ConcurrentQueue"]),
        (RefusalDiagnostics.Dynamic, ["ExpandoObject", "DynamicObject"]),
        (RefusalDiagnostics.Hashes, ["Frozen", "FrozenDictionary", "FrozenSet"]),
        (RefusalDiagnostics.NotOnTheList, ["Regex", "RegularExpressions", "BigInteger", "Json", "Xml", "DataTable"]));

    private static readonly FrozenSet<string> Attributes = FrozenSet.Create(
        "System.FlagsAttribute", "System.ObsoleteAttribute", "System.Runtime.CompilerServices.CallerFilePathAttribute", "System.Runtime.CompilerServices.CallerLineNumberAttribute",
        "System.Runtime.CompilerServices.CallerMemberNameAttribute", "System.Runtime.CompilerServices.CallerArgumentExpressionAttribute");

    private readonly FrozenSet<string> _namespaces = EveryScript.Concat(namespaces).ToFrozenSet();

    /// <summary>Why a type may not be used; null: it may.</summary>
    public DiagnosticDescriptor? OfType(string space, string name)
    {
        var full = space.Length == 0 ? name : $"{space}.{name}";
        if (Types.Contains(full) || (space == "System" && IsFamily(name)))
        {
            return null;
        }

        var reason = ReasonFor(full);
        return _namespaces.Contains(space) && reason is null ? null : reason ?? RefusalDiagnostics.NotOnTheList;
    }

    /// <summary>Why a member of a type that may be used may not be used itself; null: it may. Accessors go by their names in metadata.</summary>
    public static DiagnosticDescriptor? OfMember(string type, string member) => Members.GetValueOrDefault($"{type}.{member}") ?? Members.GetValueOrDefault($"*.{member}");

    /// <summary>True for an attribute that says something to the compiler or to readers only.</summary>
    public static bool HasAttribute(string full) => Attributes.Contains(full);

    /// <summary>Why a word that the compiler does not know may not be used; null: it means nothing to us either.</summary>
    public static DiagnosticDescriptor? OfUnknownWord(string word) => Words.GetValueOrDefault(word);

    private static DiagnosticDescriptor? ReasonFor(string full)
    {
        foreach (var (prefix, kind) in Reasons)
        {
            if (full.StartsWith(prefix, StringComparison.Ordinal))
            {
                return kind;
            }
        }

        return null;
    }

    private static bool IsFamily(string name) =>
        name.StartsWith("Func`", StringComparison.Ordinal) || name.StartsWith("Action`", StringComparison.Ordinal) || name.StartsWith("ValueTuple`", StringComparison.Ordinal);

    private static FrozenDictionary<string, DiagnosticDescriptor> Refused(params (DiagnosticDescriptor Kind, string[] Names)[] groups) =>
        groups.SelectMany(g => g.Names.Select(n => (n, g.Kind))).ToFrozenDictionary(p => p.n, p => p.Kind);
}
