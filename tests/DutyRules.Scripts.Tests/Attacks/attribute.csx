// DUTY7117
[System.Runtime.CompilerServices.SkipLocalsInit] void F() { }
