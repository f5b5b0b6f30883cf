namespace TitleCertification.Functions.Storage.Batching;

/// <summary>A row of a read model: derived from a record, and so written whatever was there before.</summary>
public abstract record Projection(string Key)
{
    /// <summary>The row is there with this body.</summary>
    public sealed record Put(string Key, string Body) : Projection(Key);

    /// <summary>The row is not there. That it was not there before either is fine.</summary>
    public sealed record Remove(string Key) : Projection(Key);
}
