using System.Net;
using System.Net.Sockets;

namespace TitleCertification.Testing;

/// <summary>For a listener that cannot be told to choose a port itself.</summary>
public static class FreePort
{
    /// <summary>Below the ports that systems give to outgoing connections: until the listener has it, one of those could take it.</summary>
    public static int Find()
    {
        while (true)
        {
            var port = Random.Shared.Next(20_000, 32_000);
            try
            {
                using var probe = new TcpListener(IPAddress.Loopback, port);
                probe.Start();
                return port;
            }
            catch (SocketException)
            {
                // Another one.
            }
        }
    }
}
