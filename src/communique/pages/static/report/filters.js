// One set of filters for all views.

const filters = {
  text: "",
  name: "",
  country: "",
  topic: "",
  status: "",
  kind: "",
  from: "",
  to: "",
};
const listeners = [];

function days(text) {
  const at = Date.parse(text);
  return Number.isNaN(at) ? null : at / DAY;
}

function fits(record) {
  if (filters.kind && record.about.plural !== filters.kind) return false;
  if (filters.country && !record.countries.includes(filters.country)) return false;
  if (filters.status && record.status !== filters.status) return false;
  const name = filters.name.toLowerCase();
  if (name && !record.names.some((each) => each.toLowerCase().includes(name))) return false;
  const topic = filters.topic.toLowerCase();
  if (topic && !record.topics.some((each) => each.toLowerCase().includes(topic))) return false;
  const from = days(filters.from);
  const to = days(filters.to);
  if (from !== null || to !== null) {
    // A date that may mean several days fits where one of them does.
    if (!record.date) return false;
    if (from !== null && record.date[1] !== null && record.date[1] < from) return false;
    if (to !== null && record.date[0] !== null && record.date[0] > to) return false;
  }
  const text = filters.text.toLowerCase();
  return !text || record.folded.includes(text) || record.in.folded.includes(text);
}

let fitting = records;

function isFiltered() {
  return Object.values(filters).some(Boolean);
}

function fittingArticles() {
  if (!isFiltered()) return articles;
  const withRecords = new Set(fitting.map((record) => record.in));
  const text = filters.text.toLowerCase();
  const others = Object.entries(filters).some(([name, value]) => name !== "text" && value);
  return articles.filter(
    (article) => withRecords.has(article) || (text && !others && article.folded.includes(text)),
  );
}

function setFilters(changes) {
  Object.assign(filters, changes);
  for (const [name, value] of Object.entries(filters)) {
    const field = document.getElementById(`filter-${name}`);
    if (field && field.value !== value) field.value = value;
  }
  fitting = isFiltered() ? records.filter(fits) : records;
  listeners.forEach((listener) => listener());
}

function clearFilters() {
  setFilters(Object.fromEntries(Object.keys(filters).map((name) => [name, ""])));
}

// The values that occur, the most frequent first.
function tally(of) {
  const counts = new Map();
  for (const record of of.records) {
    for (const value of new Set(of.values(record))) counts.set(value, (counts.get(value) || 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1] || String(a[0]).localeCompare(String(b[0]), "en"));
}

function drawFilters(form) {
  function field(name, text, control) {
    control.id = `filter-${name}`;
    let waiting = 0;
    // A field that is left without a change may not redraw what is about to be clicked.
    const change = () => {
      clearTimeout(waiting);
      if (filters[name] !== control.value) setFilters({ [name]: control.value });
    };
    control.addEventListener("change", change);
    control.addEventListener("input", () => {
      clearTimeout(waiting);
      waiting = setTimeout(change, 150);
    });
    return h("label", null, h("span", null, text), control);
  }

  function choice(name, text, options) {
    const all = h("option", { value: "" }, "all");
    return field(name, text, h("select", null, all, options));
  }

  function known(id, values) {
    return h("datalist", { id }, values.slice(0, 500).map(([value]) => h("option", { value })));
  }

  const option = ([value, text]) => h("option", { value }, text);
  const countries = Object.entries(report.countries)
    .filter(([code]) => records.some((record) => record.countries.includes(code)))
    .sort((a, b) => a[1].localeCompare(b[1], "en"));
  const statuses = tally({ records, values: (r) => (r.status ? [r.status] : []) });
  const matching = h("output", { id: "matching" });
  form.append(
    field("text", "Search", h("input", { type: "search", autocomplete: "off" })),
    choice("kind", "Kind", kinds.map(({ plural }) => option([plural, words(plural)]))),
    choice("country", "Country", countries.map(option)),
    field("name", "Person or body", h("input", { list: "known-names", autocomplete: "off" })),
    field("topic", "Topic", h("input", { list: "known-topics", autocomplete: "off" })),
    choice("status", "Status or stance", statuses.map(([each]) => option([each, words(each)]))),
    field("from", "From", h("input", { type: "date" })),
    field("to", "To", h("input", { type: "date" })),
    h("button", { type: "button", id: "clear", onclick: clearFilters }, "Clear filters"),
    matching,
    known("known-names", tally({ records, values: (r) => r.names })),
    known("known-topics", tally({ records, values: (r) => r.topics })),
  );
  form.addEventListener("submit", (event) => event.preventDefault());
  listeners.push(() => {
    matching.textContent = `${fitting.length.toLocaleString("en")} of ${count(records.length, "record")}`;
  });
}
