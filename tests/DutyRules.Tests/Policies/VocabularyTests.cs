namespace DutyRules.Tests.Policies;

public class VocabularyTests
{
    [Fact]
    public async Task Reads_events_states_roles_people_and_parameters()
    {
        var result = Samples.Load(Samples.Hall, "policy: p\nuses: hall\nnorms: {}\n");
        Assert.Equal("", Samples.Report(result));
        var vocabulary = result.Policies!.Vocabulary;
        await Verify(string.Join('\n', vocabulary.Events.Select(e => ModelText.Of(e))
            .Concat(vocabulary.States.Select(s => ModelText.Of(s)))
            .Append(ModelText.Of(vocabulary.Roles)).Append(ModelText.Of(vocabulary.Sites))
            .Append(ModelText.Of(vocabulary.Roster)).Append(ModelText.Of(vocabulary.Parameters))));
    }
}
