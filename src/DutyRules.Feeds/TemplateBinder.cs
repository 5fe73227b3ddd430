using DutyRules.Diagnostics;
using DutyRules.Policies.Reading;
using DutyRules.Policies.Yaml;

namespace DutyRules.Feeds;

/// <summary>Reads texts with columns in braces.</summary>
internal sealed class TemplateBinder(FileScope file)
{
    /// <summary>The template; null when there is none or, reported, it is wrong.</summary>
    public Template? Bind(YamlNode? node, SourceSpan place)
    {
        // {column} without quotation marks is a mapping in YAML.
        if (node is YamlMapping mapping)
        {
            file.Report(FeedDiagnostics.QuotesNeeded, mapping.Span);
            return null;
        }

        if (file.Scalar(node, place) is not { } scalar)
        {
            return null;
        }

        var template = Template.Parse(scalar.Text, scalar.Content);
        if (template is null)
        {
            file.Report(FeedDiagnostics.BadBraces, scalar.Span);
        }

        return template;
    }
}
