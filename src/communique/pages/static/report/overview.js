// Counts, shares, cost, what failed, and who and what is told of most.

function figure(value, text, detail) {
  return h("div", { class: "figure" }, h("dt", null, text), h("dd", null, value, detail && h("small", null, detail)));
}

function frequent(title, values, filter) {
  const most = values.length ? values[0][1] : 0;
  return h(
    "section",
    null,
    h("h3", null, title),
    values.length
      ? h(
          "ol",
          { class: "bars" },
          values.slice(0, 10).map(([value, times]) =>
            h(
              "li",
              null,
              h(
                "button",
                { type: "button", onclick: () => setFilters({ [filter]: value }) },
                bdi(filter === "country" ? countryName(value) : words(value)),
              ),
              h("meter", { min: 0, max: most, value: times, "aria-label": `${value}: ${times}` }),
              h("span", null, times.toLocaleString("en")),
            ),
          ),
        )
      : h("p", null, "None."),
  );
}

function drawOverview(view) {
  const chosen = fittingArticles();
  const of = (status) => chosen.filter((article) => article.status === status).length;
  const sum = (what) => chosen.reduce((total, article) => total + what(article), 0);
  const cost = sum((article) => article.cost || 0);
  const copies = chosen.filter((article) => article.copy).length;
  const tokens = (place) => sum((article) => (article.usage ? article.usage[place] : 0));
  const failed = chosen.filter((article) => article.problem || article.failures);
  view.append(
    h("h2", null, "Overview"),
    h(
      "dl",
      { class: "figures" },
      figure(chosen.length.toLocaleString("en"), "articles", copies ? `${count(copies, "copy", "copies")} among them` : ""),
      figure(of("complete").toLocaleString("en"), "complete", share(of("complete"), chosen.length)),
      figure(of("partial").toLocaleString("en"), "partial", share(of("partial"), chosen.length)),
      figure(of("failed").toLocaleString("en"), "failed", share(of("failed"), chosen.length)),
      kinds.map(({ plural }, kind) =>
        figure(fitting.filter((r) => r.kind === kind).length.toLocaleString("en"), words(plural)),
      ),
      figure(sum((a) => (a.rejected || []).length).toLocaleString("en"), "rejected as unsupported"),
      figure(tokens(0).toLocaleString("en"), "model calls", `${tokens(1).toLocaleString("en")} tokens read, ${tokens(2).toLocaleString("en")} written`),
      cost ? figure(`$${cost.toFixed(4)}`, "cost") : null,
    ),
    h(
      "div",
      { class: "columns" },
      frequent("Countries", tally({ records: fitting, values: (r) => r.countries }), "country"),
      frequent("People and bodies", tally({ records: fitting, values: (r) => r.names }), "name"),
      frequent("Topics", tally({ records: fitting, values: (r) => r.topics }), "topic"),
    ),
  );
  if (!failed.length) return;
  const rows = failed.flatMap((article) =>
    (article.failures || [["", "unreadable", article.problem]]).map(([question, error, message]) => [
      { text: article.id, node: h("a", { href: articleLink(article) }, bdi(article.title || article.id)) },
      { text: article.status },
      { text: words(question) },
      { text: error },
      { text: message },
    ]),
  );
  view.append(
    h("h3", null, "What failed"),
    sortable(["article", "status", "question", "error", "what happened"], rows, "Failed and partial articles"),
  );
}
