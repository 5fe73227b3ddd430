// DUTY7101
var p = DutyRules.Policies.PolicyLoader.LoadFrom("/etc");
