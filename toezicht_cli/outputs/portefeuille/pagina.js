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
  const [ONDERZOEK, AANBIEDER, GEMEENTEN, FASE, KADER, , , LAAT] = heads.keys();

  // Lines that are laid out as a grid are a table no more, to some screen readers, unless each part says so.
  const name = (parts, role) => { for (const part of parts) part.setAttribute("role", role); };
  name([table], "table");
  name(table.querySelectorAll("thead, tbody"), "rowgroup");
  name(table.rows, "row");
  name(heads, "columnheader");
  for (const row of rows) {
    name(row.cells, "cell");
    row.cells[0].setAttribute("role", "rowheader");
  }

  // Who looks for "een" also means "één".
  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLocaleLowerCase("nl");
  const text = (row, index) => row.cells[index].textContent;
  const searched = [ONDERZOEK, AANBIEDER, GEMEENTEN, FASE, KADER, LAAT];
  const words = new Map(
    rows.map((row) => [row, plain(searched.map((index) => text(row, index)).join("\n"))]),
  );

  const fits = (row, asked) =>
    words.get(row).includes(asked.zoek) &&
    (!asked.gemeente || row.dataset.gemeente.split("|").includes(asked.gemeente)) &&
    (!asked.fase || text(row, FASE) === asked.fase) &&
    (!asked.kader || text(row, KADER) === asked.kader) &&
    (!asked.laat ||
      Number(row.cells[LAAT].dataset.waarde) > 0 ||
      "onbekend" in row.cells[LAAT].dataset);

  const show = () => {
    const asked = {
      zoek: plain(field("zoek").value.trim()),
      gemeente: field("gemeente").value,
      fase: field("fase").value,
      kader: field("kader").value,
      laat: field("laat").checked,
    };
    let shown = 0;
    for (const row of rows) {
      const visible = fits(row, asked);
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
  for (const id of ["zoek", "gemeente", "fase", "kader", "laat"]) field(id).addEventListener("input", show);
  show();
})();
