namespace TitleCertification.Portal;

/// <summary>What every page knows of the request it answers.</summary>
/// <param name="Place">The province's name, under the name of the service: "Tỉnh Nam Định".</param>
/// <param name="IsSample">A demonstration province: every page says so.</param>
/// <param name="HasMailbox">Messages land in a mailbox of this machine, for everybody to read.</param>
/// <param name="Address">Path and query of the page's GET, for the switches of language and text size.</param>
/// <param name="Person">Name of whoever is signed in; null where nobody is.</param>
/// <param name="Staff">Which work of staff is his.</param>
/// <param name="Helping">Whom the draft that is open is filed for; null where nobody files for others.</param>
/// <param name="Antiforgery">Asked for by forms alone: asking sets a cookie.</param>
public sealed record Frame(
    Language Language, bool LargeText, bool IsSample, bool HasMailbox, string Place, string Address, string? Person, StaffWork Staff, Helping? Helping, AssetAddresses Assets, Func<FormToken> Antiforgery)
{
    /// <summary>The draft or case that is open; forms say it, so that none of another window is taken for one of this.</summary>
    public string? Opened { get; init; }

    /// <summary>The same page with one value of its query changed.</summary>
    public string With(string name, string value)
    {
        var parts = Address.Split('?', 2);
        var rest = parts.Length < 2 ? [] : parts[1].Split('&').Where(pair => pair.Length > 0 && pair.Split('=')[0] is not ("lang" or "text"));
        return $"{parts[0]}?{string.Join('&', [.. rest, $"{name}={value}"])}";
    }
}

/// <summary>Which entries the navigation of staff has; every page asks for itself what may be done.</summary>
public sealed record StaffWork(bool Reviews, bool Administers, bool Assists = false);

/// <summary>An officer files for others: every page of the application says for whom.</summary>
/// <param name="Holder">Null until it was asked.</param>
public sealed record Helping(string? Holder, string Phone);

/// <summary>Addresses of the files every page needs; each holds a hash of the content, so that browsers keep them for good.</summary>
public sealed record AssetAddresses(string Style, string Script, string Upload, string Icon);

/// <summary>Proves that a form was ours.</summary>
public sealed record FormToken(string Field, string Value);
