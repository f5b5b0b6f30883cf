using System.Text;
using TitleCertification.SampleCase;

Console.OutputEncoding = Encoding.UTF8;
if (Arguments.Parse(args) is not { } arguments)
{
    Console.Error.WriteLine("SampleCase --people FILE [--url http://localhost:7071] [--out .local/certificates] [--lang vi|en]");
    return 2;
}

var report = new Report(Console.Out, arguments.Language);
using var http = new HttpClient { BaseAddress = arguments.Url, Timeout = TimeSpan.FromSeconds(30) };
try
{
    using var api = new Api(http);
    var school = new NghiaHungCase(api, SamplePeople.Load(arguments.PeopleFile), report, arguments.CertificateFolder);
    await school.RunAsync();
    return 0;
}
catch (UnexpectedAnswerException e)
{
    report.Failure(e.Message);
}
catch (HttpRequestException e)
{
    report.Failure($"{arguments.Url}: {e.Message}");
}
catch (TaskCanceledException)
{
    report.Failure($"{arguments.Url}: no answer within {http.Timeout.TotalSeconds:0} s");
}

return 1;
