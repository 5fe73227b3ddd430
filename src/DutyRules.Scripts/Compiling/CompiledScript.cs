using DutyRules.Scripts.Guards;

namespace DutyRules.Scripts.Compiling;

/// <summary>A script that was checked and compiled.</summary>
/// <param name="Code">The assembly.</param>
/// <param name="Symbols">What tells its lines.</param>
/// <param name="EntryType">The type that holds the script.</param>
/// <param name="EntryMethod">What starts it.</param>
/// <param name="Shifts">How columns moved when steps were put in, by file.</param>
internal sealed record CompiledScript(byte[] Code, byte[] Symbols, string EntryType, string EntryMethod, IReadOnlyDictionary<string, ColumnShifts> Shifts);
