namespace TitleCertification.Functions.Certificates.Pdf;

/// <summary>A colour in sRGB.</summary>
internal readonly record struct Ink(byte Red, byte Green, byte Blue);
