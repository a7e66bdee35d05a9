// Who met whom and who signed with whom: a drawing, and the same as a table.

const MOST_DRAWN = 150;
let byCountry = false;

// Who stands in a record: its nodes, or their states.
function ends(record) {
  const found = (record.nodes || []).map((place) => ({ id: `n${place}`, ...report.nodes[place] }));
  const grouped = found
    .filter((node) => node.country || node.kind === "state")
    .map((node) => {
      const code = node.country || node.label;
      return { id: `c${code}`, label: code, kind: "state", country: code };
    });
  const unique = new Map((byCountry ? grouped : found).map((node) => [node.id, node]));
  return [...unique.values()];
}

function called(node) {
  return node.kind === "state" ? countryName(node.label) : node.label;
}

function network() {
  const nodes = new Map();
  const links = new Map();
  for (const record of fitting) {
    if (!record.relation) continue;
    const members = ends(record);
    for (const node of members) {
      if (!nodes.has(node.id)) nodes.set(node.id, { ...node, times: 0 });
      nodes.get(node.id).times += 1;
    }
    members.forEach((a, place) => {
      for (const b of members.slice(place + 1)) {
        const key = [a.id, b.id].sort().join("|") + record.relation;
        if (!links.has(key)) links.set(key, { source: a.id, target: b.id, relation: record.relation, records: [] });
        links.get(key).records.push(record);
      }
    });
  }
  return { nodes: [...nodes.values()], links: [...links.values()] };
}

function drawNetwork(view) {
  const { nodes, links } = network();
  const toggle = h("input", { type: "checkbox", id: "by-country", onchange: (event) => {
    byCountry = event.target.checked;
    route();
    document.getElementById("by-country").focus();
  } });
  toggle.checked = byCountry;
  view.append(
    h("h2", null, "Network"),
    h("p", { class: "facts" }, "Who met whom (meetings that were held) and who signed with whom (agreements signed or in force). Names that differ in spelling stand apart."),
    h("p", { class: "tools" }, h("label", { for: "by-country" }, toggle, " Group by country"), h("span", { class: "legend" }, h("span", { class: "met" }, "met"), h("span", { class: "signed" }, "signed"))),
  );
  if (!links.length) return view.append(h("p", null, "Nobody met or signed with anybody here."));
  const drawn = [...nodes].sort((a, b) => b.times - a.times).slice(0, MOST_DRAWN);
  const shown = new Set(drawn.map((node) => node.id));
  const lines = links.filter((link) => shown.has(link.source) && shown.has(link.target));
  const chart = picture(view, drawn, lines);
  const about = h("div", { id: "about", "aria-live": "polite" });
  chart.addEventListener("click", (event) => {
    const found = event.target.closest("[data-node]");
    if (found) tell(about, nodes.find((node) => node.id === found.dataset.node), links, nodes);
  });
  if (nodes.length > drawn.length) {
    view.append(h("p", { class: "facts" }, `Drawn are the ${drawn.length} told of most, of ${nodes.length.toLocaleString("en")}; the table has all.`));
  }
  view.append(h("div", { class: "scroll chart", tabindex: 0, role: "region", "aria-label": "Network" }, chart), about, pairs(nodes, links));
}

function picture(view, drawn, lines) {
  const width = Math.max(320, view.clientWidth || 960);
  const height = Math.min(1000, 340 + 5 * drawn.length);
  const copies = lines.map((link) => ({ ...link }));
  const force = d3
    .forceSimulation(drawn)
    .force("link", d3.forceLink(copies).id((node) => node.id).distance(70))
    .force("charge", d3.forceManyBody().strength(-110).distanceMax(400))
    .force("x", d3.forceX(width / 2).strength(0.06))
    .force("y", d3.forceY(height / 2).strength(0.06 * (width / height)))
    .force("collide", d3.forceCollide((node) => radius(node) + 10))
    .stop();
  // At once and not before the reader's eyes: it is the same each time, and nothing moves.
  force.tick(250);
  stretch(drawn, "x", 60, width - 60);
  stretch(drawn, "y", 30, height - 50);
  const edges = copies.map((link) =>
    svg("line", { x1: link.source.x, y1: link.source.y, x2: link.target.x, y2: link.target.y, class: link.relation, "stroke-width": Math.min(8, 1 + Math.log2(link.records.length)) }),
  );
  const marks = drawn.map((node) =>
    svg(
      "g",
      { class: `node ${node.kind}`, "data-node": node.id, transform: `translate(${node.x},${node.y})` },
      svg("circle", { r: radius(node) }),
      svg("text", { y: radius(node) + 11 }, called(node).slice(0, 40)),
      svg("title", null, `${called(node)}: ${count(node.times, "record")}`),
    ),
  );
  // Readers by ear and by keyboard have the table below, which says the same and more.
  return svg("svg", { width, height, viewBox: `0 0 ${width} ${height}`, class: "network", role: "img", "aria-label": `Drawing of ${count(drawn.length, "node")} and ${count(lines.length, "link")}; the table below says the same` }, edges, marks);
}

// The drawing fills its frame.
function stretch(drawn, axis, low, high) {
  const places = drawn.map((node) => node[axis]);
  const [first, last] = [Math.min(...places), Math.max(...places)];
  const scale = last > first ? Math.min(2.5, (high - low) / (last - first)) : 0;
  for (const node of drawn) {
    node[axis] = (low + high) / 2 + (node[axis] - (first + last) / 2) * scale;
  }
}

function radius(node) {
  return 4 + 2.5 * Math.sqrt(node.times);
}

function choose(node) {
  setFilters({ [{ state: "country", office: "text" }[node.kind] || "name"]: node.label });
}

function tell(about, node, links, nodes) {
  const mine = links.filter((link) => link.source === node.id || link.target === node.id);
  const other = (link) => nodes.find((each) => each.id === (link.source === node.id ? link.target : link.source));
  about.replaceChildren(
    h("h3", null, bdi(called(node)), " ", h("button", { type: "button", onclick: () => choose(node) }, "Filter by this")),
    h(
      "ul",
      null,
      mine.slice(0, 40).map((link) =>
        h("li", null, `${link.relation} `, link.relation === "signed" ? "with " : "", bdi(called(other(link))), ": ", link.records.slice(0, 10).map((record, place) => [place ? ", " : "", linkTo(record, record.edtf || label(record))])),
      ),
    ),
  );
}

function pairs(nodes, links) {
  const of = new Map(nodes.map((node) => [node.id, node]));
  const rows = links
    .map((link) => ({ link, a: of.get(link.source), b: of.get(link.target) }))
    .sort((x, y) => y.link.records.length - x.link.records.length)
    .map(({ link, a, b }) => [
      { text: called(a), node: h("button", { type: "button", class: "value", onclick: () => choose(a) }, bdi(called(a))) },
      { text: link.relation },
      { text: called(b), node: h("button", { type: "button", class: "value", onclick: () => choose(b) }, bdi(called(b))) },
      { text: String(link.records.length), sort: link.records.length },
      { text: "", node: h("span", null, link.records.slice(0, 5).map((record, place) => [place ? ", " : "", linkTo(record, record.edtf || "undated")])) },
    ]);
  return sortable(["who", "relation", "with whom", "times", "records"], rows, "Who met and who signed with whom");
}
