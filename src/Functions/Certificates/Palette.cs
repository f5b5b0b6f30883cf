using TitleCertification.Functions.Certificates.Pdf;

namespace TitleCertification.Functions.Certificates;

/// <summary>Lacquer red and gold on white paper; what is read is near black, as Decree 30/2020 has it for documents.</summary>
internal static class Palette
{
    public static readonly Ink Black = new(0x1A, 0x17, 0x14);
    public static readonly Ink Quiet = new(0x5C, 0x53, 0x48);
    public static readonly Ink Red = new(0x9C, 0x17, 0x1C);
    public static readonly Ink Gold = new(0xB0, 0x82, 0x2A);
    public static readonly Ink PaleGold = new(0xF5, 0xEB, 0xD3);
    public static readonly Ink Paper = new(0xFF, 0xFF, 0xFF);
}
