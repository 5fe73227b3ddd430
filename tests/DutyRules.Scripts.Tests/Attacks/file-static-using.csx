// DUTY7104
using static System.IO.File;
Delete("/tmp/x");
