namespace TitleCertification.Portal.Layout;

/// <summary>The entries of the navigation.</summary>
public enum Section
{
    None,
    Start,
    Apply,
    Track,
    Verify,
}
