// The search page: asks Pagefind and shows what it found. Loaded by byline.js where a form says `data-search`.

const form = document.querySelector("form[data-search]");
const words = form.elements.q;
const filters = [...form.querySelectorAll("select")];
const status = form.querySelector("[role=status]");
const list = document.querySelector(".search-results");
const more = document.querySelector(".search-more");
const result = document.querySelector("#search-result").content;
const spoken = form.closest("[lang]").lang; // the interface's language, which may not be the page's
const count = new Intl.NumberFormat(spoken);
const day = new Intl.DateTimeFormat(spoken, { dateStyle: "long", timeZone: "UTC" });
const AT_ONCE = 10;

let index; // Pagefind, once somebody searches: who only looks at the page loads nothing
let latest = 0; // only the newest question may answer
let waiting = []; // what was found and is not shown yet
let typing;

function load() {
  return (index ??= import(`${form.dataset.bundle}pagefind.js`).then(async (pagefind) => {
    await pagefind.filters(); // results are counted by filter only once Pagefind knows its filters
    return pagefind;
  }));
}

/** The value of every filter that is set, by name. */
const chosen = () => Object.fromEntries(filters.filter((one) => one.value).map((one) => [one.name, one.value]));

/** Ask for what the form says, show it, and keep the question in the address, so that it can be shared. */
async function search() {
  const question = ++latest;
  const query = words.value.trim();
  const asked = chosen();
  remember(query, asked);
  if (query || Object.keys(asked).length) status.textContent = form.dataset.busy;
  try {
    const pagefind = await load();
    const found = await pagefind.search(query || null, { filters: asked });
    const counts = await Promise.all(filters.map((one) => countsFor(pagefind, query, asked, one.name)));
    if (question !== latest) return;
    filters.forEach((one, place) => offer(one, counts[place]));
    await show(query || Object.keys(asked).length ? found.results : null, question);
  } catch {
    if (question === latest) fail();
  }
}

/** How many results each value of a filter would leave, the other filters being as they are. */
async function countsFor(pagefind, query, asked, name) {
  const others = { ...asked };
  delete others[name];
  const found = query || Object.keys(others).length ? await pagefind.search(query || null, { filters: others }) : null;
  return (found ? found.filters : await pagefind.filters())[name] ?? {};
}

/** The values of a filter that lead somewhere, with their counts; what is chosen stays. */
function offer(select, counts) {
  const values = Object.keys(counts).filter((value) => counts[value] && value !== select.value);
  if (select.value) values.push(select.value);
  values.sort((one, other) => (select.name === "year" ? other - one : one.localeCompare(other, list.lang)));
  const options = values.map((value) => {
    const name = `${value} (${count.format(counts[value] ?? 0)})`;
    return new Option(name, value, false, value === select.value);
  });
  select.replaceChildren(select.options[0], ...options);
}

/** Show the first results; none were asked for when `results` is null. */
async function show(results, question) {
  const first = (results ?? []).slice(0, AT_ONCE);
  const items = await Promise.all(first.map(item));
  if (question !== latest) return;
  waiting = (results ?? []).slice(AT_ONCE);
  list.replaceChildren(...items);
  more.hidden = !waiting.length;
  status.textContent = !results ? "" : results.length ? form.dataset.found.replace("{number}", count.format(results.length)) : form.dataset.none;
}

/** The next results, and the focus on the first of them. */
async function showMore() {
  const question = latest;
  const items = await Promise.all(waiting.slice(0, AT_ONCE).map(item));
  if (question !== latest) return;
  waiting = waiting.slice(AT_ONCE);
  list.append(...items);
  more.hidden = !waiting.length;
  items[0]?.querySelector("a").focus();
}

async function item(found) {
  const { url, meta, excerpt } = await found.data();
  const shown = result.cloneNode(true);
  const link = shown.querySelector("a");
  link.href = url;
  link.textContent = meta.title;
  shown.querySelector(".search-excerpt").append(...marked(excerpt));
  if (meta.authors) sign(shown, meta);
  else shown.querySelector(".facts").remove();
  if (meta.picture) shown.querySelector("li").prepend(picture(meta.picture));
  return shown.firstElementChild;
}

/** Who wrote an article, and when; a plain page has neither. */
function sign(shown, { authors, date }) {
  const time = shown.querySelector("time");
  shown.querySelector(".search-authors").textContent = authors;
  time.dateTime = date;
  time.textContent = day.format(new Date(date));
}

function picture(address) {
  const image = new Image(96, 64);
  image.alt = "";
  image.loading = "lazy";
  image.src = address;
  return image;
}

/** Pagefind's excerpt as text and `<mark>`, nothing else, whatever it holds. */
function marked(excerpt) {
  const { body } = new DOMParser().parseFromString(excerpt, "text/html");
  return [...body.childNodes].map((node) => {
    if (node.nodeName !== "MARK") return node.textContent;
    const mark = document.createElement("mark");
    mark.textContent = node.textContent;
    return mark;
  });
}

function remember(query, asked) {
  const kept = new URLSearchParams(query ? { q: query, ...asked } : asked).toString();
  history.replaceState(null, "", location.pathname + (kept ? `?${kept}` : ""));
  // The words go along into another language; what the filters hold has other names there.
  for (const link of document.querySelectorAll(".languages a")) link.search = new URLSearchParams(query ? { q: query } : {});
}

function fail() {
  waiting = [];
  more.hidden = true;
  list.replaceChildren();
  status.textContent = form.dataset.failed;
}

/** Escape among the words begins anew (a list of values closes with it); up and down go through the results, as in a list of suggestions. */
function onKey(event) {
  const places = [words, ...list.querySelectorAll("a")];
  const place = places.indexOf(document.activeElement);
  if (event.key === "Escape" && event.target === words) {
    clearTimeout(typing);
    form.reset();
    search();
  } else if (place >= 0 && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
    places[place + (event.key === "ArrowDown" ? 1 : -1)]?.focus();
  } else return;
  event.preventDefault();
}

/** A shared address holds words and filters. A filter's value is an option only until the real ones are known. */
function recall() {
  const asked = new URLSearchParams(location.search);
  words.value = asked.get("q") ?? "";
  for (const one of filters) if (asked.get(one.name)) one.add(new Option(asked.get(one.name), asked.get(one.name), false, true));
  if (words.value || Object.keys(chosen()).length) search();
}

form.addEventListener("focusin", () => index || search(), { once: true });
form.addEventListener("input", (event) => {
  clearTimeout(typing);
  typing = setTimeout(search, event.target === words ? 250 : 0);
});
form.addEventListener("submit", async (event) => {
  event.preventDefault();
  clearTimeout(typing);
  await search();
  status.focus();
});
more.addEventListener("click", showMore);
document.querySelector(".search-page").addEventListener("keydown", onKey);
recall();
