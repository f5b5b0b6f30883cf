using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace TitleCertification.LocalRuntime.Tests.Durable;

public sealed class EventsConformance
{
    [Fact]
    public async Task RaiseEvent_WhileWaiting_Wakes()
    {
        await using var host = await DurableHost.StartAsync(r => r.AddOrchestratorFunc<string>("Wait", context => context.WaitForExternalEvent<string>("Decided")));
        var id = await host.Client.ScheduleNewOrchestrationInstanceAsync("Wait");
        await host.Client.StartedAsync(id);

        await host.Client.RaiseEventAsync(id, "decided", "yes");

        Assert.Equal("yes", (await host.Client.EndOfAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task RaiseEvent_BeforeTheWait_IsKeptInOrder()
    {
        await using var host = await DurableHost.StartAsync(r => r
            .AddOrchestratorFunc<string>("Late", async context =>
            {
                await context.WaitForExternalEvent<object>("Go");
                var heard = "";
                for (var i = 0; i < 5; i++)
                    heard += await context.WaitForExternalEvent<int>("Number");
                return heard;
            }));
        var id = await host.Client.ScheduleNewOrchestrationInstanceAsync("Late");
        for (var i = 0; i < 5; i++)
            await host.Client.RaiseEventAsync(id, i % 2 == 0 ? "Number" : "NUMBER", i);
        await host.Client.RaiseEventAsync(id, "Go");

        Assert.Equal("01234", (await host.Client.EndOfAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task RaiseEvent_AfterTheEnd_IsDropped()
    {
        await using var host = await DurableHost.StartAsync(r => r.AddOrchestratorFunc<int>("Short", _ => 1));
        var end = await host.Client.RunAsync("Short");

        await host.Client.RaiseEventAsync(end.InstanceId, "Late", 2);

        Assert.Equal(OrchestrationRuntimeStatus.Completed, (await host.Client.GetInstanceAsync(end.InstanceId))!.RuntimeStatus);
    }

    [Fact]
    public async Task WaitForExternalEvent_TwoWaiters_TheLatestIsServedFirst()
    {
        await using var host = await DurableHost.StartAsync(r => r.AddOrchestratorFunc<string>("Two", async context =>
        {
            var first = context.WaitForExternalEvent<string>("E");
            var second = context.WaitForExternalEvent<string>("E");
            await Task.WhenAll(first, second);
            return await first + await second;
        }));
        var id = await host.Client.ScheduleNewOrchestrationInstanceAsync("Two");
        await host.Client.StartedAsync(id);
        await host.Client.RaiseEventAsync(id, "E", "a");
        await host.Client.RaiseEventAsync(id, "E", "b");

        Assert.Equal("ba", (await host.Client.EndOfAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task WaitForExternalEvent_TimeoutPasses_IsCancelledAndTheNextWaiterGetsTheEvent()
    {
        await using var host = await DurableHost.StartAsync(r => r.AddOrchestratorFunc<string>("Patient", async context =>
        {
            try
            {
                await context.WaitForExternalEvent<string>("E", TimeSpan.FromMilliseconds(20));
                return "not reached";
            }
            catch (OperationCanceledException)
            {
                context.SetCustomStatus("timed out");
            }
            return "then " + await context.WaitForExternalEvent<string>("E", TimeSpan.FromDays(400));
        }));
        var id = await host.Client.ScheduleNewOrchestrationInstanceAsync("Patient");
        await Clients.UntilAsync(async () => (await host.Client.GetInstanceAsync(id, getInputsAndOutputs: true))!.SerializedCustomStatus is not null);

        await host.Client.RaiseEventAsync(id, "E", "heard");

        Assert.Equal("then heard", (await host.Client.EndOfAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task SendEvent_ToAnotherInstance_Arrives()
    {
        await using var host = await DurableHost.StartAsync(r => r
            .AddOrchestratorFunc<string>("Hear", context => context.WaitForExternalEvent<string>("Word"))
            .AddOrchestratorFunc<string>("Say", (TaskOrchestrationContext context, string to) => context.SendEvent(to, "Word", "hello")));
        var id = await host.Client.ScheduleNewOrchestrationInstanceAsync("Hear");

        await host.Client.RunAsync("Say", id);

        Assert.Equal("hello", (await host.Client.EndOfAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task RaiseEvent_UnknownInstance_IsRefusedAsNotFound()
    {
        await using var host = await DurableHost.StartAsync(_ => { });

        var refusal = await Assert.ThrowsAsync<Grpc.Core.RpcException>(() => host.Client.RaiseEventAsync("nobody", "E"));

        Assert.Equal(Grpc.Core.StatusCode.NotFound, refusal.StatusCode);
        Assert.Null(await host.Client.GetInstanceAsync("nobody"));
        Assert.Equal(Grpc.Core.StatusCode.NotFound, (await Assert.ThrowsAsync<Grpc.Core.RpcException>(() => host.Client.TerminateInstanceAsync("nobody"))).StatusCode);
    }
}
