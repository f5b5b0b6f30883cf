namespace TitleCertification.Domain.Certificates;

/// <summary>
/// Everything that is printed on a certificate, and nothing else: the same content renders to the same bytes. Form after Decree 30/2020
/// (national title, issuing body, place and date, signatory); the wording comes from the rule book, because no text of the law gives it
/// (law-and-practice 5: NOT FOUND).
/// </summary>
/// <param name="IssuingBody">For example "ỦY BAN NHÂN DÂN TỈNH NAM ĐỊNH".</param>
/// <param name="IssuerCapacity">Who certifies, for example "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH NAM ĐỊNH".</param>
/// <param name="Heading">For example "GIẤY CHỨNG NHẬN".</param>
/// <param name="Certifies">Between who certifies and the holder: "chứng nhận".</param>
/// <param name="HolderPrefix">What stands before the name, for example "Đơn vị:" or "Gia đình ông (bà):".</param>
/// <param name="HolderName">Free text in NFC, up to 200 characters.</param>
/// <param name="HolderAddress">For example "Thị trấn Liễu Đề, huyện Nghĩa Hưng, tỉnh Nam Định".</param>
/// <param name="AddressLabel">What stands before the address: "Địa chỉ:".</param>
/// <param name="Awards">Between the holder and the title: "đạt danh hiệu".</param>
/// <param name="TitleName">For example "Đơn vị học tập".</param>
/// <param name="Standing">Grade and assessed year, for example "Xếp loại: Tốt – Năm 2025".</param>
/// <param name="DecisionNumber">For example "1234/QĐ-UBND".</param>
/// <param name="Place">Where it is issued, for example "Nam Định".</param>
/// <param name="IssuedOn">The Vietnamese day of the certificate.</param>
/// <param name="SignatoryCapacity">Lines above the signature, for example ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"].</param>
/// <param name="VerificationAddress">The https address in the QR code; holds no personal data.</param>
/// <param name="IsSample">True under a demonstration rule book: the certificate says in Vietnamese and English that it has no legal value.</param>
public sealed record CertificateContent(
    string IssuingBody,
    string IssuerCapacity,
    string Heading,
    string Certifies,
    string HolderPrefix,
    string HolderName,
    string AddressLabel,
    string HolderAddress,
    string Awards,
    string TitleName,
    string Standing,
    string DecisionNumber,
    DateOnly DecidedOn,
    string RegisterNumber,
    string Place,
    DateOnly IssuedOn,
    IReadOnlyList<string> SignatoryCapacity,
    string SignatoryName,
    Uri VerificationAddress,
    bool IsSample);
