using System.Globalization;
using EcomOps.Core;
using Parquet;
using Parquet.Schema;

namespace EcomOps.Formats.Tables.Internal;

/// <summary>A Parquet file with flat columns, one row group in memory at a time. Rows are numbered from 1.</summary>
internal sealed class ParquetSource : TableSource
{
    private readonly ParquetReader _reader;
    private readonly DataField[] _fields;
    private readonly Dictionary<string, int> _indexes = new(StringComparer.OrdinalIgnoreCase);
    private readonly string[] _columns;
    private Array[] _values = [];
    private int _group;
    private long _row;
    private long _rows;

    private ParquetSource(ParquetReader reader, DataField[] fields)
    {
        (_reader, _fields) = (reader, fields);
        _columns = [.. fields.Select(f => f.Name)];
        for (int i = 0; i < fields.Length; i++)
        {
            _indexes.TryAdd(_columns[i], i);
        }
    }

    public override IReadOnlyList<string> Columns => _columns;

    public static async Task<ParquetSource> OpenAsync(Stream file, string name, CancellationToken cancellationToken)
    {
        try
        {
            ParquetReader reader = await ParquetReader.CreateAsync(file, null, leaveStreamOpen: false, cancellationToken).ConfigureAwait(false);
            return new ParquetSource(reader, [.. reader.Schema.GetDataFields().Where(f => !f.IsArray && reader.Schema.Fields.Contains(f))]);
        }
        catch (Exception wrong) when (wrong is not (OperationCanceledException or EcomOpsException))
        {
            throw new EcomOpsException("file_unreadable", $"{name} is no readable Parquet file: {wrong.Message}", innerException: wrong);
        }
    }

    public override async ValueTask<bool> NextAsync(CancellationToken cancellationToken)
    {
        while (++_row >= _rows)
        {
            if (_group >= _reader.RowGroupCount)
            {
                return false;
            }

            using ParquetRowGroupReader group = _reader.OpenRowGroupReader(_group++);
            _rows = group.RowCount;
            _row = -1;
            _values = new Array[_fields.Length];
            for (int i = 0; i < _fields.Length; i++)
            {
                _values[i] = await ColumnAsync(group, _fields[i], checked((int)_rows), cancellationToken).ConfigureAwait(false);
            }
        }

        Line++;
        return true;
    }

    public override string Text(string column) => _indexes.TryGetValue(column, out int index) ? Show(_values[index].GetValue(_row)) : string.Empty;

    public override string Raw() => string.Join(',', _values.Select(v => Show(v.GetValue(_row))));

    public override ValueTask DisposeAsync() => _reader.DisposeAsync();

    private static async Task<Array> ColumnAsync(ParquetRowGroupReader group, DataField field, int rows, CancellationToken cancellationToken)
    {
        if (field.ClrType == typeof(string) || field.ClrType == typeof(ReadOnlyMemory<char>))
        {
            string?[] texts = new string?[rows];
            await group.ReadAsync(field, texts.AsMemory(), null, cancellationToken).ConfigureAwait(false);
            return texts;
        }

        return field.ClrType switch
        {
            { } t when t == typeof(bool) => await ValuesAsync<bool>(group, field, rows, cancellationToken).ConfigureAwait(false),
            { } t when t == typeof(sbyte) => await ValuesAsync<sbyte>(group, field, rows, cancellationToken).ConfigureAwait(false),
            { } t when t == typeof(byte) => await ValuesAsync<byte>(group, field, rows, cancellationToken).ConfigureAwait(false),
            { } t when t == typeof(short) => await ValuesAsync<short>(group, field, rows, cancellationToken).ConfigureAwait(false),
            { } t when t == typeof(ushort) => await ValuesAsync<ushort>(group, field, rows, cancellationToken).ConfigureAwait(false),
            { } t when t == typeof(int) => await ValuesAsync<int>(group, field, rows, cancellationToken).ConfigureAwait(false),
            { } t when t == typeof(uint) => await ValuesAsync<uint>(group, field, rows, cancellationToken).ConfigureAwait(false),
            { } t when t == typeof(long) => await ValuesAsync<long>(group, field, rows, cancellationToken).ConfigureAwait(false),
            { } t when t == typeof(ulong) => await ValuesAsync<ulong>(group, field, rows, cancellationToken).ConfigureAwait(false),
            { } t when t == typeof(float) => await ValuesAsync<float>(group, field, rows, cancellationToken).ConfigureAwait(false),
            { } t when t == typeof(double) => await ValuesAsync<double>(group, field, rows, cancellationToken).ConfigureAwait(false),
            { } t when t == typeof(decimal) => await ValuesAsync<decimal>(group, field, rows, cancellationToken).ConfigureAwait(false),
            { } t when t == typeof(DateTime) => await ValuesAsync<DateTime>(group, field, rows, cancellationToken).ConfigureAwait(false),
            { } t when t == typeof(DateOnly) => await ValuesAsync<DateOnly>(group, field, rows, cancellationToken).ConfigureAwait(false),
            { } t when t == typeof(Guid) => await ValuesAsync<Guid>(group, field, rows, cancellationToken).ConfigureAwait(false),
            _ => new string[rows], // A kind that no field of ours can come from: blank, and the field's own check says so.
        };
    }

    private static async Task<Array> ValuesAsync<T>(ParquetRowGroupReader group, DataField field, int rows, CancellationToken cancellationToken)
        where T : struct
    {
        if (field.IsNullable)
        {
            T?[] optional = new T?[rows];
            await group.ReadAsync(field, optional.AsMemory(), null, cancellationToken).ConfigureAwait(false);
            return optional;
        }

        T[] values = new T[rows];
        await group.ReadAsync(field, values.AsMemory(), null, cancellationToken).ConfigureAwait(false);
        return values;
    }

    private static string Show(object? value) => value switch
    {
        null => string.Empty,
        string text => text.Trim(),
        DateTime { TimeOfDay.Ticks: 0 } day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime moment => moment.ToString(moment.Kind == DateTimeKind.Utc ? "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'" : "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        float number => ((decimal)number).ToString(CultureInfo.InvariantCulture),
        double number when Math.Abs(number) < 1e15 => ((decimal)number).ToString(CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => string.Empty,
    };
}
