using Microsoft.AspNetCore.Http;

namespace TitleCertification.Functions.Pages.Apply;

/// <summary>"Save and come back later" sends the page as it is: what is typed is kept, what is not answered yet is no fault then.</summary>
internal static class Leaving
{
    private const string Field = "then";

    public static bool Leaves(this IFormCollection form) => form.Text(Field) == "save";

    /// <summary>Nothing has been typed or chosen.</summary>
    public static bool IsEmpty(this IFormCollection form) => form.Keys.All(name => name is Field or PageForms.TokenField or OpenedFile.Field || form.Text(name).Length == 0);
}
