namespace TitleCertification.Browser.Tests;

/// <summary>What a person reads on buttons and beside fields, in each language: the tests click on words, not on names of the program.</summary>
internal sealed record Words(
    string Language, string Apply, string Start, string Phone, string Continue, string LearningUnit, string District, string SearchUnit, string Search, string Commune,
    string UnitName, string Address, string FullName, string Position, string Email, string Points, string Evidence, string Consent, string Submit, string Filed,
    string Follow, string Track, string Dossier, string Digits, string Show, string Correct, string SendCorrection, string Download, string Withdraw, string WithdrawYes,
    string Withdrawn, string Resume, string Code, string PhoneGiven, string Save, string CloseDraft, string Change, string Valid)
{
    public static Words Vi { get; } = new(
        "vi", "Nộp hồ sơ", "Bắt đầu", "Số điện thoại của người đại diện", "Tiếp tục", "Đơn vị học tập", "Cấp huyện quản lý", "Tìm theo tên", "Tìm", "Thị trấn Liễu Đề",
        "Tên đơn vị", "Địa chỉ", "Họ và tên", "Vai trò", "Thư điện tử", "Điểm tự chấm", "Minh chứng", "Tôi đã được thông báo", "Nộp hồ sơ", "Đã nhận hồ sơ của ông/bà",
        "Xem tiến độ hồ sơ", "Tra cứu hồ sơ", "Số hồ sơ", "Bốn số cuối", "Xem hồ sơ", "Bổ sung hồ sơ", "Gửi bổ sung", "Tải giấy chứng nhận", "Rút hồ sơ", "Rút hồ sơ này",
        "Ông/bà đã rút hồ sơ", "Làm tiếp hồ sơ đang dở", "Mã hồ sơ nháp", "Số điện thoại đã khai", "Lưu và làm tiếp sau", "Đóng hồ sơ trên máy này", "Sửa", "Giấy chứng nhận mẫu có trong sổ");

    public static Words En { get; } = new(
        "en", "Apply", "Start now", "The representative’s phone number", "Continue", "Learning Unit", "Managed by the district", "Search by name", "Search", "Thị trấn Liễu Đề",
        "Name of the unit", "Address", "Full name", "Position", "E-mail", "Your points", "Evidence", "I have been informed", "Submit the application", "We have your application",
        "Follow the application", "Track", "Dossier number", "Last four digits", "Show my application", "Correct the application", "Send the correction", "Download the certificate",
        "Withdraw the application", "Withdraw this application", "You have withdrawn the application", "Go on with an unfinished application", "Code of the draft",
        "The phone number you gave", "Save and come back later", "Close it on this device", "Change", "This sample certificate is in the register");

    public static Words Of(string language) => language == "en" ? En : Vi;
}
