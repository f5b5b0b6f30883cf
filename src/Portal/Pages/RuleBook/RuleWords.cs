using TitleCertification.Domain.Review;
using TitleCertification.Domain.RuleBook;
using TitleCertification.Domain.Text;
using TitleCertification.Domain.Units;

namespace TitleCertification.Portal.Pages.RuleBook;

/// <summary>The words of the rule book's own vocabulary.</summary>
public static class RuleWords
{
    public static LocalText Of(Certainty certainty) => certainty switch
    {
        Certainty.Found => new("Theo văn bản", "From the text"),
        Certainty.Inferred => new("Suy ra", "Inferred"),
        Certainty.Recalled => new("Chưa kiểm chứng", "Not verified"),
        Certainty.NotFound => new("Chưa tìm thấy", "Not found"),
        _ => new("Đề xuất", "Proposal"),
    };

    public static LocalText Meaning(Certainty certainty) => certainty switch
    {
        Certainty.Found => new("đã đọc trong văn bản hoặc trang công khai", "read in a public text or page"),
        Certainty.Inferred => new("suy ra từ những điều đã tìm thấy", "deduced from what was found"),
        Certainty.Recalled => new("nhớ lại, chưa đối chiếu văn bản; không dùng làm căn cứ pháp lý", "from memory, not held against a text; not to be relied on as law"),
        Certainty.NotFound => new("đã tìm nhưng chưa thấy văn bản", "looked for, no text seen"),
        _ => new("do dịch vụ này đề xuất, tỉnh quyết định", "proposed by this service, for the province to decide"),
    };

    public static LocalText Of(Role role) => role switch
    {
        Role.CommuneOfficer => new("Cán bộ cấp xã", "Commune officer"),
        Role.DistrictReviewer => new("Người thẩm định cấp huyện", "District reviewer"),
        Role.ProvincialApprover => new("Người phê duyệt cấp tỉnh", "Provincial approver"),
        Role.Auditor => new("Người kiểm tra", "Auditor"),
        _ => new("Quản trị viên", "Administrator"),
    };

    public static LocalText Of(UnitKind kind) => kind switch
    {
        UnitKind.Province => new("Tỉnh", "Province"),
        UnitKind.District => new("Huyện", "District"),
        UnitKind.Commune => new("Xã", "Commune"),
        _ => new("Thôn, tổ dân phố", "Hamlet"),
    };

    /// <summary>"từ 01/07/2025", "từ 01/01/2016 đến 30/06/2025".</summary>
    public static LocalText Period(DateOnly from, DateOnly? to)
    {
        var begin = DateWords.Short(from);
        return to is { } last
            ? new($"từ {begin.Vi} đến {DateWords.Short(last).Vi}", $"from {begin.En} to {DateWords.Short(last).En}")
            : new($"từ {begin.Vi}", $"from {begin.En}");
    }

    /// <summary>"Thông tư 22/2020/TT-BGDĐT, Điều 5, ban hành 06/08/2020". The document keeps its Vietnamese name.</summary>
    public static LocalText Citation(LegalBasis basis)
    {
        var document = basis.Provision is { } provision ? $"{basis.Document}, {provision}" : basis.Document;
        return basis.IssuedOn is { } day
            ? new($"{document}, ban hành {DateWords.Short(day).Vi}", $"{document}, issued {DateWords.Short(day).En}")
            : new(document, document);
    }
}
