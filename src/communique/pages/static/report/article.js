// One article: its text with the words that carry records, and the records beside it.

// The text is cut wherever a span begins or ends: spans overlap, and elements may not.
function marked(article) {
  const text = article.text || "";
  const spans = new Map();
  const mark = (start, end, name) => {
    const id = `${start}-${end}`;
    if (!spans.has(id)) spans.set(id, { start, end, names: new Set() });
    spans.get(id).names.add(name);
  };
  for (const record of article.records) {
    for (const [start, end] of record.evidence || []) mark(start, end, `k${record.kind % 4}`);
    for (const [, values] of record.rows) {
      for (const [, , start, end] of values) if (end !== undefined) mark(start, end, "v");
    }
  }
  const places = new Set([0, text.length]);
  for (const { start, end } of spans.values()) places.add(start).add(end);
  const cuts = [...places].sort((a, b) => a - b);
  const sorted = [...spans.values()].sort((a, b) => a.start - b.start);
  const body = h("div", { class: "text", dir: "auto", id: "text" });
  let open = [];
  let next = 0;
  for (let at = 0; at + 1 < cuts.length; at += 1) {
    const [start, end] = [cuts[at], cuts[at + 1]];
    while (next < sorted.length && sorted[next].start <= start) open.push(sorted[next++]);
    open = open.filter((span) => span.end > start);
    const names = new Set(open.flatMap((span) => [...span.names]));
    const piece = h("span", { class: [...names].join(" ") || null }, text.slice(start, end));
    piece.start = start;
    piece.end = end;
    body.append(piece);
  }
  return body;
}

function light(start, end) {
  let first = null;
  for (const piece of document.querySelectorAll("#text > span")) {
    const inside = piece.start >= start && piece.end <= end && piece.end > piece.start;
    piece.classList.toggle("lit", inside);
    if (inside) first ||= piece;
  }
  if (first) first.scrollIntoView({ block: "center" });
}

function valueNode([text, path, start, end]) {
  if (end === undefined) return h("bdi", { title: path }, text);
  return h(
    "button",
    { type: "button", class: "value", title: path, onclick: () => light(start, end) },
    bdi(text),
  );
}

function card(record) {
  const text = record.in.text || "";
  let last = "";
  const rows = record.rows.map(([name, values]) => {
    const head = name === last ? "" : words(name);
    last = name;
    return [
      h("dt", null, head),
      h("dd", null, values.map((value, place) => [place ? ", " : "", valueNode(value)])),
    ];
  });
  const evidence = (record.evidence || []).map(([start, end]) =>
    h("p", null, valueNode([text.slice(start, end), "evidence", start, end])),
  );
  return h(
    "article",
    { class: "card", id: recordLink(record).slice(1), tabindex: -1 },
    h(
      "h3",
      null,
      h("span", { class: `k${record.kind % 4}` }, `${words(record.about.kind)} ${record.number}`),
      " ",
      h("a", { href: recordLink(record), class: "self", "aria-label": "link to this record" }, "#"),
    ),
    h("dl", null, rows, h("dt", null, "evidence"), h("dd", { class: "quote" }, evidence)),
  );
}

function fold(title, heads, rows, open) {
  if (!rows.length) return null;
  return h(
    "details",
    { open },
    h("summary", null, title),
    h(
      "div",
      { class: "scroll", tabindex: 0, role: "region", "aria-label": title },
      h(
        "table",
        null,
        h("thead", null, h("tr", null, heads.map((head) => h("th", { scope: "col" }, head)))),
        h("tbody", null, rows.map((row) => h("tr", null, row.map((cell) => h("td", null, bdi(cell || "")))))),
      ),
    ),
  );
}

function drawArticle(view, article, wanted) {
  const rejected = article.rejected || [];
  const failures = article.failures || [];
  const step = (to, text) => to && h("a", { href: articleLink(to) }, text);
  const list = fittingArticles();
  const place = list.indexOf(article);
  const first = article.copy && articles.find((each) => each.id === article.copy);
  const usage = article.usage || [0, 0, 0];
  view.append(
    h(
      "p",
      { class: "steps" },
      step(place > 0 && list[place - 1], "← previous"),
      " ",
      step(place >= 0 && list[place + 1], "next →"),
    ),
    h("h2", null, bdi(article.title || article.id)),
    h(
      "p",
      { class: "facts" },
      [
        bdi(article.id),
        article.published,
        article.source && bdi(article.source),
        article.url
          ? h("a", { href: article.url, target: "_blank", rel: "noopener noreferrer" }, "source")
          : article.address && bdi(article.address),
      ]
        .filter(Boolean)
        .map((each, place) => [place ? " · " : "", each]),
    ),
    first ? h("p", null, "The same text as ", h("a", { href: articleLink(first) }, bdi(first.id)), ".") : "",
    article.problem ? h("p", null, "Not read: ", bdi(article.problem)) : "",
    h(
      "div",
      { class: "reading" },
      marked(article),
      h(
        "section",
        { class: "side", tabindex: 0, "aria-label": "Records" },
        article.records.map(card),
        article.records.length ? null : h("p", null, "No records."),
        fold(count(failures.length, "failure"), ["question", "error", "what happened"], failures, true),
        fold(
          `${rejected.length.toLocaleString("en")} rejected as unsupported`,
          ["kind", "field", "value", "reason", "detail"],
          rejected,
        ),
      ),
    ),
    h(
      "p",
      { class: "facts" },
      `${article.status} · ${article.model || "no model"} · ${count(usage[0], "call")}, ${usage[1].toLocaleString("en")} tokens read, ${usage[2].toLocaleString("en")} written`,
      article.cost ? `, $${article.cost.toFixed(4)}` : "",
    ),
  );
  const found = wanted && document.getElementById(wanted);
  if (found) {
    found.classList.add("wanted");
    found.scrollIntoView({ block: "nearest" });
    found.focus({ preventScroll: true });
  }
}
