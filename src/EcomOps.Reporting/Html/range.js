"use strict";
// Figures by day, added up over ranges of days; the rules are those of DailyFigures in EcomOps.Analytics.
const readFigures = text => {
  const data = JSON.parse(text);
  const whole = digits => digits === "" ? 0 : parseInt(digits, 36);
  const column = packed => {
    if (packed === null) return null;
    const [decimals, values] = packed.split(":"), scale = 10 ** decimals;
    return { scale, days: values.split(",").map(v => v === "~" ? null : whole(v)) };
  };
  const visits = packed => {
    let day = 0;
    return packed === "" ? [] : packed.split(",").map(visit => {
      const [step, since, returning] = visit.split(".");
      day += whole(step);
      const before = gap => gap === "-" ? -1 : day - whole(gap);
      return { day, before: before(since), returning: returning !== "", beforeReturning: before(returning === undefined ? since : returning) };
    });
  };
  for (const view of data.views) {
    view.c = view.c.map(column);
    view.v = visits(view.v);
    view.p = view.p.map(([spend, revenue]) => ({ spend: column(spend), revenue: column(revenue) }));
  }
  const sum = (column, from, to, known) => {
    if (column === null) return null;
    let total = known ? null : 0;
    for (let day = from; day <= to; day++) {
      const value = column.days[day];
      if (value !== null) total = (total === null ? 0 : total) + value;
      else if (!known) return null;
    }
    return total === null ? null : total / column.scale;
  };
  const visited = (view, from, to, counts) => {
    let n = 0;
    for (const visit of view.v) if (visit.day >= from && visit.day <= to && counts(visit)) n++;
    return n;
  };
  const attributed = (view, from, to) => {
    if (!view.paid || !data.views[0].p.some(c => sum(c.spend, from, to))) return null;
    return view.p.filter(c => sum(c.spend, from, to)).reduce((all, c) => all + sum(c.revenue, from, to), 0);
  };
  const measure = (view, m, from, to) => {
    switch (data.measures[m]) {
      case "Customers": return visited(view, from, to, v => v.before < from);
      case "ReturningCustomers": return visited(view, from, to, v => v.returning && v.beforeReturning < from);
      case "PaidChannels": return attributed(view, from, to);
      case "SumOfKnown": return sum(view.c[m], from, to, true);
      default: return sum(view.c[m], from, to, false);
    }
  };
  const added = (view, terms, from, to) => terms.reduce((all, [m, sign]) => {
    const value = all === null ? null : measure(view, m, from, to);
    return value === null ? null : all + sign * value;
  }, 0);
  // Null outside the days of the page, without facts, and over a denominator of zero.
  data.value = (view, metric, range) => {
    const [from, to] = range;
    if (from < 0 || to >= data.days || to < from) return null;
    const top = added(view, metric.top, from, to);
    if (metric.bottom === null || top === null) return top;
    const bottom = added(view, metric.bottom, from, to);
    return bottom === null || Math.abs(bottom) < 1e-9 ? null : top / bottom;
  };

  const DAY = 86400000, first = Date.parse(data.first + "T00:00Z");
  data.date = index => new Date(first + index * DAY);
  data.index = date => Math.round((date - first) / DAY);
  data.iso = index => data.date(index).toISOString().slice(0, 10);
  data.parse = text => /^\d{4}-\d{2}-\d{2}$/.test(text) && !isNaN(Date.parse(text + "T00:00Z")) ? data.index(Date.parse(text + "T00:00Z")) : null;
  // Later or earlier months keep the day of the month, or take the last one of a shorter month.
  const shifted = (date, months) => {
    const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months + 1, 0)).getUTCDate();
    return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, Math.min(date.getUTCDate(), last));
  };
  data.shift = (index, months) => data.index(shifted(data.date(index), months));
  data.isMonth = ([from, to]) => data.date(from).getUTCDate() === 1 && to === data.shift(from, 1) - 1;
  data.prior = range => data.isMonth(range) ? [data.shift(range[0], -1), range[0] - 1] : [2 * range[0] - range[1] - 1, range[0] - 1];
  data.priorYear = range => data.isMonth(range) ? [data.shift(range[0], -12), data.shift(data.shift(range[0], -12), 1) - 1] : [data.shift(range[0], -12), data.shift(range[1], -12)];
  return data;
};
