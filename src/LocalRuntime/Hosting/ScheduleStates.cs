using System.Text.Json;
using Microsoft.Azure.Functions.Worker;

namespace TitleCertification.LocalRuntime.Hosting;

/// <summary>The state of each monitored schedule, in one file that is replaced as a whole: a kill leaves the old one or the new one.</summary>
internal sealed class ScheduleStates
{
    private readonly string _path;
    private readonly Lock _gate = new();
    private readonly Dictionary<string, ScheduleStatus> _states;

    public ScheduleStates(string path)
    {
        _path = path;
        try
        {
            _states = File.Exists(path) ? JsonSerializer.Deserialize<Dictionary<string, ScheduleStatus>>(File.ReadAllText(path)) ?? [] : [];
        }
        catch (JsonException e)
        {
            throw new StartupException($"The state of the timers in {path} cannot be read. Delete the file to begin anew.", e);
        }
    }

    public ScheduleStatus? Find(string function)
    {
        lock (_gate) return _states.GetValueOrDefault(function);
    }

    public void Store(string function, ScheduleStatus status)
    {
        lock (_gate)
        {
            _states[function] = status;
            var next = _path + ".next";
            using (var file = File.Create(next))
            {
                JsonSerializer.Serialize(file, _states);
                file.Flush(flushToDisk: true);
            }

            File.Move(next, _path, overwrite: true);
        }
    }
}
