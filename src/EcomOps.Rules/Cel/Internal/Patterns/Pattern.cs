using EcomOps.Rules.Cel.Internal.Values;

namespace EcomOps.Rules.Cel.Internal.Patterns;

// A pattern as a machine that is in several states at once: time is the text's length times the pattern's size, whatever the pattern.
// Only whether it matches somewhere is asked, so there are no groups and no order among alternatives. Immutable and thread-safe.
internal sealed class Pattern
{
    /// <summary>Most instructions; repetitions multiply what they repeat.</summary>
    private const int MaximumSize = 20_000;

    [ThreadStatic]
    private static PatternStates? _states;

    private readonly Instruction[] _program;

    private Pattern(Instruction[] program) => _program = program;

    /// <summary>Steps of the machine, for the cost.</summary>
    public int Size => _program.Length;

    public static Pattern? TryCompile(string pattern, out string? problem)
    {
        var parser = new PatternParser(pattern);
        PatternTree tree = parser.Parse();
        problem = parser.Problem;
        if (problem is not null)
        {
            return null;
        }

        var program = new List<Instruction>();
        if (!Emit(tree, program))
        {
            problem = "its repetitions multiply to more than 20,000 steps";
            return null;
        }

        program.Add(new Instruction(Operation.Match));
        return new Pattern([.. program]);
    }

    public bool IsMatch(string text)
    {
        PatternStates states = _states ??= new PatternStates();
        states.Prepare(_program.Length);
        int before = -1;
        for (int at = 0; ;)
        {
            int length = at < text.Length ? CodePoints.LengthAt(text, at) : 0;
            int next = at >= text.Length ? -1 : length == 2 ? char.ConvertToUtf32(text[at], text[at + 1]) : text[at];

            // A match may begin anywhere.
            if (Follow(states, 0, before, next))
            {
                return true;
            }

            if (next < 0)
            {
                return false;
            }

            at += length;
            int after = at >= text.Length ? -1 : CodePoints.LengthAt(text, at) == 2 ? char.ConvertToUtf32(text[at], text[at + 1]) : text[at];
            states.Turn();
            foreach (int state in states.Previous)
            {
                if (_program[state].Set!.Contains(next) && Follow(states, state + 1, next, after))
                {
                    return true;
                }
            }

            before = next;
        }
    }

    // Adds the states that are reached from one without reading; true when a match is among them.
    private bool Follow(PatternStates states, int start, int before, int next)
    {
        states.Push(start);
        while (states.TryPop(out int state))
        {
            ref readonly Instruction instruction = ref _program[state];
            switch (instruction.Operation)
            {
                case Operation.Match:
                    states.ClearStack();
                    return true;
                case Operation.Read:
                    states.Add(state);
                    break;
                case Operation.Jump:
                    states.Push(instruction.First);
                    break;
                case Operation.Split:
                    states.Push(instruction.Second);
                    states.Push(instruction.First);
                    break;
                default:
                    if (Holds(instruction.Assertion, before, next))
                    {
                        states.Push(state + 1);
                    }

                    break;
            }
        }

        return false;
    }

    private static bool Holds(Assertion assertion, int before, int next) => assertion switch
    {
        Assertion.TextStart => before < 0,
        Assertion.TextEnd => next < 0,
        Assertion.LineStart => before is < 0 or '\n',
        Assertion.LineEnd => next is < 0 or '\n',
        Assertion.WordBoundary => IsWord(before) != IsWord(next),
        _ => IsWord(before) == IsWord(next),
    };

    private static bool IsWord(int c) => c is >= 0 and < 128 && (char.IsAsciiLetterOrDigit((char)c) || c == '_');

    private static bool Emit(PatternTree tree, List<Instruction> program)
    {
        if (program.Count > MaximumSize)
        {
            return false;
        }

        switch (tree)
        {
            case SetPattern set:
                program.Add(new Instruction(Operation.Read, Set: set.Set));
                return true;
            case AssertionPattern assertion:
                program.Add(new Instruction(Operation.Assert, Assertion: assertion.Assertion));
                return true;
            case SequencePattern sequence:
                return sequence.Parts.All(part => Emit(part, program));
            case AlternativePattern alternative:
                return Alternatives(alternative, program);
            case RepeatPattern repeat:
                return Repeat(repeat, program);
            default:
                return true;
        }
    }

    private static bool Alternatives(AlternativePattern alternative, List<Instruction> program)
    {
        List<int> ends = [];
        for (int i = 0; i < alternative.Parts.Count; i++)
        {
            int split = program.Count;
            bool last = i == alternative.Parts.Count - 1;
            if (!last)
            {
                program.Add(default);
            }

            if (!Emit(alternative.Parts[i], program))
            {
                return false;
            }

            if (!last)
            {
                ends.Add(program.Count);
                program.Add(default);
                program[split] = new Instruction(Operation.Split, split + 1, program.Count);
            }
        }

        foreach (int end in ends)
        {
            program[end] = new Instruction(Operation.Jump, program.Count);
        }

        return true;
    }

    private static bool Repeat(RepeatPattern repeat, List<Instruction> program)
    {
        int begin = program.Count;
        for (int i = 0; i < repeat.Least; i++)
        {
            if (!Emit(repeat.Part, program))
            {
                return false;
            }

            // Nothing repeated is nothing.
            if (program.Count == begin)
            {
                break;
            }
        }

        if (repeat.Most == RepeatPattern.Unlimited)
        {
            int split = program.Count;
            program.Add(default);
            if (!Emit(repeat.Part, program))
            {
                return false;
            }

            program.Add(new Instruction(Operation.Jump, split));
            program[split] = new Instruction(Operation.Split, split + 1, program.Count);
            return true;
        }

        List<int> splits = [];
        for (int i = repeat.Least; i < repeat.Most; i++)
        {
            splits.Add(program.Count);
            program.Add(default);
            if (!Emit(repeat.Part, program))
            {
                return false;
            }
        }

        foreach (int split in splits)
        {
            program[split] = new Instruction(Operation.Split, split + 1, program.Count);
        }

        return true;
    }

    private enum Operation : byte
    {
        Match,
        Read,
        Jump,
        Split,
        Assert,
    }

    private readonly record struct Instruction(Operation Operation, int First = 0, int Second = 0, CharacterSet? Set = null, Assertion Assertion = default);
}
