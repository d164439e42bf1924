namespace EcomOps.Rules.Cel.Internal.Patterns;

// The states of a running match; reused by the next one on the thread.
internal sealed class PatternStates
{
    private readonly Stack<int> _stack = new();
    private int[] _visited = [];
    private int[] _current = [];
    private int[] _previous = [];
    private int _step;
    private int _count;
    private int _previousCount;

    public ReadOnlySpan<int> Previous => _previous.AsSpan(0, _previousCount);

    public void Prepare(int size)
    {
        if (_visited.Length < size)
        {
            _visited = new int[size];
            _current = new int[size];
            _previous = new int[size];
            _step = 0;
        }

        _count = 0;
        Step();
    }

    /// <summary>The states so far become the previous ones.</summary>
    public void Turn()
    {
        (_previous, _current) = (_current, _previous);
        _previousCount = _count;
        _count = 0;
        Step();
    }

    public void Push(int state)
    {
        if (_visited[state] != _step)
        {
            _visited[state] = _step;
            _stack.Push(state);
        }
    }

    public bool TryPop(out int state) => _stack.TryPop(out state);

    public void ClearStack() => _stack.Clear();

    public void Add(int state) => _current[_count++] = state;

    private void Step()
    {
        if (_step == int.MaxValue)
        {
            Array.Clear(_visited);
            _step = 0;
        }

        _step++;
    }
}
