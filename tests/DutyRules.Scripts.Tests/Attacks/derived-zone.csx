// DUTY7115
abstract class Mine(string id) : DateTimeZone(id, true, Offset.Zero, Offset.Zero);
