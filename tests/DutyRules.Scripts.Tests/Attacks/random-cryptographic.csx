// DUTY7103
Note(System.Security.Cryptography.RandomNumberGenerator.GetInt32(5));
