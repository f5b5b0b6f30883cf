using TitleCertification.Domain.Text;
using TitleCertification.Domain.Titles;

namespace TitleCertification.Portal.Pages;

/// <summary>How titles and their levels are explained to those who apply.</summary>
public static class TitleWords
{
    /// <summary>Whom the title is for.</summary>
    public static LocalText For(TitleKind title) => title switch
    {
        TitleKind.Family => new("Một gia đình mà trẻ em được đến trường và người lớn vẫn tiếp tục học.", "A family whose children go to school and whose adults keep learning."),
        TitleKind.Clan => new("Một dòng họ chăm lo việc học của con cháu, có ban khuyến học.", "A clan that looks after the learning of its descendants, with its own committee for it."),
        TitleKind.Community => new("Thôn, xóm, tổ dân phố; hoặc xã, phường, thị trấn.", "A hamlet or neighbourhood; or a commune, ward or town."),
        _ => new("Trường học, cơ quan, doanh nghiệp và đơn vị khác.", "A school, an office, an enterprise or another unit."),
    };

    public static LocalText LevelQuestion(TitleKind? title) => title is TitleKind.LearningUnit
        ? new("Đơn vị do cấp nào quản lý?", "Which level manages your unit?")
        : new("Cộng đồng thuộc cấp nào?", "At which level is your community?");

    public static LocalText Level(TitleKind? title, HolderLevel level) => (title, level) switch
    {
        (_, HolderLevel.Household) => new("Gia đình", "Family"),
        (_, HolderLevel.Clan) => new("Dòng họ", "Clan"),
        (_, HolderLevel.Hamlet) => new("Thôn, xóm, tổ dân phố", "Hamlet or neighbourhood"),
        (TitleKind.LearningUnit, HolderLevel.Commune) => new("Cấp xã quản lý", "Managed by the commune"),
        (TitleKind.LearningUnit, HolderLevel.District) => new("Cấp huyện quản lý", "Managed by the district"),
        (TitleKind.LearningUnit, _) => new("Cấp tỉnh quản lý", "Managed by the province"),
        (_, HolderLevel.Commune) => new("Xã, phường, thị trấn", "Commune, ward or town"),
        (_, HolderLevel.District) => new("Huyện, thành phố", "District or city"),
        _ => new("Tỉnh", "Province"),
    };

    public static LocalText HolderQuestion(TitleKind? title) => title switch
    {
        TitleKind.Family => new("Họ tên chủ hộ", "Name of the head of the family"),
        TitleKind.Clan => new("Tên dòng họ", "Name of the clan"),
        TitleKind.Community => new("Tên cộng đồng", "Name of the community"),
        _ => new("Tên đơn vị", "Name of the unit"),
    };
}
