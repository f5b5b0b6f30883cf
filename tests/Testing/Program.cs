Console.WriteLine("Nothing to host yet.");
