using System.CommandLine;

var root = new RootCommand("Checks, tests and runs duty policies.");
return root.Parse(args).Invoke();
