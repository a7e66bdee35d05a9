// The report's data, as `communique.report` writes it.

const report = JSON.parse(document.getElementById("data").textContent);
const articles = report.articles;
const records = report.records;
const kinds = report.kinds;
const DAY = 86400000;

function countryName(code) {
  return report.countries[code] || code;
}

articles.forEach((article, index) => {
  article.index = index;
  article.records = [];
  article.folded = [article.id, article.title, article.source, article.text]
    .filter(Boolean)
    .join("\n")
    .toLowerCase();
});
records.forEach((record, index) => {
  record.index = index;
  record.in = articles[record.article];
  record.in.records.push(record);
  record.about = kinds[record.kind];
  record.names ||= [];
  record.countries ||= [];
  record.topics ||= [];
  record.folded = record.rows
    .flatMap(([, values]) => values.map(([text]) => text))
    .concat(record.countries.map(countryName))
    .join("\n")
    .toLowerCase();
});

// What stands in a field of a record, in one line.
function told(record, field) {
  return record.rows
    .filter(([name]) => name === field)
    .map(([, values]) => values.map(([text]) => text).join(values[0][1].includes(".") ? ", " : "; "))
    .join("; ");
}

// What a record is called in a list.
function label(record) {
  const parts = [told(record, "title"), record.names.slice(0, 4).join(", "), told(record, "place")];
  const text = parts.filter(Boolean).join(" · ") || record.countries.map(countryName).join(", ");
  return text || `${words(record.about.kind)} ${record.number}`;
}

function articleLink(article) {
  return `#article/${encodeURIComponent(article.id)}`;
}

function viewLink(name) {
  return `#${encodeURIComponent(name)}`;
}

function recordLink(record) {
  return `${articleLink(record.in)}/${encodeURIComponent(record.about.plural)}/${record.number}`;
}

function linkTo(record, text) {
  return h("a", { href: recordLink(record) }, bdi(text || label(record)));
}

function day(days) {
  return new Date(days * DAY);
}
