namespace TitleCertification.LocalStorage;

internal static class AssemblyMarker;
