// Views, and which one the address asks for.

const views = {
  overview: { text: "Overview", draw: drawOverview },
  timeline: { text: "Timeline", draw: drawTimeline },
  network: { text: "Network", draw: drawNetwork },
};
kinds.forEach(({ plural }, kind) => {
  views[plural] = { text: words(plural), draw: (view) => drawKind(view, kind) };
});
views.articles = { text: "Articles", draw: drawArticles };

const main = document.getElementById("main");
const byId = new Map(articles.map((article) => [article.id, article]));

function decoded(part) {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

// How far down each view was left.
const scrolled = new Map();
let current = "";

function route(moved) {
  const parts = location.hash.slice(1).split("/");
  if (moved) scrolled.set(current, window.scrollY);
  const article = parts[0] === "article" && byId.get(decoded(parts[1] || ""));
  const asked = decoded(parts[0]);
  const name = Object.hasOwn(views, asked) ? asked : "overview";
  const fromArticle = current === "article";
  current = article ? "article" : name;
  main.replaceChildren();
  document.body.classList.toggle("with-article", Boolean(article));
  if (article) drawArticle(main, article, parts.length > 2 ? location.hash.slice(1) : null);
  else views[name].draw(main);
  for (const link of document.querySelectorAll("#nav a")) {
    const here = link.dataset.view === (article ? "articles" : name);
    if (here) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
  if (moved && parts.length < 3) {
    window.scrollTo(0, (fromArticle && !article && scrolled.get(name)) || 0);
    main.focus({ preventScroll: true });
  }
}

document.getElementById("nav").append(
  ...Object.entries(views).map(([name, { text }]) => h("a", { href: viewLink(name), "data-view": name }, text)),
);
drawFilters(document.getElementById("filters"));
document.getElementById("footer").append(
  `Made on ${report.created.slice(0, 10)} by communique ${report.version}. `,
  "Dates are EDTF, countries ISO 3166-1. Every value was checked against its article.",
);
// It leads to the view that is there already.
document.querySelector(".skip").addEventListener("click", (event) => {
  event.preventDefault();
  main.focus();
  main.scrollIntoView();
});
window.addEventListener("hashchange", () => route(true));
// An article stays open while filters change; its neighbours are those of when it was opened.
listeners.push(() => {
  if (location.hash.startsWith("#article/") && main.querySelector(".reading")) return;
  route();
  // A button that filtered is gone with the view that it stood in.
  if (document.activeElement === document.body && isFiltered()) main.focus({ preventScroll: true });
});
setFilters({});
route();
document.documentElement.dataset.ready = "yes";
