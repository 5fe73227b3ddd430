// DUTY7107
DutyRules.Scripts.Guards.BuildGuard.Step();
