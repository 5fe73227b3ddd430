// DUTY7105
using System.Net.Http;
Note(new HttpClient().GetStringAsync("http://localhost").Result);
