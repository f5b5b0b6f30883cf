using TitleCertification.Domain.RuleBook;
using TitleCertification.Domain.Text;
using TitleCertification.Domain.Titles;

namespace TitleCertification.Functions.Titles;

/// <summary>A whole criteria set as callers see it (docs/api.md): the fields of its file, with the title named as everywhere in the API.</summary>
public sealed record CriteriaSetView(
    string Id, TitleKind Title, string TitleCode, IReadOnlyList<HolderLevel> Levels, LocalText Name, CriteriaMode Mode, string Jurisdiction, DateOnly ValidFrom, DateOnly? ValidTo,
    bool Complete, bool Sample, LegalBasis Basis, ResultValidity? ResultValidity, int? MaxTotal, PassMark? PassMark, IReadOnlyList<Band> Bands, IReadOnlyList<AwardLevel> AwardLevels,
    IReadOnlyList<LearningUnitKind> LearningUnitKinds, IReadOnlyList<Criterion> Criteria, IReadOnlyList<Note> Notes)
{
    public static CriteriaSetView Of(CriteriaSet set) => new(
        set.Id, set.Title, TitleInfo.Of(set.Title).Code, set.Levels, set.Name, set.Mode, set.Jurisdiction, set.ValidFrom, set.ValidTo, set.Complete, set.Sample, set.Basis,
        set.ResultValidity, set.MaxTotal, set.PassMark, set.Bands, set.AwardLevels, set.LearningUnitKinds, set.Criteria, set.Notes);
}
