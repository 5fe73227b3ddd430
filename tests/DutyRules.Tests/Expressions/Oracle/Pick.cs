using CsCheck;

namespace DutyRules.Tests.Expressions.Oracle;

/// <summary>Choices between generators, and between constants, under names that the compiler can tell apart.</summary>
internal static class Pick
{
    public static Gen<T> One<T>(params T[] constants) => Gen.Int[0, constants.Length - 1].Select(i => constants[i]);

    public static Gen<T> Of<T>(params Gen<T>[] generators) => Gen.OneOf<T>([.. generators]);

    public static Gen<T> Weighted<T>(params (int Weight, Gen<T> Generator)[] generators) =>
        Gen.Frequency<T>([.. generators.Select(g => (g.Weight, (IGen<T>)g.Generator))]);
}
