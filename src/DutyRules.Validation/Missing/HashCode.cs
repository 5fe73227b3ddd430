namespace System;

/// <summary>Joins hash codes.</summary>
internal static class HashCode
{
    public static int Combine<T1, T2>(T1 a, T2 b) => Join(Join(17, a), b);

    public static int Combine<T1, T2, T3>(T1 a, T2 b, T3 c) => Join(Combine(a, b), c);

    public static int Combine<T1, T2, T3, T4, T5>(T1 a, T2 b, T3 c, T4 d, T5 e) => Join(Join(Combine(a, b, c), d), e);

    private static int Join<T>(int hash, T value) => unchecked((hash * 31) + (value?.GetHashCode() ?? 0));
}
