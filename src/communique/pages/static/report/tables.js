// A table for each kind, and one of the articles.

function drawKind(view, kind) {
  const { plural, columns } = kinds[kind];
  const rows = fitting
    .filter((record) => record.kind === kind)
    .map((record) => [
      { text: label(record), node: linkTo(record) },
      ...columns.map((column) => {
        const text = told(record, column);
        if (column === "date") return { text, sort: record.date ? record.date[0] ?? record.date[1] : "" };
        return { text };
      }),
      { text: record.in.id, node: h("a", { href: articleLink(record.in) }, bdi(record.in.title || record.in.id)) },
    ]);
  view.append(
    h("h2", null, words(plural)),
    sortable(["record", ...columns.map(words), "article"], rows, `${count(rows.length, "record")}: ${words(plural)}`),
  );
}

function drawArticles(view) {
  const rows = fittingArticles().map((article) => [
    { text: article.id, node: h("a", { href: articleLink(article) }, bdi(article.title || article.id)) },
    { text: article.published || "" },
    { text: article.source || "" },
    { text: article.copy ? `copy of ${article.copy}` : article.status },
    ...kinds.map((_, kind) => {
      const found = article.records.filter((record) => record.kind === kind).length;
      return { text: String(found), sort: found };
    }),
    { text: String((article.rejected || []).length), sort: (article.rejected || []).length },
  ]);
  const heads = ["article", "published", "source", "status", ...kinds.map((k) => words(k.plural)), "rejected"];
  view.append(h("h2", null, "Articles"), sortable(heads, rows, count(rows.length, "article")));
}
