using PaperBot.Benchmarks;
using PaperBot.Benchmarks.Speed;

// The baseline of start-up: a process that begins and ends.
if (args is [ProcessSpeed.Nothing])
    return 0;
const int usageError = 2;
var typed = Verbs.All().Parse(args);
var exitCode = await typed.InvokeAsync();
return typed.Errors.Count > 0 ? usageError : exitCode;
