// DUTY7107
var x = Microsoft.CodeAnalysis.CSharp.Scripting.CSharpScript.EvaluateAsync("1");
