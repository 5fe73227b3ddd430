// DUTY7106
Console.WriteLine("hello");
