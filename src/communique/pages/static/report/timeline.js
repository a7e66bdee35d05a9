// Records on a line of days: a dot is one certain day, a bar all the days that a date may mean.

const ROW = 14;
const LANE_ROWS = 24;
// So many records of one date stand for themselves; more are one mark with their number.
const MOST_ALONE = 6;

function extent(dated) {
  let first = Infinity;
  let last = -Infinity;
  for (const { date } of dated) {
    first = Math.min(first, date[0] ?? date[1]);
    last = Math.max(last, date[1] ?? date[0]);
  }
  const margin = Math.max(5, (last - first) * 0.03);
  return [day(first - margin), day(last + margin)];
}

// The records of a kind in the marks that they share.
function sharing(dated) {
  const groups = new Map();
  for (const record of dated) {
    const key = record.date.join();
    if (!groups.has(key)) groups.set(key, []);
    groups.get(key).push(record);
  }
  return [...groups.values()].flatMap((each) =>
    each.length > MOST_ALONE ? [each] : each.map((record) => [record]),
  );
}

// Marks that would touch go to rows of their own; what finds no row is counted.
function pack(dated, x) {
  const ends = [];
  const placed = [];
  let left = 0;
  for (const together of sharing(dated)) {
    const record = together[0];
    const [first, last, doubt] = record.date;
    const from = x(day(first ?? last - 365));
    const to = x(day((last ?? first + 365) + 1));
    if (to < 0 || from > x.range()[1]) continue;
    const width = Math.max(to - from, 9);
    // A number stands in a long bar, and beside a short one or a dot.
    const room = together.length > 1 && width < 60 ? width + 32 : width;
    let row = ends.findIndex((end) => end <= from);
    if (row < 0) row = ends.length;
    if (row >= LANE_ROWS) {
      left += together.length;
      continue;
    }
    ends[row] = from + room + 2;
    placed.push({ record, together, from, width, row, certain: first === last && !doubt, open: first === null || last === null });
  }
  return { placed, rows: Math.max(1, ends.length), left };
}

function mark({ record, together, from, width, row, certain, open }, top) {
  const many = together.length > 1;
  const text = many
    ? `${together.length} ${words(record.about.plural)}, ${record.edtf}`
    : `${words(record.about.kind)}, ${record.edtf}: ${label(record)}`;
  const shape = certain
    ? svg("circle", { cx: from + 4.5, cy: top + row * ROW + 7, r: 4.5 })
    : svg("rect", { x: from, y: top + row * ROW + 3, width, height: 8, rx: 3, class: open ? "open" : "interval" });
  return svg(
    "a",
    {
      href: many ? viewLink(record.about.plural) : recordLink(record),
      class: `mark m${record.kind % 4}`,
      tabindex: -1,
      "aria-label": text,
      onclick: many && (() => only(record)),
    },
    shape,
    many && svg("text", { x: width < 60 ? from + width + 3 : from + 12, y: top + row * ROW + 11, class: "times" }, `×${together.length}`),
    svg("title", null, text),
  );
}

// The table of what shares a mark.
function only(record) {
  const iso = (days) => (days === null ? "" : day(days).toISOString().slice(0, 10));
  setFilters({ kind: record.about.plural, from: iso(record.date[0]), to: iso(record.date[1]) });
}

function drawTimeline(view) {
  const dated = fitting
    .filter((record) => record.date)
    .sort((a, b) => (a.date[0] ?? a.date[1]) - (b.date[0] ?? b.date[1]));
  const undated = fitting.length - dated.length;
  view.append(
    h("h2", null, "Timeline"),
    h("p", { class: "facts" }, "A dot is one day. A bar spans all the days that a date may mean: a month, a year, an interval, or about a day. " + (undated ? `${count(undated, "record")} without a date: see the tables.` : "")),
  );
  if (!dated.length) return view.append(h("p", null, "No record has a date."));
  const width = Math.max(320, view.clientWidth || 960);
  const base = d3.scaleUtc().domain(extent(dated)).range([0, width]);
  const chart = svg("svg", { width, role: "group", "aria-label": "Timeline of records", class: "timeline" });
  const live = h("p", { class: "facts", "aria-live": "polite" });
  let current = base;

  function draw(x) {
    current = x;
    const marks = [];
    const parts = [];
    let top = 30;
    let left = 0;
    kinds.forEach(({ plural }, kind) => {
      const lane = pack(dated.filter((record) => record.kind === kind), x);
      if (!dated.some((record) => record.kind === kind)) return;
      left += lane.left;
      parts.push(svg("text", { x: 4, y: top + 12, class: "lane" }, words(plural)));
      const placed = lane.placed.map((each) => mark(each, top + 18));
      marks.push(...placed);
      top += 18 + lane.rows * ROW + 10;
      parts.push(...placed, svg("line", { x1: 0, x2: width, y1: top - 4, y2: top - 4, class: "rule" }));
    });
    const axis = svg("g", { transform: "translate(0,24)", "aria-hidden": "true" });
    d3.select(axis).call(d3.axisTop(x).ticks(Math.max(3, width / 130)));
    chart.setAttribute("height", top);
    chart.replaceChildren(axis, ...parts);
    // One stop for the tab key; the arrow keys go from mark to mark.
    if (marks.length) marks[0].setAttribute("tabindex", 0);
    chart.marks = marks;
    live.textContent = left ? `${count(left, "record")} of crowded days not drawn: zoom in, or see the tables, which have all.` : "";
  }

  chart.addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const at = chart.marks.indexOf(document.activeElement);
    const next = step && at >= 0 && chart.marks[at + step];
    if (!next) return;
    event.preventDefault();
    chart.marks[at].setAttribute("tabindex", -1);
    next.setAttribute("tabindex", 0);
    next.focus();
  });

  const zoom = d3
    .zoom()
    .scaleExtent([1, 2000])
    .translateExtent([[0, 0], [width, 0]])
    .extent([[0, 0], [width, 1]])
    // The wheel scrolls the page, as everywhere else, unless a key says that it is meant.
    .filter((event) => (event.type === "wheel" ? event.ctrlKey || event.shiftKey : !event.button && !event.target.closest("a.mark")))
    .on("zoom", (event) => draw(event.transform.rescaleX(base)));
  const whole = d3.select(chart);
  whole.call(zoom).on("dblclick.zoom", null);
  const button = (text, act) => h("button", { type: "button", onclick: act }, text);
  view.append(
    h(
      "p",
      { class: "tools" },
      button("Zoom in", () => whole.call(zoom.scaleBy, 2)),
      button("Zoom out", () => whole.call(zoom.scaleBy, 0.5)),
      button("Earlier", () => whole.call(zoom.translateBy, width / 4 / d3.zoomTransform(chart).k, 0)),
      button("Later", () => whole.call(zoom.translateBy, -width / 4 / d3.zoomTransform(chart).k, 0)),
      button("All", () => whole.call(zoom.transform, d3.zoomIdentity)),
      button("Only these days", () => {
        const [from, to] = current.domain().map((date) => date.toISOString().slice(0, 10));
        setFilters({ from, to });
      }),
    ),
    h("p", { class: "legend" }, kinds.map(({ plural }, kind) => h("span", { class: `k${kind % 4}` }, words(plural)))),
    live,
    h("div", { class: "scroll chart", tabindex: 0, role: "region", "aria-label": "Timeline" }, chart),
  );
  draw(base);
}
