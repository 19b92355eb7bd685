await PaperBot.Benchmarks.Training.Summaries.SummaryTraining.RunAsync(args[0], args[1], Console.Out, default);
return 0;
