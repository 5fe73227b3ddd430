// DUTY7104
using System.IO;
File.WriteAllText("/tmp/owned", "x");
