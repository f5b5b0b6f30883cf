using TitleCertification.Domain.Applications;

namespace TitleCertification.Functions.Evidence.Examination;

/// <summary>What is kept of a file, or why it is not taken.</summary>
public abstract record Examined
{
    private Examined() { }

    /// <param name="Content">Images have been drawn anew; a PDF is as it came.</param>
    /// <param name="Ending">Of the file name, with the dot.</param>
    public sealed record Accepted(ReadOnlyMemory<byte> Content, string Type, string Ending, bool Scanned) : Examined;

    public sealed record Refused(Refusal Refusal) : Examined;
}
