using TitleCertification.Domain.Text;

namespace TitleCertification.Functions.Notifications;

/// <summary>What became of one attempt. The provider's own sentences are not kept: they repeat the address.</summary>
public abstract record SendResult
{
    private SendResult() { }

    public sealed record Sent : SendResult;

    /// <summary>There was nothing left to tell.</summary>
    public sealed record Obsolete : SendResult;

    /// <param name="Status">SMTP or HTTP status, where there was an answer.</param>
    /// <param name="After">The pause that the provider asked for.</param>
    public sealed record Temporary(FailureReason Reason, int? Status = null, TimeSpan? After = null) : SendResult;

    /// <summary>Trying again would end the same way.</summary>
    public sealed record Permanent(FailureReason Reason, int? Status = null) : SendResult;
}

public enum FailureReason
{
    /// <summary>No provider for this kind of address.</summary>
    NotConfigured,
    NoAddress,

    /// <summary>The provider has refused the message.</summary>
    Rejected,
    Unreachable,

    /// <summary>The connection ended before the provider had answered: it may have the message or not.</summary>
    ConnectionLost,
    TlsRefused,
    SignInRefused,
    RecordGone,

    /// <summary>The text could not be made: a mistake in the program, in the log.</summary>
    NotWritten,
}

public static class FailureReasons
{
    public static LocalText Sentence(this FailureReason reason) => reason switch
    {
        FailureReason.NotConfigured => new("Chưa cấu hình cách gửi cho loại địa chỉ này.", "No way to send to this kind of address is configured."),
        FailureReason.NoAddress => new("Không có địa chỉ gửi được.", "There is no address that can be written to."),
        FailureReason.Rejected => new("Nhà cung cấp từ chối thông báo.", "The provider refused the message."),
        FailureReason.Unreachable => new("Không kết nối được với nhà cung cấp.", "The provider could not be reached."),
        FailureReason.ConnectionLost => new("Mất kết nối trước khi nhà cung cấp trả lời.", "The connection ended before the provider answered."),
        FailureReason.TlsRefused => new("Không lập được kết nối mã hóa với nhà cung cấp.", "No encrypted connection to the provider could be made."),
        FailureReason.SignInRefused => new("Nhà cung cấp không chấp nhận tài khoản gửi.", "The provider did not accept the account."),
        FailureReason.RecordGone => new("Hồ sơ không còn dữ liệu cá nhân.", "The record no longer holds the personal data."),
        FailureReason.NotWritten => new("Không tạo được nội dung thông báo (xem nhật ký).", "The text could not be made (see the log)."),
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, "A reason without a sentence."),
    };
}
