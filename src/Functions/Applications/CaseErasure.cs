using TitleCertification.Domain.Applications;
using TitleCertification.Storage;

namespace TitleCertification.Functions.Applications;

/// <summary>What the batch writes that erases a case.</summary>
internal static class CaseErasure
{
    /// <summary>The state without its content, no key row, and one more fact; facts from before there were keys keep their place in the chain and lose what they say.</summary>
    public static IReadOnlyList<RowChange> Rows(StoredCase stored, Application state, RecordedFact tombstone)
    {
        var erased = (Fact.CaseErased)tombstone.Fact;
        var (head, body) = FactChain.Append(Json.Read<StateRow>(stored.State!.Body).Head, stored.Dossier, tombstone, key: null);
        var (unit, title, year) = (state.Submission.Unit, state.Submission.Title, state.Submission.Year);
        var left = new StateRow(tombstone.Sequence, tombstone.At, head, Erased: new(tombstone.At, erased.Ground, unit, title, year, state.Status));
        return
        [
            new RowChange.Replace(StateRow.RowKey, Json.Write(left), stored.State.ETag),
            new RowChange.Insert(FactChain.Key(tombstone.Sequence), body),
            .. stored.KeyRow is { } key ? (RowChange[])[new RowChange.Delete(key.Key, key.ETag)] : [],
            .. stored.Facts.Where(fact => !FactChain.IsSealed(fact.Body)).Select(fact => new RowChange.Replace(fact.Key, FactChain.Emptied(fact.Body), fact.ETag)),
        ];
    }
}
