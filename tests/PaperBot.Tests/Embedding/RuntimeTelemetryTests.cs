using System.Runtime.InteropServices;
using PaperBot.Embedding;

namespace PaperBot.Tests.Embedding;

public sealed class RuntimeTelemetryTests
{
    [Fact]
    public void Disable_BeforeTheRuntimeStarts_IsSeenByNativeCode()
    {
        RuntimeTelemetry.Disable();

        var value = OperatingSystem.IsWindows()
            ? Environment.GetEnvironmentVariable("ORT_DISABLE_TELEMETRY") : Marshal.PtrToStringUTF8(GetEnvironment("ORT_DISABLE_TELEMETRY"));
        Assert.Equal("1", value);
    }

    [DllImport("libc", EntryPoint = "getenv")]
    private static extern IntPtr GetEnvironment([MarshalAs(UnmanagedType.LPUTF8Str)] string name);
}
