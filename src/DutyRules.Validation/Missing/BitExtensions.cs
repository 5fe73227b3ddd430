using System.Numerics;

namespace DutyRules.Missing;

/// <summary>What numbers can do on .NET 10 and not here.</summary>
internal static class BitExtensions
{
    extension(BitOperations)
    {
        public static ulong RotateLeft(ulong bits, int by) => (bits << by) | (bits >> (64 - by));
    }
}
