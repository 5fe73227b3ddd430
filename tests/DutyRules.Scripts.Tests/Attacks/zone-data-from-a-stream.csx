// DUTY7104
var z = NodaTime.TimeZones.TzdbDateTimeZoneSource.FromStream(new System.IO.MemoryStream());
