using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using TitleCertification.Domain.Review;
using TitleCertification.Functions.Requests;

namespace TitleCertification.Functions.Identity.People;

/// <summary>Who holds a role in a unit today.</summary>
public sealed class GetPeople(PeopleTable people)
{
    [Function(nameof(GetPeople))]
    [Policy(Access.Staff, Role.Administrator, Role.Auditor)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/holders/{role}/{unit}")] HttpRequest request, string role, string unit, CancellationToken cancellationToken)
    {
        _ = request;
        if (!Enum.TryParse<Role>(role, out var parsed) || parsed.ToString() != role || !IsUnit(unit))
            return Problems.From(Problems.UnknownQueue);
        var holders = await people.HoldersAsync(parsed, unit, cancellationToken);
        return Results.Json(new HoldersView([.. holders.Select(holder => new HolderView(PeopleTable.KeyOf(holder.Id), holder.Id, holder.Name))]), Json.Options);
    }

    private static bool IsUnit(string unit) => unit.Length is > 0 and <= 100 && unit.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');
}

public sealed record HoldersView(IReadOnlyList<HolderView> Items);

public sealed record HolderView(string Key, string Id, string Name);
