namespace DutyRules.Testing;
