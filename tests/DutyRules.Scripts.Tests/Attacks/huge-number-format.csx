// not defended: a width in a format
Note(1.ToString("D50000000").Length);
