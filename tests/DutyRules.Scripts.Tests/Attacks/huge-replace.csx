// not defended: call on long texts
Note(new string('x', 20_000).Replace("x", new string('y', 2_000)).Length);
