// not defended: a width in a format
Note($"{1,900000}".Length);
