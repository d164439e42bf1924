Console.Error.WriteLine("The operations run is being assembled.");
return 2;
