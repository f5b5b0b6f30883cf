namespace TitleCertification.Functions;

/// <summary>A setting is not what it should be: the service does not start, and says so in one sentence.</summary>
public sealed class SettingException(string message, Exception? innerException = null) : Exception(message, innerException);
