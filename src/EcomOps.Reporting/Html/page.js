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
  const number = text => { const n = parseFloat(text.replace(/[^0-9.\-−]/g, "").replace("−", "-")); return isNaN(n) ? -Infinity : n; };
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
