// Compiled by .ci/run against the packed library, outside the repository: it sees what a user of the package sees.
using System.Reflection;

var library = Assembly.Load("DutyRules");
var references = library.GetReferencedAssemblies().Select(reference => Assembly.Load(reference).GetName().Name).ToArray();

Console.WriteLine($"DutyRules {library.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion} loads with {references.Length} references");
