// DUTY7113
Note(1.5.ToString(System.Globalization.CultureInfo.CurrentCulture));
