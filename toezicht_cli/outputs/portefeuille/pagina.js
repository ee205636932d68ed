"use strict";
(() => {
  const table = document.getElementById("lijst");
  const choice = document.getElementById("keuze");
  if (!table || !choice) return;
  const body = table.tBodies[0];
  const rows = Array.from(body.rows);
  const heads = Array.from(table.tHead.rows[0].cells);
  const collator = new Intl.Collator("nl", { numeric: true, sensitivity: "base" });
  const field = (name) => document.getElementById(name);
  const said = field("aantal");
  const words = new Map(rows.map((row) => [row, row.textContent.toLocaleLowerCase("nl")]));

  const fits = (row) =>
    words.get(row).includes(field("zoek").value.trim().toLocaleLowerCase("nl")) &&
    (!field("gemeente").value || row.dataset.gemeente.split("|").includes(field("gemeente").value)) &&
    (!field("fase").value || row.dataset.fase === field("fase").value) &&
    (!field("kader").value || row.dataset.kader === field("kader").value) &&
    (!field("laat").checked || row.dataset.laat === "1");

  const show = () => {
    let shown = 0;
    for (const row of rows) {
      const visible = fits(row);
      row.hidden = !visible;
      shown += visible ? 1 : 0;
    }
    const all = rows.length === 1 ? "1 onderzoek." : `${rows.length} onderzoeken.`;
    said.textContent = shown === rows.length ? all : `${shown} van ${all}`;
  };

  const value = (row, index, kind) => {
    const cell = row.cells[index];
    return kind === "getal" ? Number(cell.dataset.waarde) : cell.textContent;
  };
  const isEmpty = (found) => found === "–" || found === "" || found === -1;

  // What has no value comes last, whichever way; equal rows keep the order they have.
  const sort = (head, index) => {
    const kind = head.dataset.soort;
    const down = head.getAttribute("aria-sort") === "ascending";
    const keyed = rows.map((row, place) => ({ row, place, found: value(row, index, kind) }));
    keyed.sort((one, other) => {
      const emptiness = Number(isEmpty(one.found)) - Number(isEmpty(other.found));
      if (emptiness) return emptiness;
      const order = kind === "getal" ? one.found - other.found : collator.compare(one.found, other.found);
      return (down ? -order : order) || one.place - other.place;
    });
    for (const other of heads) other.removeAttribute("aria-sort");
    head.setAttribute("aria-sort", down ? "descending" : "ascending");
    rows.splice(0, rows.length, ...keyed.map((item) => item.row));
    const fragment = document.createDocumentFragment();
    fragment.append(...rows);
    body.append(fragment);
  };

  heads.forEach((head, index) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = head.textContent;
    head.replaceChildren(button);
    button.addEventListener("click", () => sort(head, index));
  });
  choice.hidden = false;
  for (const name of ["zoek", "gemeente", "fase", "kader", "laat"]) field(name).addEventListener("input", show);
  show();
})();
