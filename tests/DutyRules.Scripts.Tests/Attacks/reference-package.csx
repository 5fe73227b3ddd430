// DUTY7118
#r "nuget: Newtonsoft.Json, 13.0.1"
Note(1);
