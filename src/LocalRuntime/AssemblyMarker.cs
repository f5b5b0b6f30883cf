namespace TitleCertification.LocalRuntime;

internal static class AssemblyMarker;
