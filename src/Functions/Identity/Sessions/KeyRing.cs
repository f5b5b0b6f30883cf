using System.Globalization;
using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using TitleCertification.Functions.Storage;
using TitleCertification.Storage;

namespace TitleCertification.Functions.Identity.Sessions;

/// <summary>
/// The keys that cookies and forms are protected with, where every instance finds them: numbered blobs, each written once. A new one comes every ninety days, so there are few.
/// </summary>
internal sealed class KeyRing(IBlobs blobs) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements() => ReadAsync().GetAwaiter().GetResult();

    public void StoreElement(XElement element, string friendlyName) => WriteAsync(element).GetAwaiter().GetResult();

    private async Task<IReadOnlyCollection<XElement>> ReadAsync()
    {
        var found = new List<XElement>();
        while (await blobs.ReadAsync(ContainerNames.Keys, NameOf(found.Count + 1)) is { } blob)
            found.Add(XElement.Parse(Encoding.UTF8.GetString(blob.Content.Span)));
        return found;
    }

    private async Task WriteAsync(XElement element)
    {
        var content = Encoding.UTF8.GetBytes(element.ToString(SaveOptions.DisableFormatting));
        var number = (await ReadAsync()).Count;
        while (!await blobs.WriteOnceAsync(ContainerNames.Keys, NameOf(++number), content, "application/xml"))
        {
            // Another instance has taken the number.
        }
    }

    private static string NameOf(int number) => $"protection/{number.ToString("D4", CultureInfo.InvariantCulture)}.xml";
}
