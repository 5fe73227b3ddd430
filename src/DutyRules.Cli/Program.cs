using DutyRules.Cli;

return CommandLine.Run(args, Surroundings.OfProcess());
