namespace TitleCertification.Functions.Requests;

/// <summary>A problem as callers see it (RFC 9457; docs/errors.md).</summary>
/// <param name="Code">Stable; part of the API.</param>
/// <param name="Errors">All grounds at once.</param>
public sealed record ProblemBody(string Type, string Title, int Status, string Code, string? Detail, ProblemText En, IReadOnlyList<ProblemError>? Errors);

public sealed record ProblemText(string Title, string? Detail);

/// <param name="Pointer">A JSON pointer into the request.</param>
public sealed record ProblemError(string Code, string Pointer, string Vi, string En);
