using DutyRules.Diagnostics;

namespace DutyRules.Norms;

/// <summary>The names of kinds of entries.</summary>
public static class CatalogueKinds
{
    /// <summary>The name in JSON.</summary>
    public static string Name(this CatalogueKind kind) => kind switch
    {
        CatalogueKind.Disabled => "disabled",
        CatalogueKind.Improper => "improper",
        CatalogueKind.Definition => "definition",
        CatalogueKind.Statement => "statement",
        CatalogueKind.Heading => "heading",
        CatalogueKind.Principle => "principle",
        CatalogueKind.Conflict => "conflict",
        CatalogueKind.DutyOfOthers => "duty-of-others",
        CatalogueKind.OtherLaw => "other-law",
        _ => "permission",
    };

    /// <summary>What people call it.</summary>
    public static LocalizedText Title(this CatalogueKind kind) => kind switch
    {
        CatalogueKind.Disabled => new("disabled", "停用"),
        CatalogueKind.Improper => new("improper", "不当"),
        CatalogueKind.Definition => new("definition", "定义"),
        CatalogueKind.Statement => new("statement", "说明"),
        CatalogueKind.Heading => new("heading", "标题"),
        CatalogueKind.Principle => new("principle", "原则"),
        CatalogueKind.Conflict => new("conflict", "冲突"),
        CatalogueKind.DutyOfOthers => new("duty of others", "他方义务"),
        CatalogueKind.OtherLaw => new("other law", "转引"),
        _ => new("permission", "许可"),
    };
}
