// not defended: a width in a format
Note(string.Format("{0,900000}", 1).Length);
