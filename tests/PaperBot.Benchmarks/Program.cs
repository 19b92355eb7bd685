if (args[0] == "aspects")
    await PaperBot.Benchmarks.Training.Summaries.AspectEvaluation.RunAsync(args[1], args[2], Console.Out, default);
else
    await PaperBot.Benchmarks.Training.Summaries.SummaryTraining.RunAsync(args[0], args[1], Console.Out, default);
return 0;
