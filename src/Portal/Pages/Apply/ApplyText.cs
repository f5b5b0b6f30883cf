using TitleCertification.Domain.Text;

namespace TitleCertification.Portal.Pages.Apply;

internal static class ApplyText
{
    public static readonly LocalText Title = new("Nộp hồ sơ", "Apply for a title");
    public static readonly LocalText Lead = new("Mỗi trang hỏi một câu. Có thể dừng bất cứ lúc nào và làm tiếp hôm khác.", "Each page asks one question. You can stop at any time and go on another day.");
    public static readonly LocalText Prepare = new("Nên chuẩn bị sẵn", "Have these ready");
    public static readonly LocalText[] PrepareList =
    [
        new("Số điện thoại của người đại diện (chủ hộ, trưởng ban khuyến học, thủ trưởng…)", "The phone number of the representative (head of the family, of the clan’s committee, of the unit…)"),
        new("Tên và địa chỉ đúng như sẽ in trên giấy chứng nhận", "The name and address exactly as they shall be printed on the certificate"),
        new("Kết quả, số liệu học tập trong năm để tự chấm theo bộ tiêu chí", "What was learned during the year, to score yourself by the criteria"),
    ];
    public static readonly LocalText NoAccount = new("Không cần tài khoản. Ông/bà nhận một mã để mở lại hồ sơ đang làm.", "No account is needed. You get a code to open your unfinished application again.");
    public static readonly LocalText Begin = new("Bắt đầu", "Start now");
    public static readonly LocalText Resume = new("Làm tiếp hồ sơ đang dở", "Go on with an unfinished application");
    public static readonly LocalText Officer = new("Nếu thấy khó, hãy nhờ cán bộ xã, phường, thị trấn nộp giúp.", "If this is difficult, ask an officer of your commune to file it with you.");
    public static readonly LocalText Continue = new("Tiếp tục", "Continue");
    public static readonly LocalText Save = new("Lưu và làm tiếp sau", "Save and come back later");
    public static readonly LocalText Tasks = new("Hồ sơ đang làm", "Your unfinished application");
    public static readonly LocalText Done = new("Đã xong", "Done");
    public static readonly LocalText ToDo = new("Chưa làm", "To do");
    public static readonly LocalText CodeTitle = new("Mã hồ sơ nháp", "The code of your draft");
    public static readonly LocalText CodeHint = new(
        "Hãy chép mã này ra giấy hoặc chụp lại. Có mã và số điện thoại đã khai, ông/bà mở lại được hồ sơ trên máy bất kỳ.",
        "Write this code down or take a picture of it. With the code and your phone number you can open the application again on any device.");
    public static readonly LocalText CodeOnly = new("Chỉ ông/bà có mã này; cơ quan nhà nước cũng không biết. Mất mã thì phải làm lại từ đầu.", "Only you have it; not even the authority does. Without it you have to start again.");
    public static readonly LocalText Delete = new("Xóa hồ sơ nháp này", "Delete this draft");
    public static readonly LocalText Deleted = new("Đã xóa hồ sơ nháp", "The draft is deleted");
    public static readonly LocalText Saved = new("Hồ sơ nháp đã được lưu", "Your draft is saved");
    public static readonly LocalText Check = new("Xem lại trước khi nộp", "Check your answers");
    public static readonly LocalText Change = new("Sửa", "Change");
    public static readonly LocalText Submit = new("Nộp hồ sơ", "Submit the application");
    public static readonly LocalText Declare = new(
        "Khi nộp, tôi xác nhận các nội dung trên là đúng sự thật.", "By submitting I confirm that what stands above is true.");
    public static readonly LocalText Score = new("Kết quả tự chấm", "Your score");
    public static readonly LocalText Evidence = new("Tệp minh chứng", "Evidence files");
    public static readonly LocalText EvidenceLead = new(
        "Có thể gửi kèm ảnh hoặc PDF của giấy khen, kế hoạch, danh sách, biên bản… Không bắt buộc: không có tệp thì bấm “Tiếp tục”.",
        "You can add photos or PDF files of commendations, plans, lists, minutes… This is optional: if you have no files, press “Continue”.");
    public static readonly LocalText AddFiles = new("Thêm tệp", "Add files");
    public static readonly LocalText Consent = new("Dữ liệu của ông/bà được dùng vào việc gì?", "What are your data used for?");
    public static readonly LocalText ConsentHint = new("Mỗi mục trả lời riêng. Không mục nào được đánh dấu sẵn; điều đã đồng ý rút lại được bất cứ lúc nào.", "Each is answered by itself. None is ticked beforehand, and you can take a consent back at any time.");
    public static readonly LocalText OnPaper = new(
        "Đây là hồ sơ nộp giúp. Hãy đánh dấu đúng như người nộp đã trả lời và ký trên phiếu giấy; mục nào người nộp để trống thì để trống. Hãy lưu phiếu ở xã, phường, thị trấn.",
        "You are filing for somebody else. Tick exactly what the applicant has answered and signed on paper; leave empty what was left empty. Keep the paper at the commune.");
    public static readonly LocalText PaperOn = new("Ngày người nộp ký phiếu", "Day on which the applicant signed");
    public static readonly LocalText Assist = new("Nộp giúp người khác", "File for somebody else");
    public static readonly LocalText AssistLead = new(
        "Dành cho cán bộ xã, phường, thị trấn. Mỗi hồ sơ ghi tên cán bộ nộp giúp, vì vậy cán bộ ấy không xét hồ sơ đó.",
        "For officers of communes, wards and towns. Each application names you as who filed it, so you do not decide it.");
    public static readonly LocalText[] AssistSteps =
    [
        new("Cho người nộp đọc mục sử dụng dữ liệu và ký phiếu đồng ý trên giấy.", "Let the applicant read what the data are used for and sign the consent on paper."),
        new("Nhập hồ sơ theo lời người nộp; ảnh và giấy tờ thêm được ngay bằng điện thoại.", "Enter the application as the applicant says; photos and papers can be added with a phone."),
        new("In giấy biên nhận, hoặc đưa người nộp chép số hồ sơ.", "Print the receipt, or let the applicant write the dossier number down."),
    ];
    public static readonly LocalText AssistPhone = new("Số điện thoại của người nộp", "The applicant’s phone number");
    public static readonly LocalText AssistPhoneHint = new("Bốn số cuối cùng với số hồ sơ là cách người nộp tự tra cứu.", "Its last four digits and the dossier number are how the applicant tracks the application.");
    public static readonly LocalText AssistNext = new("Nộp tiếp cho nhà khác cùng nơi", "File the next one in the same place");
    public static readonly LocalText AssistKept = new("Giữ lại từ hồ sơ vừa nộp:", "Kept from the one just filed:");
    public static readonly LocalText AssistFiled = new("Hồ sơ tôi đã nộp", "Applications I have filed");
    public static readonly LocalText AssistOther = new("Nộp cho nơi khác hoặc danh hiệu khác", "File for another place or another title");
    public static readonly LocalText ConsentNeeded = new("cần xác nhận đã đọc", "to be confirmed as read");
    public static readonly LocalText ConsentFree = new("không bắt buộc", "optional");
    public static readonly LocalText Unit = new("Ông/bà đăng ký ở xã, phường, thị trấn nào?", "In which commune, ward or town do you apply?");
    public static readonly LocalText UnitSearch = new("Tìm theo tên", "Search by name");
    public static readonly LocalText UnitSearchHint = new("Gõ không dấu cũng được, ví dụ: lieu de", "Without accents is fine, for example: lieu de");
    public static readonly LocalText Find = new("Tìm", "Search");
    public static readonly LocalText UnitChoose = new("Chọn một nơi", "Choose one");
    public static readonly LocalText UnitNone = new("Không tìm thấy nơi nào có tên như vậy. Hãy thử gõ ngắn hơn.", "No place of that name was found. Try fewer letters.");
    public static readonly LocalText UnitMore = new("Còn nhiều nơi khác. Không thấy nơi cần tìm thì gõ tên đầy đủ hơn.", "There are more. If yours is not among them, type more of its name.");
    public static readonly LocalText UnitChosen = new("Đang chọn", "Chosen now");
    public static readonly LocalText Higher = new("Để lên bậc tiếp theo", "For the next grade");
}
