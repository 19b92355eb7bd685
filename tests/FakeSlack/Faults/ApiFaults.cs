namespace FakeSlack;

/// <summary>
/// Faults planned for calls: the next so many of a method, or each with a chance. The first plan that fits a call meets it. Chances come
/// from the workspace's seed, so the same order of calls meets the same faults.
/// </summary>
public sealed class ApiFaults
{
    /// <summary>Names every method in a plan.</summary>
    public const string AnyMethod = "*";

    /// <summary>Names posts to response URLs in a plan.</summary>
    public const string ResponseUrl = "response_url";

    private readonly Lock _gate = new();
    private readonly List<Plan> _plans = [];
    private readonly Random _random;
    private TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal ApiFaults(int seed) => _random = new Random(seed);

    internal Task Released
    {
        get
        {
            lock (_gate)
                return _released.Task;
        }
    }

    /// <summary>The next so many calls of the method meet the fault.</summary>
    public void Next(string method, Fault fault, int times = 1) => Add(new Plan(method, fault, 1) { Left = times });

    /// <summary>Each call of the method meets the fault with this chance.</summary>
    public void Sometimes(string method, Fault fault, double chance) => Add(new Plan(method, fault, chance) { Left = int.MaxValue });

    /// <summary>Each call of the method meets the fault until <see cref="Clear"/>.</summary>
    public void Always(string method, Fault fault) => Sometimes(method, fault, 1);

    /// <summary>Forgets every plan and lets hanging calls go on.</summary>
    public void Clear()
    {
        lock (_gate)
            _plans.Clear();
        Release();
    }

    /// <summary>Lets every hanging call go on; later ones hang again.</summary>
    public void Release()
    {
        TaskCompletionSource released;
        lock (_gate)
            (released, _released) = (_released, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        released.TrySetResult();
    }

    internal Fault? For(string method)
    {
        lock (_gate)
            foreach (var plan in _plans)
                if ((plan.Method == method || (plan.Method == AnyMethod && method != ResponseUrl))
                    && (plan.Chance >= 1 || _random.NextDouble() < plan.Chance))
                {
                    if (plan.Left != int.MaxValue && --plan.Left == 0)
                        _plans.Remove(plan);
                    return plan.Fault;
                }
        return null;
    }

    private void Add(Plan plan)
    {
        lock (_gate)
            _plans.Add(plan);
    }

    private sealed record Plan(string Method, Fault Fault, double Chance)
    {
        public int Left { get; set; }
    }
}
