using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using DutyRules.Dsl;
using DutyRules.Policies;
using NodaTime;

namespace DutyRules.Analyzers.Interpreting;

/// <summary>The members that are called while code is analyzed: words of the fluent language, values of NodaTime, and what computes texts, numbers and lists. None reads a clock, a file or the machine.</summary>
internal static class Allowed
{
    // A number beyond this may ask for more memory or time than there is.
    private const long Most = 20_000;

    private static readonly HashSet<Type> Plain =
    [
        typeof(object), typeof(string), typeof(char), typeof(bool), typeof(byte), typeof(short), typeof(int), typeof(long), typeof(decimal), typeof(double), typeof(float), typeof(Math), typeof(TimeSpan),
        typeof(Enum), typeof(Convert), typeof(Enumerable), typeof(Nullable<>), typeof(List<>), typeof(Dictionary<,>), typeof(HashSet<>), typeof(KeyValuePair<,>), typeof(Tuple), typeof(StringComparer),
        typeof(ImmutableArray), typeof(ImmutableArray<>), typeof(ICollection<>), typeof(IEnumerable<>), typeof(IReadOnlyList<>), typeof(IReadOnlyCollection<>), typeof(IReadOnlyDictionary<,>), typeof(IDictionary<,>), typeof(IList<>),
    ];

    private static readonly string[] ValuesOfNodaTime = [nameof(Duration), nameof(Instant), nameof(LocalDate), nameof(LocalTime), nameof(LocalDateTime), nameof(NodaTime.Period), nameof(IsoDayOfWeek), nameof(YearMonth), nameof(AnnualDate), nameof(NodaConstants), nameof(Offset)];

    public static bool IsCalled(MemberInfo member, IEnumerable<object?> arguments)
    {
        var type = member.DeclaringType!;
        var definition = type.IsGenericType ? type.GetGenericTypeDefinition() : type;
        return IsOfLanguage(type)
            || type == typeof(PolicyFile)
            || (type.Assembly == typeof(Instant).Assembly && ValuesOfNodaTime.Contains(type.Name))
            || type.IsEnum
            || (type == typeof(CultureInfo) && member.Name == nameof(CultureInfo.InvariantCulture))
            || type.FullName!.StartsWith("System.ValueTuple", StringComparison.Ordinal)
            || ((Plain.Contains(definition) || type.IsArray) && member.Name != nameof(GetType) && IsSmall(arguments));
    }

    public static bool IsOfLanguage(Type? type) => type is { Namespace: "DutyRules.Dsl" or "DutyRules.Norms" } && type.Assembly == typeof(Duties).Assembly;

    private static bool IsSmall(IEnumerable<object?> arguments) => arguments.All(a => a is not (int or long) || Convert.ToInt64(a, CultureInfo.InvariantCulture) is >= -Most and <= Most);
}
