"use strict";
(() => {
  const data = JSON.parse(document.getElementById("explore-data").textContent);
  const form = document.querySelector(".choose");
  const chart = document.getElementById("explore-chart");
  const table = document.getElementById("explore-table");
  const said = document.getElementById("explore-said");
  const digits = (value, n) => value.toLocaleString("en-US", { minimumFractionDigits: n, maximumFractionDigits: n });
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

  const fillTable = (view, period) => {
    const whole = view.group === "";
    const body = make("tbody");
    data.metrics.forEach((metric, m) => {
      const values = view.x[m];
      if (values.every(v => v === null)) return;
      const now = values[period], prior = period > 0 ? values[period - 1] : null, year = period >= data.year ? values[period - data.year] : null;
      const row = make("tr");
      row.append(make("th", { scope: "row", title: metric.text }, metric.name), make("td", { class: "num" }, show(now, metric.format)),
        make("td", { class: "num" }, show(prior, metric.format)), changeCell(change(now, prior), metric.better),
        make("td", { class: "num" }, show(year, metric.format)), changeCell(change(now, year), metric.better));
      if (whole) row.append(make("td", { class: "num" }, metric.target === null ? "not set" : show(metric.target, metric.format)), changeCell(change(now, metric.target), metric.better));
      body.append(row);
    });
    const head = make("tr");
    ["Metric", data.periods[period], "Prior month", "Change", "Prior year", "Change", ...(whole ? ["Target", "Against target"] : [])]
      .forEach((text, i) => head.append(make("th", i ? { scope: "col", class: "num" } : { scope: "col" }, text)));
    const result = make("table"), thead = make("thead");
    thead.append(head);
    result.append(make("caption", {}, `${view.group ? view.group + ": " : ""}${view.name}, ${data.periods[period]}`), thead, body);
    table.replaceChildren(result);
  };

  const ticks = (low, high) => {
    const raw = (high - low || 1) / 5, size = 10 ** Math.floor(Math.log10(raw));
    const step = size * [1, 2, 2.5, 5, 10].find(s => raw / size <= s);
    const list = [];
    for (let t = Math.floor(low / step + 1e-9) * step; t < high + step * 0.999; t += step) list.push(t);
    return list;
  };

  const drawChart = (view, from, period, m) => {
    const metric = data.metrics[m], start = Math.min(from, period), count = period - start + 1;
    const now = view.x[m].slice(start, period + 1);
    const before = now.map((_, i) => start + i >= data.year ? view.x[m][start + i - data.year] : null);
    const series = [[metric.name, now, "s0"], ...(before.some(v => v !== null) ? [["A year before", before, "s1"]] : [])];
    const known = series.flatMap(s => s[1]).filter(v => v !== null);
    const figure = make("figure", { class: "chart" });
    figure.append(make("figcaption", {}, `${metric.name}, ${view.name}, by month`));
    if (known.length === 0) {
      figure.append(make("p", { class: "missing" }, "Not known for this part of the shop."));
      chart.replaceChildren(figure);
      return;
    }
    const list = ticks(Math.min(0, ...known), Math.max(0, ...known)), low = list[0], high = list[list.length - 1];
    const short = value => show(value, metric.format).replace(" " + data.currency, "");
    const left = 16 + Math.max(6, ...list.map(t => short(t).length)) * 8, width = 760, height = 280, bottom = 36, top = 12;
    const x = i => left + (i + 0.5) * (width - left - 16) / count, y = v => top + (1 - (v - low) / (high - low)) * (height - top - bottom);
    const svg = make("svg", { viewBox: `0 0 ${width} ${height}`, role: "img", "aria-label": `${metric.name}, ${view.name}, ${data.periods[start]} to ${data.periods[period]}; the figures are in the table below` });
    list.forEach(t => svg.append(make("line", { class: "grid", x1: left, x2: width - 16, y1: y(t), y2: y(t) }), make("text", { class: "tick", x: left - 8, y: y(t) + 4, "text-anchor": "end" }, short(t))));
    const every = Math.ceil(count * 62 / (width - left));
    for (let i = 0; i < count; i += every) svg.append(make("text", { class: "tick", x: x(i), y: height - 12, "text-anchor": "middle" }, data.periods[start + i]));
    const legend = make("ul", { class: "legend" });
    series.forEach(([name, values, colour]) => {
      let path = "", down = false;
      values.forEach((v, i) => { if (v === null) { down = false; } else { path += (down ? "L" : "M") + x(i).toFixed(1) + " " + y(v).toFixed(1); down = true; } });
      svg.append(make("path", { class: "line " + colour, d: path }));
      values.forEach((v, i) => {
        if (v === null) return;
        const dot = make("circle", { class: "dot " + colour, cx: x(i), cy: y(v), r: 3.5 });
        dot.append(make("title", {}, `${data.periods[start + i]} · ${name}: ${show(v, metric.format)}`));
        svg.append(dot);
      });
      const item = make("li");
      item.append(make("span", { class: "key " + colour }), name);
      legend.append(item);
    });
    const details = make("details", { class: "figures" }), scroll = make("div", { class: "scroll" }), figures = make("table"), head = make("tr"), thead = make("thead"), body = make("tbody");
    head.append(make("th", { scope: "col" }, "Month"), ...series.map(s => make("th", { scope: "col", class: "num" }, s[0])));
    thead.append(head);
    for (let i = 0; i < count; i++) {
      const row = make("tr");
      row.append(make("th", { scope: "row" }, data.periods[start + i]), ...series.map(s => make("td", { class: "num" }, show(s[1][i], metric.format))));
      body.append(row);
    }
    figures.append(thead, body);
    scroll.append(figures);
    details.append(make("summary", {}, "The figures"), scroll);
    const box = make("div", { class: "scroll" });
    box.append(svg);
    if (series.length > 1) figure.append(legend);
    figure.append(box, details);
    chart.replaceChildren(figure);
  };

  const update = () => {
    const view = data.views[form.view.value], period = +form.period.value;
    fillTable(view, period);
    drawChart(view, +form.from.value, period, +form.metric.value);
    said.textContent = `Showing ${view.group ? view.group.toLowerCase() + " " : ""}${view.name}, ${data.periods[period]}.`;
  };
  form.addEventListener("change", update);
  form.addEventListener("submit", e => e.preventDefault());
  update();
})();
