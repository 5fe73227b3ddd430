// DUTY7113
System.Globalization.CultureInfo.CurrentCulture = null!;
