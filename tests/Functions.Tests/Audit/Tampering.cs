using System.Text;
using System.Text.Json.Nodes;
using TitleCertification.Domain.Applications;
using TitleCertification.Functions.Applications;
using TitleCertification.Functions.Audit;
using TitleCertification.Functions.Storage;
using TitleCertification.Storage;

namespace TitleCertification.Functions.Tests.Audit;

/// <summary>What somebody with a hand in the storage can do to a case, and what has to be found then.</summary>
/// <param name="Sequence">The first broken link.</param>
/// <param name="Faults">Any of these names it rightly.</param>
internal sealed record Tampering(IReadOnlyList<StoredRow> Rows, int Sequence, params LinkFault[] Faults)
{
    private static readonly LinkFault[] OfAChange = [LinkFault.Unreadable, LinkFault.Changed, LinkFault.NotLinked, LinkFault.OutOfPlace];

    /// <param name="before">The same case when it was younger, as a backup would bring it back.</param>
    public static Tampering Of(int kind, Random random, IReadOnlyList<StoredRow> rows, IReadOnlyList<StoredRow> before)
    {
        var facts = rows.Where(row => row.Key.StartsWith("fact:", StringComparison.Ordinal)).ToList();
        var rest = rows.Except(facts).ToList();
        var at = random.Next(facts.Count);
        switch (kind)
        {
            case 0: // flip: one bit of one fact
                facts[at] = facts[at] with { Body = Flip(facts[at].Body, random) };
                return new([.. facts, .. rest], at + 1, OfAChange);
            case 1: // drop: one fact, not closing the gap
                facts.RemoveAt(at);
                return new([.. facts, .. rest], at + 1, LinkFault.Missing);
            case 2: // drop: one fact, closing the gap
                facts.RemoveAt(at);
                return new([.. Numbered(facts), .. rest], at + 1, at == facts.Count ? LinkFault.Missing : LinkFault.NotLinked);
            case 3: // insert: a copy of another fact
                facts.Insert(at, facts[random.Next(facts.Count)]);
                var first = Enumerable.Range(0, facts.Count).First(i => i >= rows.Count - rest.Count || facts[i].Body != rows[i].Body);
                return new([.. Numbered(facts), .. rest], first + 1, LinkFault.NotLinked, LinkFault.Unaccounted);
            case 4: // insert: a fact made up, with links that fit what is before it
                var previous = at == 0 ? FactChain.Start(Dossier(rows)) : Hash(facts[at - 1].Body);
                var made = FactChain.Append(previous, Dossier(rows), new(at + 1, DateTimeOffset.UnixEpoch, "admin", new Fact.ApplicationReceived()), key: null).Body;
                facts.Insert(at, new("", made, ""));
                return new([.. Numbered(facts), .. rest], at + 2, LinkFault.NotLinked);
            case 5: // swap
                var other = (at + 1 + random.Next(facts.Count - 1)) % facts.Count;
                (facts[at], facts[other]) = (facts[at] with { Body = facts[other].Body }, facts[other] with { Body = facts[at].Body });
                return new([.. facts, .. rest], Math.Min(at, other) + 1, LinkFault.NotLinked);
            case 6: // truncate: the facts end early
                return new([.. facts.Take(at), .. rest], at + 1, LinkFault.Missing);
            case 7: // rollback of the whole partition
                return new(before, before.Count(row => row.Key.StartsWith("fact:", StringComparison.Ordinal)) + 1, LinkFault.CutSinceExport);
            case 8: // the case vanishes
                return new([], 0, LinkFault.CaseGone);
            case 9: // rewritten with its own key, from one fact on: a chain that verifies
                return new(Rewritten(rows, at), facts.Count, LinkFault.RewrittenSinceExport);
            case 10: // the state says something else
                var state = rest.FindIndex(row => row.Key == "state");
                rest[state] = rest[state] with { Body = Flip(rest[state].Body, random, "sealed") };
                return new([.. facts, .. rest], facts.Count, LinkFault.StateDiffers);
            default: // the key is another
                var key = rest.FindIndex(row => row.Key == "key");
                rest[key] = rest[key] with { Body = Json.Write(new KeyRow(CaseKey.New().ToText())) };
                return new([.. facts, .. rest], 0, LinkFault.KeyMissing);
        }
    }

    public const int Kinds = 12;

    /// <summary>Puts the rows in place of what is stored.</summary>
    public static async Task StoreAsync(ITables tables, DossierNumber dossier, IReadOnlyList<StoredRow> rows)
    {
        var partition = dossier.ToString();
        var stored = await tables.ReadRangeAsync(TableNames.Applications, partition, " ", "~", 1_000);
        var changes = stored.Where(old => rows.All(row => row.Key != old.Key)).Select(old => (RowChange)new RowChange.Delete(old.Key))
            .Concat(rows.Select(row => new RowChange.Upsert(row.Key, row.Body))).ToList();
        await tables.CommitAsync(TableNames.Applications, partition, changes);
    }

    private static DossierNumber Dossier(IReadOnlyList<StoredRow> rows) => DossierNumber.Parse(rows[0].ETag);

    private static string Hash(string body) => JsonNode.Parse(body)!["hash"]!.GetValue<string>();

    private static IEnumerable<StoredRow> Numbered(IEnumerable<StoredRow> facts) => facts.Select((fact, i) => fact with { Key = FactChain.Key(i + 1) });

    private static string Flip(string body, Random random, string? member = null)
    {
        while (true)
        {
            var bytes = Encoding.UTF8.GetBytes(body);
            var from = member is null ? 0 : body.IndexOf($"\"{member}\":\"", StringComparison.Ordinal) + member.Length + 4;
            var end = member is null ? bytes.Length : body.IndexOf('"', from);
            bytes[random.Next(from, end)] ^= (byte)(1 << random.Next(7));
            var flipped = Encoding.UTF8.GetString(bytes);
            // Base64 may carry bits that mean nothing at its end; a control character cannot be stored on Azure.
            if (!flipped.Any(char.IsControl) && (member is null || !Convert.TryFromBase64String(flipped[from..end], new byte[end], out _) || Differs(body[from..end], flipped[from..end])))
                return flipped;
        }
    }

    private static bool Differs(string one, string other) => !Convert.FromBase64String(one).SequenceEqual(Convert.FromBase64String(other));

    private static List<StoredRow> Rewritten(IReadOnlyList<StoredRow> rows, int from)
    {
        var dossier = Dossier(rows);
        var stored = StoredCase.Of(dossier, rows);
        var (head, state, result) = (FactChain.Start(dossier), (Application?)null, new List<StoredRow>());
        foreach (var (index, row) in stored.Facts.Index())
        {
            var recorded = FactChain.Read(dossier, row.Body, stored.Key);
            if (index == from)
                recorded = recorded with { By = "somebody-else" };
            state = Evolution.Apply(dossier, state, recorded);
            (head, var body) = index < from ? (Hash(row.Body), row.Body) : FactChain.Append(head, dossier, recorded, stored.Key);
            result.Add(row with { Body = body });
        }

        return [.. result, stored.KeyRow!, stored.State! with { Body = Json.Write(StateRow.Of(state!, head, stored.Key!)) }];
    }
}
