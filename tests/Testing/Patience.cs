namespace TitleCertification.Testing;

/// <summary>Waits for what another process does in its own time: asks again until it is so. How long a busy machine takes is no matter of the test.</summary>
public static class Patience
{
    public static async Task UntilAsync(Func<Task<bool>> so, Func<string> otherwise, TimeSpan? limit = null)
    {
        var until = DateTime.UtcNow + (limit ?? TimeSpan.FromMinutes(2));
        while (!await so())
        {
            if (DateTime.UtcNow > until)
                throw new TimeoutException(otherwise());
            await Task.Delay(50);
        }
    }
}
