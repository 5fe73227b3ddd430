// DUTY7107
try { throw new Exception("x"); } catch (Exception e) { Note(e.TargetSite!.Module); }
