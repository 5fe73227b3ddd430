using DutyRules.Examples;
using NodaTime.Text;

var builder = WebApplication.CreateBuilder(args);
var desk = new Desk(builder.Configuration["policies"] ?? "examples/telecom-hall");
var loaded = desk.Load();
if (loaded.Policies is null)
{
    Console.Error.WriteLine(string.Join('\n', loaded.Diagnostics));
    return 1;
}

var app = builder.Build();

app.MapPost("/policies", () => desk.Load() is { Policies: null } wrong ? Results.BadRequest(wrong.Diagnostics.Select(d => d.ToString())) : Results.NoContent());

app.MapPost("/events", async (HttpRequest request) =>
{
    using var reader = new StreamReader(request.Body);
    var problems = desk.Take((await reader.ReadToEndAsync()).Split('\n'));
    return problems.Count == 0 ? Results.NoContent() : Results.Ok(problems);
});

app.MapPost("/time", (string to) =>
{
    if (InstantPattern.ExtendedIso.Parse(to) is not { Success: true } time)
    {
        return Results.BadRequest("say when: /time?to=2026-06-02T00:00:00Z");
    }

    desk.MoveTo(time.Value);
    return Results.NoContent();
});

app.MapGet("/open", () => desk.Open());

app.MapGet("/verdicts", (string? norm) => Results.Text(desk.Decided(norm), "application/jsonl"));

app.Run();
return 0;
