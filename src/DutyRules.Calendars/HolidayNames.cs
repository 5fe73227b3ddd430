using DutyRules.Diagnostics;

namespace DutyRules.Calendars;

/// <summary>The English names of Chinese public holidays.</summary>
internal static class HolidayNames
{
    private const char Joint = '、';

    private static readonly Dictionary<string, string> English = new()
    {
        ["元旦"] = "New Year's Day",
        ["春节"] = "Spring Festival",
        ["清明节"] = "Qingming",
        ["劳动节"] = "Labour Day",
        ["端午节"] = "Dragon Boat Festival",
        ["中秋节"] = "Mid-Autumn Festival",
        ["国庆节"] = "National Day",
    };

    /// <summary>The name in both languages; one that is not known stays as it is. <c>国庆节、中秋节</c> is two names.</summary>
    public static LocalizedText Localize(string name) =>
        new(string.Join(" and ", name.Split(Joint).Select(part => English.GetValueOrDefault(part.Trim(), part.Trim()))), name);
}
