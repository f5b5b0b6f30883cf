Console.WriteLine("The service is not composed yet.");
