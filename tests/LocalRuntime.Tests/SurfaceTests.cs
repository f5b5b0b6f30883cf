namespace TitleCertification.LocalRuntime.Tests
{
    /// <summary>The app compiles against what LocalRuntime declares under the SDK's namespaces: it must be what the SDK has, member for member.</summary>
    public sealed class SurfaceTests
    {
        private static readonly SdkSurface Real = new(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "sdk-surface.txt")));

        [Fact]
        public void Declared_UnderTheSdksNamespaces_IsAsInTheSdk()
        {
            var declared = typeof(LocalRuntime.Durable.DurableEngine).Assembly.GetExportedTypes()
                .Where(t => t.Namespace?.StartsWith("Microsoft.", StringComparison.Ordinal) == true).ToList();

            Assert.True(declared.Count > 60, $"Only {declared.Count} types were looked at.");
            var differences = declared.SelectMany(Real.Differences).ToList();
            Assert.True(differences.Count == 0, string.Join(Environment.NewLine, differences));
        }

        [Fact]
        public void Differences_TypeAsListed_AreNone() => Assert.Empty(MadeUp(
            "type Microsoft.MadeUp.Thing | MadeUp | class | base Object",
            "  ctor (String name, Int32? size = default)",
            "  method IReadOnlyDictionary<String, Object> All<T> (ref T first, Boolean strict = True)",
            "  property String Name { get init }",
            "  virtual method Task WaitAsync (CancellationToken cancellationToken = default)",
            "  static method Thing Create (String[] names)",
            "  static field Int32 Limit",
            "  method Void OnlyInTheSdk ()"));

        [Theory]
        [InlineData("| class |", "| sealed class |", "is declared as 'class | base Object'")]
        [InlineData("base Object", "base Exception", "is declared as 'class | base Object'")]
        [InlineData("String name,", "String title,", "declares 'ctor (String name, Int32? size = default)'")]
        [InlineData("Int32? size = default", "Int32? size", "declares 'ctor")]
        [InlineData("Int32? size", "Int32 size", "declares 'ctor")]
        [InlineData("strict = True", "strict = False", "declares 'method IReadOnlyDictionary<String, Object> All<T>")]
        [InlineData("All<T>", "Any<T>", "the SDK has nothing of that name")]
        [InlineData("{ get init }", "{ get }", "declares 'property String Name { get init }'; the SDK has 'property String Name { get }'")]
        [InlineData("virtual method", "method", "declares 'virtual method Task WaitAsync")]
        [InlineData("static method Thing", "method Thing", "declares 'static method Thing Create")]
        [InlineData("static field", "field", "declares 'static field Int32 Limit'")]
        [InlineData("Microsoft.MadeUp.Thing", "Microsoft.MadeUp.Other", "no such public type")]
        public void Differences_TypeNotAsListed_AreNamed(string listed, string other, string difference)
        {
            string[] lines =
            [
                "type Microsoft.MadeUp.Thing | MadeUp | class | base Object",
                "  ctor (String name, Int32? size = default)",
                "  method IReadOnlyDictionary<String, Object> All<T> (ref T first, Boolean strict = True)",
                "  property String Name { get init }",
                "  virtual method Task WaitAsync (CancellationToken cancellationToken = default)",
                "  static method Thing Create (String[] names)",
                "  static field Int32 Limit",
            ];

            var differences = MadeUp([.. lines.Select(line => line.Replace(listed, other, StringComparison.Ordinal))]);

            Assert.Contains(difference, Assert.Single(differences), StringComparison.Ordinal);
        }

        [Fact]
        public void Differences_InterfaceLacksAMember_AreNamed()
        {
            var surface = new SdkSurface("type Microsoft.MadeUp.IThing | MadeUp | interface | base -\n  method Void Act ()\n  method Void ActMore ()");

            Assert.Contains("lacks 'method Void ActMore ()'", Assert.Single(surface.Differences(typeof(Microsoft.MadeUp.IThing))), StringComparison.Ordinal);
        }

        [Fact]
        public void Differences_EnumValueIsAnother_AreNamed()
        {
            var surface = new SdkSurface("type Microsoft.MadeUp.Side | MadeUp | enum | base Enum\n  Microsoft.MadeUp.Side.Left = 1");

            Assert.Contains("Side.Left = 0", Assert.Single(surface.Differences(typeof(Microsoft.MadeUp.Side))), StringComparison.Ordinal);
        }

        private static List<string> MadeUp(params string[] lines) => [.. new SdkSurface(string.Join('\n', lines)).Differences(typeof(Microsoft.MadeUp.Thing))];
    }
}

// Nothing real: types for the comparison itself.
#pragma warning disable CA1822, CA2211, CA1045, IDE0060
namespace Microsoft.MadeUp
{
    public enum Side
    {
        Left = 0,
    }

    public interface IThing
    {
        void Act();
    }

    public class Thing(string name, int? size = null)
    {
        public static int Limit = 5;

        public string Name { get; init; } = name + size;

        public static Thing Create(params string[] names) => new(names[0]);

        public IReadOnlyDictionary<string, object> All<T>(ref T first, bool strict = true) => new Dictionary<string, object>();

        public virtual Task WaitAsync(CancellationToken cancellationToken = default) => Task.CompletedTask;
    }
}
