using TitleCertification.Domain.Text;

namespace TitleCertification.Portal.Pages.Administration;

internal static class AdministrationText
{
    public static readonly LocalText Title = new("Quản trị", "Administration");
    public static readonly LocalText People = new("Cán bộ và thẩm quyền", "People and authority");
    public static readonly LocalText PeopleHint = new("Ai được làm gì, ở đâu, từ ngày nào.", "Who may do what, where, and from when.");
    public static readonly LocalText Stuck = new("Hồ sơ bị vướng", "Stuck applications");
    public static readonly LocalText StuckHint = new("Quá hạn, không ai quyết định được, hoặc quy trình dừng; kèm lý do.", "Overdue, without anybody who may decide, or with a process that stopped; each with its reason.");
    public static readonly LocalText Deliveries = new("Thông báo chưa gửi được", "Undelivered messages");
    public static readonly LocalText DeliveriesHint = new("Xem vì sao, gửi lại, hoặc không gửi nữa.", "See why, send them again, or give them up.");
    public static readonly LocalText Audit = new("Kiểm tra ghi chép của một hồ sơ", "Audit of an application");
    public static readonly LocalText AuditHint = new("Ai đã làm gì, khi nào, và chuỗi ghi chép còn nguyên vẹn không.", "Who did what and when, and whether the chain of records is whole.");
    public static readonly LocalText Reads = new("Ai đã xem dữ liệu cá nhân", "Who has read personal data");
    public static readonly LocalText ReadsHint = new("Tra theo hồ sơ hoặc theo ngày.", "By application, or by day.");
    public static readonly LocalText RulesHint = new("Tiêu chí, quy trình, ngày nghỉ, với căn cứ pháp lý. Chỉ để xem.", "Criteria, routes and holidays, with their legal basis. To be read only.");

    public static readonly LocalText Unit = new("Đơn vị hành chính", "Administrative unit");
    public static readonly LocalText UnitHint = new("Tên hoặc mã, ví dụ: Nghĩa Hưng.", "Name or code, for example: Nghĩa Hưng.");
    public static readonly LocalText WhichUnit = new("Bạn cần đơn vị nào?", "Which unit do you mean?");
    public static readonly LocalText Show = new("Xem", "Show");
    public static readonly LocalText Below = new("Đơn vị bên dưới", "Units below");
    public static readonly LocalText Nobody = new("Chưa có ai.", "Nobody.");
    public static readonly LocalText Register = new("Thêm cán bộ", "Add a person");
    public static readonly LocalText FindById = new("Mã người dùng", "User id");
    public static readonly LocalText FindByIdHint = new("Do hệ thống đăng nhập đặt cho từng người.", "As the identity provider gives it.");
    public static readonly LocalText Find = new("Tìm", "Find");

    public static readonly LocalText Position = new("Chức vụ", "Position");
    public static readonly LocalText Capacity = new("Chức danh khi ký", "Capacity on certificates");
    public static readonly LocalText CapacityHint = new("In phía trên tên người ký, mỗi dòng một chức danh. Để trống nếu người này không ký.", "Printed above the signer’s name, one line each. Leave empty for somebody who does not sign.");
    public static readonly LocalText Phone = new("Điện thoại (không bắt buộc)", "Phone (optional)");
    public static readonly LocalText Name = new("Họ và tên", "Full name");
    public static readonly LocalText Reason = new("Lý do", "Reason");
    public static readonly LocalText ReasonHint = new("Được ghi lại cùng với tên bạn.", "Recorded together with your name.");
    public static readonly LocalText Save = new("Lưu", "Save");
    public static readonly LocalText Authority = new("Thẩm quyền", "Authority");
    public static readonly LocalText NoAuthority = new("Chưa có thẩm quyền nào.", "No authority.");
    public static readonly LocalText Holds = new("Đang có hiệu lực", "Holds");
    public static readonly LocalText Later = new("Chưa có hiệu lực", "Not yet");
    public static readonly LocalText Ended = new("Đã kết thúc", "Ended");
    public static readonly LocalText End = new("Chấm dứt", "End");
    public static readonly LocalText Grant = new("Giao thẩm quyền", "Grant authority");
    public static readonly LocalText Role = new("Vai trò", "Role");
    public static readonly LocalText From = new("Từ ngày", "From");
    public static readonly LocalText FromHint = new("Để trống nếu từ hôm nay.", "Leave empty for today.");
    public static readonly LocalText To = new("Đến hết ngày", "Until the end of");
    public static readonly LocalText ToHint = new("Để trống nếu chưa biết.", "Leave empty where no end is known.");

    public static readonly LocalText Ties = new("Gia đình, dòng họ, cộng đồng, đơn vị của người này", "The person’s family, clan, community and unit");
    public static readonly LocalText TiesHint = new("Người này không thấy và không xét hồ sơ của những nơi ghi ở đây, để tránh xung đột lợi ích.", "The person neither sees nor decides applications of these, so that there is no conflict of interest.");
    public static readonly LocalText TiesElsewhere = new("Chỉ quản trị viên và người kiểm tra của nơi người này được giao việc mới thấy.", "Only administrators and auditors of where the person has authority see this.");
    public static readonly LocalText NoTies = new("Chưa ghi gì.", "Nothing is recorded.");
    public static readonly LocalText AddTie = new("Thêm", "Add");
    public static readonly LocalText RemoveTie = new("Gỡ", "Remove");
    public static readonly LocalText TieTitle = new("Loại", "Kind");
    public static readonly LocalText TieName = new("Tên như trong hồ sơ", "Name as in applications");
    public static readonly LocalText SignOut = new("Đăng xuất người này ở mọi nơi", "Sign the person out everywhere");
    public static readonly LocalText Own = new("Đây là bạn. Không ai tự đổi thẩm quyền của mình; việc đó do quản trị viên khác làm.", "This is you. Nobody changes their own authority; another administrator does it.");

    public static readonly LocalText StuckNone = new("Không có hồ sơ nào bị vướng.", "No application is stuck.");
    public static readonly LocalText StuckNote = new("Danh sách được cập nhật 15 phút một lần.", "The list is renewed every 15 minutes.");
    public static readonly LocalText Since = new("Từ", "Since");
    public static readonly LocalText More = new("Xem tiếp", "Show more");

    public static readonly LocalText Dossier = new("Số hồ sơ", "Dossier number");
    public static readonly LocalText Whole = new("Chuỗi ghi chép còn nguyên vẹn", "The chain of records is whole");
    public static readonly LocalText Torn = new("Chuỗi ghi chép đã bị thay đổi", "The chain of records has been changed");
    public static readonly LocalText Erased = new("Dữ liệu của hồ sơ này đã được xóa theo quy định; chuỗi ghi chép vẫn còn.", "The data of this application have been erased; the chain of records remains.");
    public static readonly LocalText Emptied = new("Nội dung đã xóa", "Erased");
    public static readonly LocalText SeeReads = new("Ai đã xem hồ sơ này", "Who has read this application");

    public static readonly LocalText Day = new("Ngày", "Day");
    public static readonly LocalText ReadsNone = new("Chưa có ai xem.", "Nobody has.");
    public static readonly LocalText List = new("danh sách", "a list");
    public static readonly LocalText OneOfTheStaff = new("thông tin cán bộ", "one of the staff");
}
