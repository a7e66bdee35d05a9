// Elements are built, never parsed: whatever stands in an article is text.

const SVG = "http://www.w3.org/2000/svg";

function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes || {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? "" : String(value));
  }
  for (const child of children.flat(Infinity)) {
    if (child !== null && child !== undefined && child !== false) element.append(child);
  }
  return element;
}

function h(tag, attributes, ...children) {
  return fill(document.createElement(tag), attributes, children);
}

function svg(tag, attributes, ...children) {
  return fill(document.createElementNS(SVG, tag), attributes, children);
}

// Text from an article: its direction is its own.
function bdi(text) {
  return h("bdi", null, text);
}

function words(name) {
  return name.replaceAll("_", " ");
}

function count(number, one, many) {
  return `${number.toLocaleString("en")} ${number === 1 ? one : many || one + "s"}`;
}

function share(part, whole) {
  return whole ? `${((100 * part) / whole).toFixed(part && part < whole / 100 ? 1 : 0)} %` : "0 %";
}

// How each table was left, so that who comes back from an article finds it so.
const left = new Map();

// A table whose columns sort: rows are arrays of {text, node, sort} in the order of the heads.
function sortable(heads, rows, caption) {
  const body = h("tbody");
  const more = h("p", { class: "more" });
  const table = heads.join("|");
  let { shown, by } = left.get(table) || { shown: 100, by: { column: null, down: false } };
  const buttons = heads.map((head, column) =>
    h("button", { type: "button", onclick: () => sort(column) }, head),
  );
  const cells = buttons.map((button) => h("th", { scope: "col" }, button));

  function key(cell) {
    return cell.sort === undefined ? cell.text || "" : cell.sort;
  }

  function compare(a, b) {
    const x = key(a[by.column]);
    const y = key(b[by.column]);
    // What holds nothing comes last, whichever way the column is sorted.
    if ((x === "") !== (y === "")) return x === "" ? 1 : -1;
    const order = typeof x === "number" ? x - y : String(x).localeCompare(String(y), "en");
    return by.down ? -order : order;
  }

  function draw() {
    left.set(table, { shown, by });
    const sorted = by.column === null ? rows : [...rows].sort(compare);
    body.replaceChildren(
      ...sorted.slice(0, shown).map((row) =>
        h("tr", null, row.map((cell) => h("td", null, cell.node || bdi(cell.text || "")))),
      ),
    );
    cells.forEach((cell, column) => {
      cell.setAttribute(
        "aria-sort",
        column !== by.column ? "none" : by.down ? "descending" : "ascending",
      );
    });
    more.replaceChildren();
    if (rows.length > shown) {
      more.append(
        `${count(shown, "row")} of ${rows.length.toLocaleString("en")} `,
        h("button", { type: "button", onclick: () => grow(shown + 500) }, "Show more"),
        " ",
        h("button", { type: "button", onclick: () => grow(rows.length) }, "Show all"),
      );
    }
  }

  function grow(size) {
    shown = size;
    draw();
  }

  function sort(column) {
    by = { column, down: by.column === column && !by.down };
    draw();
  }

  // Paper has no button to show more.
  window.addEventListener("beforeprint", () => body.isConnected && grow(rows.length));
  draw();
  return h(
    "div",
    null,
    h(
      "div",
      { class: "scroll", tabindex: 0, role: "region", "aria-label": caption },
      h(
        "table",
        null,
        h("caption", null, caption),
        h("thead", null, h("tr", null, cells)),
        body,
      ),
    ),
    more,
  );
}
