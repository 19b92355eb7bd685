using System.Collections.Concurrent;

namespace FakeSlack;

/// <summary>Files by id, and uploads that are not complete yet; the oldest files are forgotten past a thousand.</summary>
internal sealed class FileShelf
{
    private const int Capacity = 1000;
    private readonly ConcurrentDictionary<string, FakeFile> _files = new();
    private readonly ConcurrentQueue<string> _order = new();
    private readonly ConcurrentDictionary<string, (string Id, string Name, int Length)> _expected = new();
    private readonly ConcurrentDictionary<string, FakeFile> _uploaded = new();

    public FakeFile? Find(string id) => _files.GetValueOrDefault(id);

    public FakeFile Keep(FakeFile file)
    {
        _files[file.Id] = file;
        _order.Enqueue(file.Id);
        while (_order.Count > Capacity && _order.TryDequeue(out var oldest))
            _files.TryRemove(oldest, out _);
        return file;
    }

    public bool Remove(string id) => _files.TryRemove(id, out _);

    public (string Ticket, string Id) Expect(string name, int length)
    {
        var (ticket, id) = (Ids.Secret(40), Ids.New("F"));
        _expected[ticket] = (id, name, length);
        return (ticket, id);
    }

    /// <summary>Takes the bytes of an announced upload; false when nothing, or another length, was announced.</summary>
    public bool Receive(string ticket, byte[] content, string user, DateTimeOffset now)
    {
        if (!_expected.TryRemove(ticket, out var expected) || expected.Length != content.Length)
            return false;
        _uploaded[expected.Id] = new FakeFile(expected.Id, expected.Name, expected.Name, user, content, now);
        return true;
    }

    public FakeFile? Complete(string id, string? title) =>
        _uploaded.TryRemove(id, out var file) ? Keep(title is null ? file : file with { Title = title }) : null;
}
