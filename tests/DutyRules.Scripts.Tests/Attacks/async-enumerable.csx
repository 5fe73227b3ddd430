// DUTY7108
async IAsyncEnumerable<int> F() { yield return 1; }
