namespace PaperBot.Ingestion.Sources;

/// <summary>Reads a stream line by line as bytes, with a bound on what one line may take. Undoes gzip and skips a byte order mark.</summary>
internal sealed class LineReader(Stream stream) : IDisposable
{
    /// <summary>Bytes. Longer lines are passed over; the longest abstracts are some thousand.</summary>
    public const int LongestLine = 1 << 20;

    public const string Damaged = "The compressed file is damaged or cut off here; what came before it was read.";

    private Stream? _source;
    private SourceInput? _compressed;
    private long _total;
    private byte[] _buffer = new byte[1 << 16];
    private int _start;
    private int _end;
    private bool _over;

    /// <summary>From 1; the line that was read last.</summary>
    public int Number { get; private set; }

    /// <summary>The line without its end; valid until the next read. Empty when the line is too long.</summary>
    public ReadOnlyMemory<byte> Line { get; private set; }

    public bool TooLong { get; private set; }

    /// <summary>Why reading stopped before the file's end, as a sentence; null when it did not.</summary>
    public string? Corruption { get; private set; }

    /// <summary>False at the end. A line that corruption cut off is not given out.</summary>
    public async ValueTask<bool> ReadAsync(CancellationToken cancellationToken)
    {
        if (_source is null)
            (_source, _compressed) = await SourceInput.OpenAsync(stream, cancellationToken).ConfigureAwait(false);
        (Line, TooLong) = (default, false);
        for (var searched = _start; ;)
        {
            var found = _buffer.AsSpan(searched, _end - searched).IndexOf((byte)'\n');
            if (found >= 0)
            {
                Give(searched + found, searched + found + 1);
                return true;
            }

            if (TooLong || _end - _start > LongestLine)
                (TooLong, _start, _end) = (true, 0, 0);
            searched = Compact();
            if (await FillAsync(cancellationToken).ConfigureAwait(false))
                continue;
            if (Corruption is not null || (_end == _start && !TooLong))
            {
                Number += Corruption is null ? 0 : 1;
                return false;
            }

            Give(_end, _end);
            return true;
        }
    }

    /// <summary>Lets go of the decompressor; the stream itself stays open.</summary>
    public void Dispose()
    {
        _source?.Dispose();
        _compressed?.Dispose();
    }

    private void Give(int end, int next)
    {
        Number++;
        if (end > _start && _buffer[end - 1] == '\r')
            end--;
        var start = _start;
        if (Number == 1 && _buffer.AsSpan(start, end - start).StartsWith("\uFEFF"u8))
            start += 3;
        TooLong |= end - start > LongestLine;
        Line = TooLong ? default : _buffer.AsMemory(start, end - start);
        _start = next;
    }

    /// <returns>Where to go on searching.</returns>
    private int Compact()
    {
        var length = _end - _start;
        if (_start > 0)
            _buffer.AsSpan(_start, length).CopyTo(_buffer);
        (_start, _end) = (0, length);
        if (length == _buffer.Length)
            Array.Resize(ref _buffer, _buffer.Length * 2);
        return length;
    }

    private async ValueTask<bool> FillAsync(CancellationToken cancellationToken)
    {
        if (_over)
            return false;
        try
        {
            var read = await _source!.ReadAsync(_buffer.AsMemory(_end), cancellationToken).ConfigureAwait(false);
            _end += read;
            _total += read;
            _over = read == 0;
            if (_over && _compressed?.EndsWith(_total) == false)
                Corruption = Damaged;
        }
        catch (InvalidDataException)
        {
            _over = true;
            Corruption = Damaged;
        }

        return !_over;
    }
}
