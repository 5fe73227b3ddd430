using DutyRules.Diagnostics;
using NodaTime;

namespace DutyRules.Events;

/// <summary>
/// Events in which somebody says whether a duty was kept: person (who says it), the norm, what of the instance has a name (bearer, of-case, thing), and kept.
/// </summary>
public static class AttestationEvents
{
    /// <summary>The name of the field with who attests.</summary>
    public const string PersonField = "person";

    /// <summary>The name of the field with the id of the norm.</summary>
    public const string NormField = "norm";

    /// <summary>The name of the field with who bears the duty.</summary>
    public const string BearerField = "bearer";

    /// <summary>The name of the field with the case of the duty.</summary>
    public const string CaseField = "of-case";

    /// <summary>The name of the field with the thing of the duty.</summary>
    public const string ThingField = "thing";

    /// <summary>The name of the field that says whether the duty was kept.</summary>
    public const string KeptField = "kept";

    /// <summary>Declares the type.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="partitionField">The partition field of the vocabulary.</param>
    /// <param name="title">What people call it; null: its name.</param>
    /// <param name="lateness">How late the records may arrive.</param>
    /// <param name="span">Where it was declared.</param>
    public static EventType Declare(
        string name, string partitionField, LocalizedText? title = null, Duration lateness = default, SourceSpan span = default)
    {
        (string Name, FieldType Type)[] fields =
        [
            (PersonField, FieldType.Person), (partitionField, FieldType.Site), (NormField, FieldType.Text), (BearerField, FieldType.Person),
            (CaseField, FieldType.Text), (ThingField, FieldType.Text), (KeptField, FieldType.Truth),
        ];
        return new EventType
        {
            Name = name,
            Title = title ?? LocalizedText.Same(name),
            Fields = [.. fields.Select((field, index) => new Field(field.Name, field.Type, index, span))],
            Lateness = lateness,
            Span = span,
        };
    }
}
