using System.Globalization;
using EcomOps.Core;
using EcomOps.Rules.Cel.Internal.Evaluation;
using EcomOps.Rules.Cel.Internal.Nodes;
using EcomOps.Rules.Cel.Internal.Values;

namespace EcomOps.Rules.Cel.Internal.Functions;

// decimal and money of the dialect. Exact: what needs more than 28 digits is an error, division and rounding name their mode.
internal static class DecimalFunctions
{
    private const string TooLong = "The result needs more than 28 digits; round before, with decimal.round().";
    private const string NoMode = "A rounding is one of half-up, half-even, half-down, up, down, ceiling and floor.";

    public static IEnumerable<Overload> All =>
    [
        Make.Of<decimal, decimal>("decimal(decimal) -> decimal", a => a),
        Make.Of<long, decimal>("decimal(int) -> decimal", a => a),
        Make.Of<ulong, decimal>("decimal(uint) -> decimal", a => a),
        Make.Try<string, decimal>("decimal(string) -> decimal", Exact.Parse, "The text is no decimal of at most 28 digits, such as 49.95."),
        Make.Of<decimal, string>("string(decimal) -> string", a => a.ToString(CultureInfo.InvariantCulture)),
        Make.Of<decimal, double>("double(decimal) -> double", a => (double)a),
        Make.Try<decimal, long>("int(decimal) -> int", a => decimal.Truncate(a) is >= long.MinValue and <= long.MaxValue and var whole ? (long)whole : null, "The number does not fit an int."),
        new OperatorOverload<decimal, decimal, decimal, Add>("_+_(decimal, decimal) -> decimal"),
        new OperatorOverload<decimal, long, decimal, Add>("_+_(decimal, int) -> decimal"),
        new OperatorOverload<long, decimal, decimal, Add>("_+_(int, decimal) -> decimal"),
        new OperatorOverload<decimal, decimal, decimal, Subtract>("_-_(decimal, decimal) -> decimal"),
        new OperatorOverload<decimal, long, decimal, Subtract>("_-_(decimal, int) -> decimal"),
        new OperatorOverload<long, decimal, decimal, Subtract>("_-_(int, decimal) -> decimal"),
        new OperatorOverload<decimal, decimal, decimal, Multiply>("_*_(decimal, decimal) -> decimal"),
        new OperatorOverload<decimal, long, decimal, Multiply>("_*_(decimal, int) -> decimal"),
        new OperatorOverload<long, decimal, decimal, Multiply>("_*_(int, decimal) -> decimal"),
        Make.Of<decimal, decimal>("-_(decimal) -> decimal", a => -a),
        Make.Of<decimal, decimal>("math.abs(decimal) -> decimal", Math.Abs),
        Make.Of<decimal, long>("math.sign(decimal) -> int", a => Math.Sign(a)),
        new Overload<decimal, decimal, long, string, decimal>("decimal.div(decimal, decimal, int, string) -> decimal", Divide),
        new Overload<decimal, long, long, string, decimal>("decimal.div(decimal, int, int, string) -> decimal", (CelFrame f, decimal a, long b, long s, string m, out decimal v) => Divide(f, a, b, s, m, out v)),
        new Overload<long, decimal, long, string, decimal>("decimal.div(int, decimal, int, string) -> decimal", (CelFrame f, long a, decimal b, long s, string m, out decimal v) => Divide(f, a, b, s, m, out v)),
        new Overload<long, long, long, string, decimal>("decimal.div(int, int, int, string) -> decimal", (CelFrame f, long a, long b, long s, string m, out decimal v) => Divide(f, a, b, s, m, out v)),
        new Overload<decimal, long, string, decimal>("decimal.round(decimal, int, string) -> decimal", (CelFrame f, decimal a, long s, string m, out decimal v) => Divide(f, a, 1m, s, m, out v)),

        Make.Of<Money, Money>("money(money) -> money", a => a),
        new Overload<string, string, Money>("money(string, string) -> money", (CelFrame f, string a, string c, out Money v) => Amount(f, Exact.Parse(a), c, out v)),
        new Overload<decimal, string, Money>("money(decimal, string) -> money", (CelFrame f, decimal a, string c, out Money v) => Amount(f, a, c, out v)),
        new Overload<long, string, Money>("money(int, string) -> money", (CelFrame f, long a, string c, out Money v) => Amount(f, a, c, out v)),
        Make.Of<Money, string>("string(money) -> string", a => a.ToString()),
        new OperatorOverload<Money, Money, Money, Add>("_+_(money, money) -> money"),
        new OperatorOverload<Money, Money, Money, Subtract>("_-_(money, money) -> money"),
        new OperatorOverload<Money, decimal, Money, Multiply>("_*_(money, decimal) -> money"),
        new OperatorOverload<decimal, Money, Money, Multiply>("_*_(decimal, money) -> money"),
        new OperatorOverload<Money, long, Money, Multiply>("_*_(money, int) -> money"),
        new OperatorOverload<long, Money, Money, Multiply>("_*_(int, money) -> money"),
        Make.Of<Money, Money>("-_(money) -> money", a => -a),
        new Overload<Money, string, Money>("money.round(money, string) -> money", (CelFrame frame, Money a, string mode, out Money value) =>
        {
            MoneyRounding? rounding = Exact.Mode(mode);
            value = rounding is null ? a : a.Round(rounding.Value);
            return rounding is null ? frame.Fail(NoMode) : Status.Ok;
        }),
    ];

    private static Status Amount(CelFrame frame, decimal? amount, string code, out Money value)
    {
        bool known = Currency.TryFromCode(code, out Currency currency);
        value = new Money(amount.GetValueOrDefault(), currency);
        return amount is null ? frame.Fail("The amount is no decimal of at most 28 digits, such as 49.95.")
            : known ? Status.Ok
            : frame.Fail("There is no such currency; write an ISO 4217 code such as EUR.");
    }

    private static Status Divide(CelFrame frame, decimal left, decimal right, long scale, string mode, out decimal value)
    {
        value = 0m;
        if (Exact.Mode(mode) is not { } rounding)
        {
            return frame.Fail(NoMode);
        }

        if (scale is < 0 or > 28)
        {
            return frame.Fail("A decimal has 0 to 28 digits after the point.");
        }

        return right == 0m ? frame.Fail(NumberOperators.DivisionByZero) : Done(frame, Exact.Divide(left, right, (int)scale, rounding), out value);
    }

    private static Status Done(CelFrame frame, decimal? made, out decimal value)
    {
        value = made.GetValueOrDefault();
        return made is null ? frame.Fail(TooLong) : Status.Ok;
    }

    private static Status Done(CelFrame frame, decimal? made, Currency currency, out Money value)
    {
        value = new Money(made.GetValueOrDefault(), currency);
        return made is null ? frame.Fail(TooLong) : Status.Ok;
    }

    private readonly struct Add : IOperation<decimal, decimal, decimal>, IOperation<decimal, long, decimal>, IOperation<long, decimal, decimal>, IOperation<Money, Money, Money>
    {
        public static Status Apply(CelFrame frame, decimal left, decimal right, out decimal value) => Done(frame, Exact.Add(left, right), out value);

        public static Status Apply(CelFrame frame, decimal left, long right, out decimal value) => Done(frame, Exact.Add(left, right), out value);

        public static Status Apply(CelFrame frame, long left, decimal right, out decimal value) => Done(frame, Exact.Add(left, right), out value);

        public static Status Apply(CelFrame frame, Money left, Money right, out Money value)
        {
            value = left;
            return left.Currency == right.Currency ? Done(frame, Exact.Add(left.Amount, right.Amount), left.Currency, out value) : frame.Fail(Equality.Currencies);
        }
    }

    private readonly struct Subtract : IOperation<decimal, decimal, decimal>, IOperation<decimal, long, decimal>, IOperation<long, decimal, decimal>, IOperation<Money, Money, Money>
    {
        public static Status Apply(CelFrame frame, decimal left, decimal right, out decimal value) => Done(frame, Exact.Add(left, -right), out value);

        public static Status Apply(CelFrame frame, decimal left, long right, out decimal value) => Done(frame, Exact.Add(left, -(decimal)right), out value);

        public static Status Apply(CelFrame frame, long left, decimal right, out decimal value) => Done(frame, Exact.Add(left, -right), out value);

        public static Status Apply(CelFrame frame, Money left, Money right, out Money value)
        {
            value = left;
            return left.Currency == right.Currency ? Done(frame, Exact.Add(left.Amount, -right.Amount), left.Currency, out value) : frame.Fail(Equality.Currencies);
        }
    }

    private readonly struct Multiply : IOperation<decimal, decimal, decimal>, IOperation<decimal, long, decimal>, IOperation<long, decimal, decimal>,
        IOperation<Money, decimal, Money>, IOperation<decimal, Money, Money>, IOperation<Money, long, Money>, IOperation<long, Money, Money>
    {
        public static Status Apply(CelFrame frame, decimal left, decimal right, out decimal value) => Done(frame, Exact.Multiply(left, right), out value);

        public static Status Apply(CelFrame frame, decimal left, long right, out decimal value) => Done(frame, Exact.Multiply(left, right), out value);

        public static Status Apply(CelFrame frame, long left, decimal right, out decimal value) => Done(frame, Exact.Multiply(left, right), out value);

        public static Status Apply(CelFrame frame, Money left, decimal right, out Money value) => Done(frame, Exact.Multiply(left.Amount, right), left.Currency, out value);

        public static Status Apply(CelFrame frame, decimal left, Money right, out Money value) => Apply(frame, right, left, out value);

        public static Status Apply(CelFrame frame, Money left, long right, out Money value) => Apply(frame, left, (decimal)right, out value);

        public static Status Apply(CelFrame frame, long left, Money right, out Money value) => Apply(frame, right, (decimal)left, out value);
    }
}
