using TitleCertification.Domain.Review;
using TitleCertification.Functions.Identity;

namespace TitleCertification.Functions.Tests.Identity;

public class PoliciesTests
{
    public static TheoryData<bool, Access?, string> Wrong => new()
    {
        { true, null, "declares no policy" },
        { false, null, "declares no policy" },
        { false, Access.Public, "not declared internal" },
        { true, Access.Internal, "declared internal" },
    };

    [Fact]
    public void New_EveryFunctionOfTheService_HasItsPolicy()
    {
        var functions = Policies.Functions(typeof(Composition).Assembly).ToList();

        var policies = new Policies(functions);

        Assert.NotEmpty(functions);
        Assert.All(functions, function => Assert.NotNull(policies.Of(function.Name)));
        Assert.Null(policies.Of("Nowhere"));
    }

    [Theory]
    [MemberData(nameof(Wrong))]
    public void New_FunctionWithoutAFittingPolicy_StopsTheStart(bool isHttp, Access? access, string expected)
    {
        var policy = access is { } given ? new PolicyAttribute(given) : null;

        var wrong = Assert.Throws<PolicyException>(() => new Policies(
            [new("Fine", true, new(Access.Staff, Role.Auditor)), new("Wrong", isHttp, policy)]));

        Assert.Contains($"Wrong {(policy is null ? "" : "is ")}", wrong.Message, StringComparison.Ordinal);
        Assert.Contains(expected, wrong.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("Fine", wrong.Message, StringComparison.Ordinal);
    }
}
