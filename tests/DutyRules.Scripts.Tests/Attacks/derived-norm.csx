// DUTY7115
record Mine() : DutyRules.Norms.NormException;
