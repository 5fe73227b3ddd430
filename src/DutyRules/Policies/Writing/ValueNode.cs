using DutyRules.Events;
using DutyRules.Policies.Yaml;
using NodaTime.Text;

namespace DutyRules.Policies.Writing;

/// <summary>Writes types and values.</summary>
internal sealed class ValueNode(Speech speech)
{
    /// <summary>The type of a field or a figure.</summary>
    public YamlNode Type(FieldType type) => type.Kind == ValueKind.Choice ? speech.List(type.Choices.Select(speech.Text)) : speech.Phrase(WordOf(type));

    public YamlScalar Of(Value value) => value.Kind switch
    {
        ValueKind.Truth => speech.Phrase(value.AsTruth ? Keywords.Yes : Keywords.No),
        ValueKind.Duration => speech.Phrase(speech.Length(value.AsDuration)),
        ValueKind.Time => speech.Phrase(Speech.Time(value.AsTime)),
        ValueKind.Integer => speech.Phrase(Speech.Number(value.AsInteger)),
        ValueKind.Number or ValueKind.Money => speech.Phrase(Speech.Number(value.AsNumber)),
        ValueKind.Date => speech.Phrase(Speech.Date(value.AsDate)),
        ValueKind.Instant => speech.Phrase(InstantPattern.ExtendedIso.Format(value.AsInstant)),
        _ => speech.Text(value.AsText),
    };

    private static Keyword WordOf(FieldType type) => type switch
    {
        { Role: FieldRole.Person } => Keywords.Person,
        { Role: FieldRole.Site } => Keywords.Site,
        { Role: FieldRole.Case } => Keywords.Case,
        _ => type.Kind switch
        {
            ValueKind.Number => Keywords.NumberType,
            ValueKind.Integer => Keywords.IntegerType,
            ValueKind.Truth => Keywords.TruthType,
            ValueKind.Duration => Keywords.DurationType,
            ValueKind.Money => Keywords.MoneyType,
            ValueKind.Instant => Keywords.InstantType,
            ValueKind.Date => Keywords.DateType,
            ValueKind.Time => Keywords.TimeType,
            _ => Keywords.TextType,
        },
    };
}
