// DUTY7005
while (true)
{
    try { while (true) { } } catch { }
}
