Console.WriteLine("No sample case yet.");
