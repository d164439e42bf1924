"use strict";
(() => {
  const data = readFigures(document.getElementById("explore-data").textContent);
  const form = document.querySelector(".choose");
  const chart = document.getElementById("explore-chart");
  const table = document.getElementById("explore-table");
  const said = document.getElementById("explore-said");
  const digits = (value, n) => (Math.abs(value) < 0.5 * 10 ** -n ? 0 : value).toLocaleString("en-US", { minimumFractionDigits: n, maximumFractionDigits: n });
  const show = (value, format) => value === null || value === undefined ? "–"
    : format === "rate" ? digits(value * 100, 1) + " %"
    : format === "count" ? digits(value, 0)
    : format === "multiple" ? digits(value, 2)
    : digits(value, Math.abs(value) >= 1000 ? 0 : 2) + " " + data.currency;
  const make = (tag, attributes, text) => {
    const element = tag === "svg" || make.svg.has(tag) ? document.createElementNS("http://www.w3.org/2000/svg", tag) : document.createElement(tag);
    for (const name in attributes) element.setAttribute(name, attributes[name]);
    if (text !== undefined) element.textContent = text;
    return element;
  };
  make.svg = new Set(["path", "line", "text", "circle", "title"]);
  const change = (now, before) => now === null || before === null || before === undefined || before === 0 ? null : (now - before) / Math.abs(before);
  const changeCell = (exact, better) => {
    const value = exact !== null && Math.abs(exact) < 0.0005 ? 0 : exact;
    const cell = make("td", { class: "num" }, value === null ? "–" : (value > 0 ? "▲ +" : value < 0 ? "▼ −" : "") + digits(Math.abs(value) * 100, 1) + " %");
    if (value && better) cell.classList.add(value * better > 0 ? "good" : "bad");
    return cell;
  };

  const named = range => range[0] === range[1] ? data.iso(range[0]) : data.isMonth(range) ? data.iso(range[0]).slice(0, 7) : data.iso(range[0]) + " to " + data.iso(range[1]);
  const short = range => data.isMonth(range) ? data.iso(range[0]).slice(0, 7) : data.iso(range[0]).slice(5) + "/" + data.iso(range[1]).slice(5);

  const fillTable = (view, range) => {
    // A target is one of a month; of a part of the shop or of other days there is none.
    const targets = view.group === "" && data.isMonth(range), prior = data.prior(range), year = data.priorYear(range);
    const body = make("tbody");
    data.metrics.forEach(metric => {
      const now = data.value(view, metric, range), before = data.value(view, metric, prior), past = data.value(view, metric, year);
      if (now === null && before === null && past === null) return;
      const row = make("tr", { "data-metric": metric.id });
      row.append(make("th", { scope: "row", title: metric.text }, metric.name), make("td", { class: "num", "data-value": now === null ? "" : String(now) }, show(now, metric.format)),
        make("td", { class: "num" }, show(before, metric.format)), changeCell(change(now, before), metric.better),
        make("td", { class: "num" }, show(past, metric.format)), changeCell(change(now, past), metric.better));
      if (targets) row.append(make("td", { class: "num" }, metric.target === null ? "not set" : show(metric.target, metric.format)), changeCell(change(now, metric.target), metric.better));
      body.append(row);
    });
    const head = make("tr");
    ["Metric", "Value", "Before (" + short(prior) + ")", "Change", "Year before", "Change", ...(targets ? ["Target", "Against target"] : [])]
      .forEach((text, i) => head.append(make("th", i ? { scope: "col", class: "num" } : { scope: "col" }, text)));
    const result = make("table"), thead = make("thead");
    thead.append(head);
    result.append(make("caption", {}, `${view.group ? view.group + ": " : ""}${view.name}, ${named(range)}`), thead, body);
    table.replaceChildren(result);
  };

  // The range in days, ISO weeks or months; the first and the last one may be cut off.
  const pieces = (range, by) => {
    const list = [];
    for (let at = range[0]; at <= range[1];) {
      const end = by === "day" ? at : by === "week" ? at + 6 - (data.date(at).getUTCDay() + 6) % 7 : data.shift(at - data.date(at).getUTCDate() + 1, 1) - 1;
      list.push([at, Math.min(end, range[1])]);
      at = end + 1;
    }
    return list;
  };

  const ticks = (low, high) => {
    const raw = (high - low || 1) / 5, size = 10 ** Math.floor(Math.log10(raw));
    const step = size * [1, 2, 2.5, 5, 10].find(s => raw / size <= s);
    const list = [];
    for (let t = Math.floor(low / step + 1e-9) * step; t < high + step * 0.999; t += step) list.push(t);
    return list;
  };

  // A phone gets a chart of its own shape; shrunk, its text could not be read.
  const phone = matchMedia("screen and (max-width: 600px)"), isSmall = () => phone.matches;

  const drawChart = (view, range, m, wanted) => {
    const metric = data.metrics[m], length = range[1] - range[0] + 1, by = wanted || (length <= 45 ? "day" : length <= 200 ? "week" : "month");
    const parts = pieces(range, by), count = parts.length, label = i => by === "month" ? data.iso(parts[i][0]).slice(0, 7) : data.iso(parts[i][0]).slice(length > 300 ? 2 : 5);
    const now = parts.map(part => data.value(view, metric, part)), before = parts.map(part => data.value(view, metric, data.priorYear(part)));
    const series = [[metric.name, now, "s0"], ...(before.some(v => v !== null) ? [["A year before", before, "s1"]] : [])];
    const known = series.flatMap(s => s[1]).filter(v => v !== null);
    const figure = make("figure", { class: "chart" });
    figure.append(make("figcaption", {}, `${metric.name}, ${view.name}, ${named(range)}, by ${by}`));
    if (known.length === 0) {
      figure.append(make("p", { class: "missing" }, "Not known for this part of the shop."));
      chart.replaceChildren(figure);
      return;
    }
    const list = ticks(Math.min(0, ...known), Math.max(0, ...known)), low = list[0], high = list[list.length - 1];
    const tick = value => value === 0 ? "0" : show(value, metric.format).replace(" " + data.currency, "");
    const small = isSmall(), left = 16 + Math.max(small ? 0 : 6, ...list.map(t => tick(t).length)) * 8, width = small ? 330 : 760, height = small ? 230 : 280, bottom = 36, top = 12;
    const x = i => left + (i + 0.5) * (width - left - 16) / count, y = v => top + (1 - (v - low) / (high - low)) * (height - top - bottom);
    const svg = make("svg", { viewBox: `0 0 ${width} ${height}`, role: "img", "aria-label": `${metric.name}, ${view.name}, ${named(range)}; the figures are in the table below` });
    list.forEach(t => svg.append(make("line", { class: "grid", x1: left, x2: width - 16, y1: y(t), y2: y(t) }), make("text", { class: "tick", x: left - 8, y: y(t) + 4, "text-anchor": "end" }, tick(t))));
    const every = Math.ceil(count * 76 / (width - left));
    for (let i = count - 1; i >= 0; i -= every) svg.append(make("text", { class: "tick", x: Math.min(x(i), width - label(i).length * 4.2), y: height - 12, "text-anchor": "middle" }, label(i)));
    const legend = make("ul", { class: "legend" });
    series.forEach(([name, values, colour]) => {
      let path = "", down = false;
      values.forEach((v, i) => { if (v === null) { down = false; } else { path += (down ? "L" : "M") + x(i).toFixed(1) + " " + y(v).toFixed(1); down = true; } });
      svg.append(make("path", { class: "line " + colour, d: path }));
      values.forEach((v, i) => {
        if (v === null) return;
        const dot = make("circle", { class: "dot " + colour, cx: x(i), cy: y(v), r: Math.min(3.5, Math.max(1.5, (width - left) / count / 3)) });
        dot.append(make("title", {}, `${named(parts[i])} · ${name}: ${show(v, metric.format)}`));
        svg.append(dot);
      });
      const item = make("li");
      item.append(make("span", { class: "key " + colour }), name);
      legend.append(item);
    });
    const details = make("details", { class: "figures" }), scroll = make("div", { class: "scroll" }), figures = make("table"), head = make("tr"), thead = make("thead"), body = make("tbody");
    head.append(make("th", { scope: "col" }, "Days"), ...series.map(s => make("th", { scope: "col", class: "num" }, s[0])));
    thead.append(head);
    for (let i = 0; i < count; i++) {
      const row = make("tr");
      row.append(make("th", { scope: "row" }, named(parts[i])), ...series.map(s => make("td", { class: "num" }, show(s[1][i], metric.format))));
      body.append(row);
    }
    figures.append(thead, body);
    scroll.append(figures);
    details.append(make("summary", {}, "The figures"), scroll);
    const box = make("div", { class: small ? "small" : "scroll" });
    box.append(svg);
    if (series.length > 1) figure.append(legend);
    figure.append(box, details);
    chart.replaceChildren(figure);
  };

  const last = data.days - 1, inside = ([from, to]) => [Math.max(0, from), Math.min(last, to)];
  const presets = {
    reported: () => data.reported.map(data.parse), month: () => [last - data.date(last).getUTCDate() + 1, last],
    quarter: () => { const start = last - data.date(last).getUTCDate() + 1; return [data.shift(start, -(data.date(last).getUTCMonth() % 3)), last]; },
    year: () => [data.index(Date.UTC(data.date(last).getUTCFullYear(), 0, 1)), last], all: () => [0, last],
  };
  const preset = name => inside(presets[name] ? presets[name]() : /^\d{4}-\d{2}$/.test(name) ? (start => [start, data.shift(start, 1) - 1])(data.parse(name + "-01")) : [last + 1 - name, last]);

  const fault = () => {
    const from = data.parse(form.from.value), to = data.parse(form.to.value);
    return from === null || to === null ? "Give both days as year, month and day."
      : from < 0 || to > last || to < 0 || from > last ? `There are figures from ${data.iso(0)} to ${data.iso(last)} only.`
      : from > to ? "The first day lies after the last one." : "";
  };
  const update = () => {
    const problem = fault();
    form.from.setAttribute("aria-invalid", problem !== "");
    form.to.setAttribute("aria-invalid", problem !== "");
    said.classList.toggle("wrong", problem !== "");
    if (problem) { said.textContent = problem; return; }
    const view = data.views[form.view.value], range = [data.parse(form.from.value), data.parse(form.to.value)];
    fillTable(view, range);
    drawChart(view, range, +form.metric.value, form.by.value);
    said.textContent = `Showing ${view.group ? view.group.toLowerCase() + " " : ""}${view.name}, ${named(range)} (${range[1] - range[0] + 1} ${range[0] === range[1] ? "day" : "days"}).`;
  };
  // The choice stands in the address, so that it can be kept and sent.
  const remember = () => {
    const chosen = new URLSearchParams({ from: form.from.value, to: form.to.value, view: form.view.value, metric: data.metrics[form.metric.value].id, by: form.by.value });
    try { history.replaceState(null, "", "#explore?" + chosen); } catch { /* a page inside a frame may not change its address */ }
  };
  const recall = () => {
    if (!location.hash.startsWith("#explore?")) return;
    const chosen = new URLSearchParams(location.hash.slice(9)), metric = data.metrics.findIndex(m => m.id === chosen.get("metric"));
    if (data.parse(chosen.get("from") || "") !== null) form.from.value = chosen.get("from");
    if (data.parse(chosen.get("to") || "") !== null) form.to.value = chosen.get("to");
    if (data.views[chosen.get("view")]) form.view.value = chosen.get("view");
    if (metric >= 0) form.metric.value = metric;
    if (["day", "week", "month"].includes(chosen.get("by"))) form.by.value = chosen.get("by");
    const range = [form.from.value, form.to.value].join();
    form.preset.value = range === data.reported.join() ? "reported" : "custom";
  };
  form.addEventListener("change", event => {
    if (event.target === form.preset && form.preset.value !== "custom") [form.from.value, form.to.value] = preset(form.preset.value).map(data.iso);
    if (event.target === form.from || event.target === form.to) form.preset.value = "custom";
    update();
    if (!fault()) remember();
  });
  form.addEventListener("submit", e => e.preventDefault());
  phone.addEventListener("change", update);
  addEventListener("hashchange", () => { recall(); update(); });
  recall();
  update();
})();
