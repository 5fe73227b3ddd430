// DUTY7107
var h = new DutyRules.Scripts.ScriptSettings { Allowed = true };
