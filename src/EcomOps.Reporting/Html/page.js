"use strict";
document.querySelectorAll("[data-filter]").forEach(box => {
  const rows = box.closest(".table").querySelectorAll("tbody tr");
  box.addEventListener("input", () => {
    const words = box.value.toLowerCase();
    rows.forEach(row => { row.hidden = !row.textContent.toLowerCase().includes(words); });
  });
});
document.querySelectorAll(".table table").forEach(table => {
  const body = table.tBodies[0];
  if (body.rows.length < 3) return;
  const value = (row, i) => row.cells[i].textContent.trim();
  // The first number of a cell: "▲ +4.2 %" is 4.2, "861 to 1,051" is 861, "1,593 (84 %)" is 1593; a cell without one comes below all.
  const number = text => { const found = text.replace(/,/g, "").replace(/−/g, "-").match(/-?\d+(\.\d+)?/); return found ? +found[0] : -Infinity; };
  table.querySelectorAll("thead th").forEach((head, i) => {
    const button = document.createElement("button");
    button.textContent = head.textContent;
    button.title = "Sort by " + head.textContent;
    head.replaceChildren(button);
    button.addEventListener("click", () => {
      const up = head.getAttribute("aria-sort") !== "ascending";
      table.querySelectorAll("th[aria-sort]").forEach(h => h.removeAttribute("aria-sort"));
      head.setAttribute("aria-sort", up ? "ascending" : "descending");
      const numeric = head.classList.contains("num");
      const rows = [...body.rows].sort((a, b) => numeric
        ? number(value(a, i)) - number(value(b, i))
        : value(a, i).localeCompare(value(b, i)));
      if (!up) rows.reverse();
      body.append(...rows);
    });
  });
});
