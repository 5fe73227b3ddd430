// DUTY7120
DutyRules.Scripts.Guards.BuildGuard.Step();
