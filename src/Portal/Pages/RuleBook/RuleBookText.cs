using TitleCertification.Domain.Text;

namespace TitleCertification.Portal.Pages.RuleBook;

/// <summary>To the public the rule book is "quy định", the rules; its own name is for whoever keeps its files.</summary>
internal static class RuleBookText
{
    public static readonly LocalText Title = new("Quy định xét danh hiệu", "The rules for the titles");
    public static readonly LocalText Lead = new(
        "Hồ sơ được xét theo những quy định này. Mỗi quy định ghi căn cứ pháp lý và mức độ chắc chắn; điều gì chưa tìm thấy trong văn bản thì để trống.",
        "Applications are decided by these rules. Each names its legal basis and how certain it is; what no text gives is left open.");

    public static readonly LocalText About = new("Về phiên bản này", "About this edition");
    public static readonly LocalText Edition = new("Phiên bản", "Edition");
    public static readonly LocalText Province = new("Tỉnh", "Province");
    public static readonly LocalText Sample = new("Mẫu trình diễn, không có giá trị pháp lý", "A demonstration without legal value");
    public static readonly LocalText AsOf = new("Địa giới và quy trình của ngày", "Map and routes of");
    public static readonly LocalText Agency = new("Mã tỉnh trong số hồ sơ", "Province in dossier numbers");
    public static readonly LocalText Note = new("Ghi chú", "Note");
    public static readonly LocalText Kept = new(
        "Hồ sơ đã nộp được xét theo quy định của ngày nộp, dù sau này quy định thay đổi.", "An application is decided by the rules of the day it was submitted, whatever changes later.");

    public static readonly LocalText Sets = new("Các bộ tiêu chí", "Criteria sets");
    public static readonly LocalText Complete = new("Đầy đủ", "Complete");
    public static readonly LocalText Incomplete = new("Chưa đầy đủ", "Incomplete");
    public static readonly LocalText IncompleteHint = new(
        "Bộ tiêu chí này chưa đầy đủ: có thể xem và chuẩn bị trước, nhưng chưa công nhận danh hiệu theo bộ này.",
        "This set is incomplete: it can be read and prepared for, but no title is certified under it.");

    public static readonly LocalText Other = new("Quy trình, thời hạn và ngày nghỉ lễ", "Routes, deadlines and holidays");
    public static readonly LocalText Gaps = new("Chưa công nhận được", "What cannot be certified yet");
    public static readonly LocalText Words = new("Mức độ chắc chắn nghĩa là gì", "What the words of certainty mean");

    public static readonly LocalText Routes = new("Quy trình và thời hạn", "Routes and deadlines");
    public static readonly LocalText RoutesHint = new("Ai xét, ai quyết định, trong bao nhiêu ngày làm việc.", "Who reviews, who decides, within how many working days.");
    public static readonly LocalText Chosen = new("Đang áp dụng", "In force");
    public static readonly LocalText ChosenOther = new("Áp dụng vào thời gian khác", "In force at another time");
    public static readonly LocalText NotChosen = new("Tỉnh không chọn", "Not chosen by the province");
    public static readonly LocalText Days = new("xét", "decided");
    public static readonly LocalText AnswerDays = new("bổ sung", "corrected");
    public static readonly LocalText Open = new("chưa có", "not given");
    public static readonly LocalText For = new("Dành cho", "For");
    public static readonly LocalText Valid = new("Hiệu lực", "Valid");
    public static readonly LocalText Basis = new("Căn cứ", "Legal basis");
    public static readonly LocalText Takeovers = new("Khi một cơ quan không còn", "When a body ends");
    public static readonly LocalText NoDeadlines = new("Không có thời hạn nào trong năm này.", "There is no deadline in this year.");

    public static readonly LocalText Calendar = new("Ngày nghỉ lễ", "Public holidays");
    public static readonly LocalText CalendarHint = new("Thời hạn tính theo ngày làm việc, không tính những ngày này.", "Deadlines are counted in working days, without these days.");
    public static readonly LocalText NotAnnounced = new("Lịch năm này chưa được công bố hết.", "Not all days of this year have been announced.");
    public static readonly LocalText WorkingDay = new("Ngày làm việc", "Working day");
    public static readonly LocalText OtherYears = new("Năm khác", "Other years");

    public static readonly LocalText HowJudged = new("Cách xét", "How it is judged");
    public static readonly LocalText ByPoints = new("Chấm điểm", "By points");
    public static readonly LocalText ByIndicators = new("Đạt hoặc không đạt từng chỉ số, theo mức độ", "Indicators met or not met, level by level");
    public static readonly LocalText PassMark = new("Điểm cần đạt", "Pass mark");
    public static readonly LocalText PassMarkDisadvantaged = new("Điểm cần đạt ở vùng khó khăn", "Pass mark in disadvantaged areas");
    public static readonly LocalText Levels = new("Cấp", "Levels");
    public static readonly LocalText Result = new("Kết quả", "Result");
    public static readonly LocalText Yearly = new("Xét lại hằng năm", "Judged anew every year");
    public static readonly LocalText Grades = new("Xếp loại", "Grades");
    public static readonly LocalText Criteria = new("Tiêu chí và chỉ số", "Criteria and indicators");
    public static readonly LocalText Partial = new("Văn bản còn tiếp: có thể có chỉ số chưa ghi ở đây.", "The text goes on: there may be indicators that are not listed here.");
    public static readonly LocalText NoCriteria = new("Chưa tìm thấy tiêu chí nào của bộ này.", "No criterion of this set has been found.");
    public static readonly LocalText Doubts = new("Điều còn chưa chắc chắn", "What is doubtful");
    public static readonly LocalText Jurisdiction = new("Phạm vi", "Jurisdiction");
    public static readonly LocalText National = new("Cả nước", "National");
    public static readonly LocalText OfProvince = new("Quy định của tỉnh", "Of the province");
}
