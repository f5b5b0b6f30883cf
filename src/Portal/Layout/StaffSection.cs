namespace TitleCertification.Portal.Layout;

/// <summary>The entries of the navigation of staff.</summary>
public enum StaffSection
{
    None,
    Queue,
    Assist,
    Filed,
    Administration,
}
