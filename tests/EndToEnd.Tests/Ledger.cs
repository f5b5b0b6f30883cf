using System.Security.Cryptography;
using TitleCertification.Domain.Applications;
using TitleCertification.Functions.Applications;
using TitleCertification.Testing;

namespace TitleCertification.EndToEnd.Tests;

/// <summary>Reads what a service has left on disk, without the service.</summary>
internal static class Ledger
{
    /// <summary>One number, one record and one certificate for each dossier; numbers 1 to N; each certificate is the one the record names.</summary>
    public static async Task AssertGaplessAsync(Supervisor supervisor, string data, IReadOnlyList<string> dossiers)
    {
        await supervisor.KillAsync();
        using var storage = LocalFiles.Open(data);
        var applications = new ApplicationTable(storage.Tables, SampleRules.Over(storage.Blobs), TimeProvider.System);
        var register = await storage.Tables.ReadRangeAsync("Register", "36:2025:DVHT", "no:", "no;", 10_000);
        Assert.Equal(dossiers.Count, register.Count);
        Assert.Equal(Enumerable.Range(1, dossiers.Count), register.Select(row => int.Parse(row.Key[3..], System.Globalization.CultureInfo.InvariantCulture)));

        var numbers = new Dictionary<string, string>();
        foreach (var dossier in dossiers)
        {
            var state = await applications.ReadAsync(DossierNumber.Parse(dossier), CancellationToken.None) ?? throw new InvalidOperationException($"{dossier} is lost.");
            var certificate = state.Certificate!;
            Assert.True(numbers.TryAdd(certificate.Number.ToString(), dossier), $"{certificate.Number} was given twice.");
            Assert.NotNull(await storage.Tables.ReadAsync("Register", "36:2025:DVHT", $"app:{dossier}"));

            var blob = await storage.Blobs.ReadAsync("certificates", $"2025/{certificate.Number}/v1.pdf");
            Assert.NotNull(blob);
            Assert.Equal(certificate.Sha256, Convert.ToHexStringLower(SHA256.HashData(blob.Content.Span)));
            var facts = await storage.Tables.ReadRangeAsync("Applications", dossier, "fact:", "fact;", 1000);
            Assert.Single(facts, fact => fact.Body.Contains("\"TitleCertified\"", StringComparison.Ordinal));
        }
    }
}
