using System.Runtime.InteropServices;
using Microsoft.ML.OnnxRuntime;

namespace PaperBot.Embedding;

/// <summary>
/// ONNX Runtime reports its use to its maker unless it is told not to before it starts (https://github.com/microsoft/onnxruntime/pull/27379),
/// and nothing leaves this machine. It reads the process's own environment, which <see cref="Environment.SetEnvironmentVariable(string, string)"/>
/// does not change outside of Windows.
/// </summary>
internal static class RuntimeTelemetry
{
    private const string Variable = "ORT_DISABLE_TELEMETRY";

    /// <summary>To be called before anything else of the runtime.</summary>
    public static void Disable()
    {
        if (OperatingSystem.IsWindows())
            Environment.SetEnvironmentVariable(Variable, "1");
        else
            _ = SetEnvironment(Variable, "1", overwrite: 1);
        OrtEnv.Instance().DisableTelemetryEvents();
    }

    [DllImport("libc", EntryPoint = "setenv")]
    private static extern int SetEnvironment([MarshalAs(UnmanagedType.LPUTF8Str)] string name, [MarshalAs(UnmanagedType.LPUTF8Str)] string value, int overwrite);
}
