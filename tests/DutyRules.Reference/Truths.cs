namespace DutyRules.Reference;

/// <summary>Three-valued truth: null is unknown.</summary>
internal static class Truths
{
    /// <summary>True if either is, else unknown if either is (S7).</summary>
    public static bool? Either(bool? pre, bool? post) => pre == true || post == true ? true : pre is null || post is null ? null : false;

    /// <summary>False if either is, else unknown if either is (S7).</summary>
    public static bool? Both(bool? pre, bool? post) => pre == false || post == false ? false : pre is null || post is null ? null : true;

    /// <summary>Yes or unknown is yes (X5).</summary>
    public static bool? Or(bool? left, bool? right) => Either(left, right);

    /// <summary>No and unknown is no (X5).</summary>
    public static bool? And(bool? left, bool? right) => Both(left, right);

    /// <summary>Not unknown is unknown.</summary>
    public static bool? Not(bool? truth) => !truth;
}
