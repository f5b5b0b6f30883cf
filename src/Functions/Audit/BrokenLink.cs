using TitleCertification.Domain.Applications;
using TitleCertification.Domain.Text;

namespace TitleCertification.Functions.Audit;

/// <summary>Where a chain is broken, and how.</summary>
/// <param name="Sequence">The first fact that is not what it must be; 0 where it is the case as a whole.</param>
/// <param name="Exported">The day whose exported head says so, where one does.</param>
public sealed record BrokenLink(DossierNumber Dossier, int Sequence, LinkFault Fault, DateOnly? Exported = null)
{
    public LocalText Text => Fault switch
    {
        LinkFault.Unreadable => new("không đọc được như đã ghi", "it cannot be read as it was written"),
        LinkFault.Changed => new("nội dung đã bị sửa", "its content was changed"),
        LinkFault.NotLinked => new("không nối với mục trước", "it does not follow the fact before it"),
        LinkFault.OutOfPlace => new("không đúng vị trí", "it is not in its place"),
        LinkFault.Missing => new("bị thiếu", "it is missing"),
        LinkFault.Unaccounted => new("trạng thái hồ sơ không biết mục này", "the state of the case does not know of it"),
        LinkFault.StateMissing => new("thiếu trạng thái hồ sơ", "the state of the case is missing"),
        LinkFault.StateDiffers => new("trạng thái hồ sơ không khớp các sự kiện", "the state of the case is not what its facts make"),
        LinkFault.KeyMissing => new("thiếu hoặc sai khóa của hồ sơ", "the key of the case is missing or another"),
        LinkFault.CutSinceExport => new("bị thiếu so với bản đã xuất", "it was there when the heads were exported, and is missing"),
        LinkFault.RewrittenSinceExport => new("khác với bản đã xuất", "it is not what it was when the heads were exported"),
        LinkFault.CaseGone => new("hồ sơ đã biến mất", "the whole case has vanished"),
        _ => throw new InvalidOperationException($"A fault without words: {Fault}."),
    };
}

public enum LinkFault
{
    Unreadable,
    Changed,
    NotLinked,
    OutOfPlace,
    Missing,

    /// <summary>There are more facts than the state is made of.</summary>
    Unaccounted,
    StateMissing,
    StateDiffers,
    KeyMissing,
    CutSinceExport,
    RewrittenSinceExport,
    CaseGone,
}
