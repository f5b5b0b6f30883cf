namespace TitleCertification.Portal;

internal static class AssemblyMarker;
