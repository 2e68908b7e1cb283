// The desk: receives slides from the server, shows them in four views, and leads to the editor.
import { Rehearsal } from "./rehearsal.js";

const $ = (id) => document.getElementById(id);
const policy = window.trustedTypes?.createPolicy("slides", { createHTML: (text) => text });

const talk = { head: {}, order: [], cards: new Map(), drawings: new Map() };
const pictures = new Map(); // the drawings as trees, by name
let current = 0;
let view = "slides";
let grid = false; // whether the theme's grid is drawn over the slide

/* What there is ------------------------------------------------------------------------------- */

export const slides = () => talk.order.map((name) => talk.cards.get(name));
export const head = () => talk.head;

/** Return a fresh tree of a drawing; what is no drawing is an empty one. */
export function picture(name) {
  if (!pictures.has(name)) {
    const text = talk.drawings.get(name);
    if (!text) return document.createElementNS("http://www.w3.org/2000/svg", "svg");
    const parsed = new DOMParser().parseFromString(policy ? policy.createHTML(text) : text, "image/svg+xml");
    pictures.set(name, document.importNode(parsed.documentElement, true));
  }
  return pictures.get(name).cloneNode(true);
}

/** Return an element with words or other elements in it: never markup. */
export function make(tag, attributes = {}, ...content) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name === "onclick") element.addEventListener("click", value);
    else if (value !== null && value !== undefined && value !== false) element.setAttribute(name, value);
  }
  element.append(...content.filter((one) => one !== null && one !== undefined));
  return element;
}

/** Return words in which what stands in backticks is set as code. */
function told(words) {
  return words.split("`").map((part, n) => (n % 2 ? make("code", {}, part) : part));
}

/** Put notes into an element. */
export function showNotes(element, card) {
  const lines = (card?.notes ?? []).map((line) => {
    const runs = line.runs.map(([text, form]) => {
      let run = document.createTextNode(text);
      for (const [letter, tag] of [["c", "code"], ["i", "em"], ["b", "strong"]]) {
        if (form.includes(letter)) run = make(tag, {}, run);
      }
      return run;
    });
    const paragraph = make("p", {}, line.mark ? `${line.mark} ` : null, ...runs);
    paragraph.style.marginLeft = `${line.depth * 1.2}rem`;
    return paragraph;
  });
  element.replaceChildren(...(lines.length ? lines : [make("p", {}, "–")]));
}

/* What comes in ------------------------------------------------------------------------------- */

function receive(update) {
  const before = slides();
  const first = talk.order.length === 0;
  talk.head = update.head;
  talk.order = update.order;
  for (const [name, card] of Object.entries(update.cards)) talk.cards.set(name, card);
  for (const [name, svg] of Object.entries(update.drawings)) talk.drawings.set(name, svg);
  const kept = new Set(update.order);
  for (const name of talk.cards.keys()) if (!kept.has(name)) talk.cards.delete(name);
  const shown = new Set(slides().map((card) => card.drawing));
  for (const name of talk.drawings.keys()) {
    if (!shown.has(name)) { talk.drawings.delete(name); pictures.delete(name); }
  }
  document.documentElement.style.setProperty("--ratio", `${talk.head.width} / ${talk.head.height}`);
  if (talk.head.fonts) $("fonts").setAttribute("href", `media/${talk.head.fonts}`);
  if (!first) follow(before);
  current = Math.min(current, Math.max(0, talk.order.length - 1));
  showHead();
  render();
  document.documentElement.dataset.version = update.version;
}

/** Go to the slide that was edited, where it is one and not the one that is seen. */
function follow(before) {
  const known = new Set(before.map((card) => card.drawing));
  const changed = slides().map((card, n) => (known.has(card.drawing) ? -1 : n)).filter((n) => n >= 0);
  if (view === "slides" && changed.length && changed.length < 4 && !changed.includes(current)) current = changed[0];
}

function showHead() {
  const { title, deck, failed, fault, findings, lang } = talk.head;
  $("title").textContent = title || deck;
  document.title = `${title || deck} – smdeck preview`;
  $("stage").lang = $("notes").lang = $("said").lang = lang ?? "";
  const errors = findings.filter((one) => one.severity === "error");
  const count = (number, word) => (number ? `${number} ${word}${number > 1 ? "s" : ""}` : null);
  const all = [count(errors.length, "error"), count(findings.length - errors.length, "warning")];
  $("status").textContent = all.filter(Boolean).join(", ") || "no findings";
  $("status").className = errors.length ? "error" : findings.length ? "warning" : "";
  showChoices();
  const problem = $("problem");
  problem.hidden = !failed;
  if (failed) {
    const kept = slides().length ? "These are the last good slides." : "There is nothing to show yet.";
    const said = fault ? [make("pre", {}, fault)] : errors.map(findingItem);
    problem.replaceChildren(make("strong", {}, kept), make("ul", { class: "findings" }, ...said));
  }
}

/* What can be chosen -------------------------------------------------------------------------- */

const NAMES = { variant: "Variant", lang: "Language", theme: "Theme" };

/** Offer the versions of the deck and the themes; what has but one is not offered. */
function showChoices() {
  const { choices } = talk.head;
  const known = JSON.stringify(choices ?? null);
  if ($("choices").known === known) return;
  $("choices").known = known;
  $("choices").replaceChildren(...Object.entries(NAMES).filter(([name]) => choices?.[name]?.all.length > 1).map(([name, label]) => {
    const select = make("select", { id: `choose-${name}` });
    for (const value of choices[name].all) select.append(make("option", { value }, value || choices[name].usual));
    select.value = choices[name].chosen;
    select.addEventListener("change", choose);
    return make("label", {}, `${label} `, select);
  }));
}

/** Ask for what is chosen; it comes as any change does. */
function choose() {
  const chosen = Object.fromEntries([...$("choices").querySelectorAll("select")].map((one) => [one.id.slice(7), one.value]));
  fetch("choose", { method: "POST", body: JSON.stringify(chosen) });
}

/** Draw the theme's grid over a slide, the boxes on it, and how full they are. */
function overlay(svg, card) {
  for (const old of svg.querySelectorAll(".over")) old.remove();
  if (!grid) return;
  const draw = (tag, type, attributes, words = "") => {
    const mark = document.createElementNS("http://www.w3.org/2000/svg", tag);
    for (const [name, value] of Object.entries(attributes)) mark.setAttribute(name, value);
    mark.setAttribute("class", `over ${type}`);
    mark.textContent = words;
    svg.append(mark);
  };
  const high = svg.viewBox.baseVal.height;
  const box = (type, [x, y, width, height]) => draw("rect", type, { x, y, width, height });
  for (const [x, width] of talk.head.grid?.columns ?? []) draw("rect", "grid", { x, y: 0, width, height: high });
  for (const one of talk.head.grid?.boxes ?? []) box("part", one);
  for (const [x, y, width, height, full] of card.rooms ?? []) {
    box("room", [x, y, width, height]);
    if (full !== null) draw("text", full > 100 ? "full much" : "full", { x: x + 3, y: y + 12 }, `${full} %`);
  }
}

function toggleGrid() {
  grid = !grid;
  $("rooms").setAttribute("aria-pressed", grid);
  render();
}

/* The views ----------------------------------------------------------------------------------- */

const rehearsal = new Rehearsal();

function render() {
  for (const section of document.querySelectorAll(".view")) section.hidden = section.id !== view;
  for (const button of document.querySelectorAll("[data-view]")) {
    button.setAttribute("aria-pressed", button.dataset.view === view);
  }
  if (view === "slides") { fill($("strip")); stage(); }
  else if (view === "overview") fill($("grid"));
  else if (view === "outline") outline();
  else rehearsal.render(current);
  const hash = `#${current + 1}`;
  if (location.hash !== hash) history.replaceState(null, "", hash);
}

const seen = new IntersectionObserver((entries) => {
  for (const { target, isIntersecting } of entries) {
    target.seen = isIntersecting;
    if (isIntersecting) drawThumb(target);
    else { target.firstChild.replaceChildren(); target.drawn = null; }
  }
}, { rootMargin: "300px" });

/** Draw a thumb that is in sight; those that are not are empty, so that a thousand cost little. */
function drawThumb(thumb) {
  if (thumb.drawn === thumb.card.drawing) return;
  thumb.drawn = thumb.card.drawing;
  thumb.firstChild.replaceChildren(picture(thumb.drawn));
}

/** Show all slides small; what has not changed is left as it is. */
function fill(list) {
  const cards = slides();
  while (list.children.length > cards.length) { seen.unobserve(list.lastChild); list.lastChild.remove(); }
  cards.forEach((card, n) => {
    let thumb = list.children[n];
    if (!thumb) {
      thumb = make("li", { class: "thumb", onclick: () => go(n, "slides") }, make("div", { class: "slide" }), make("div", { class: "label" }));
      thumb.card = card;
      list.append(thumb);
      seen.observe(thumb);
    }
    if (thumb.card !== card || thumb.worst === undefined) {
      thumb.card = card;
      if (thumb.seen) drawThumb(thumb);
    }
    const found = findingsOf(card);
    thumb.worst = found.some((one) => one.severity === "error") ? "error" : "warning";
    thumb.className = `thumb${card.hidden ? " hidden" : ""}${card.stale ? " stale" : ""}`;
    const badge = found.length ? make("b", { class: `badge ${thumb.worst}` }, String(found.length)) : null;
    const label = `${n + 1}`;
    thumb.lastChild.replaceChildren(label, make("span", {}, card.title || card.layout), ...(badge ? [badge] : []));
    const here = n === current;
    if (here !== (thumb.getAttribute("aria-current") === "true")) {
      thumb.setAttribute("aria-current", here);
      if (here) thumb.scrollIntoView({ block: "nearest", inline: "nearest" });
    }
  });
}

const findingsOf = (card) => talk.head.findings.filter((one) => one.slide === card.number);

/** Show the current slide large, with what is found on it. */
function stage() {
  const card = slides()[current];
  const element = $("stage");
  if (!card) { element.replaceChildren(); element.drawn = null; return; }
  if (element.drawn !== card.drawing) {
    element.replaceChildren(picture(card.drawing));
    element.drawn = card.drawing;
  }
  element.setAttribute("aria-label", `Slide ${current + 1} of ${talk.order.length}: ${card.title || card.layout}`);
  const found = findingsOf(card);
  flag(element.firstChild, card, found);
  overlay(element.firstChild, card);
  const facts = [card.layout, card.id ? `#${card.id}` : null, card.minutes ? `${card.minutes} min` : null,
    card.clicks ? `${card.clicks} clicks` : null, card.hidden ? "hidden" : null,
    card.stale ? "the last good state: it can't be drawn now" : null];
  $("facts").textContent = facts.filter(Boolean).join(" · ");
  $("findings").replaceChildren(...found.map(findingItem));
  showNotes($("notes"), card);
}

/** Mark what the findings of a slide are about. */
function flag(svg, card, found) {
  for (const old of svg.querySelectorAll(".flag")) old.remove();
  for (const finding of found) {
    if (!finding.at) continue;
    const at = nearest(card.spots, finding.at);
    const element = at < 0 ? null : svg.querySelector(`[data-at="${at}"]`);
    if (!element) continue;
    const { x, y, width, height } = element.getBBox();
    const mark = document.createElementNS("http://www.w3.org/2000/svg", "rect");
    for (const [name, value] of Object.entries({ x: x - 3, y: y - 3, width: width + 6, height: height + 6 })) mark.setAttribute(name, value);
    mark.setAttribute("class", `flag ${finding.severity}`);
    svg.append(mark);
  }
}

/** Return the number of the spot at or before a place on its line, of the next one, or -1. */
function nearest(spots, [file, line, column]) {
  const same = spots.map((spot, n) => [spot[2], n]).filter(([, n]) => spots[n][0] === file && spots[n][1] === line);
  const before = same.filter(([at]) => at <= column).sort((a, b) => b[0] - a[0]);
  return (before[0] ?? same[0] ?? [0, -1])[1];
}

function findingItem(finding) {
  const where = finding.at ? `${finding.at[0].split("/").pop()}:${finding.at[1]}:${finding.at[2]}` : null;
  return make("li", { class: finding.severity },
    make("span", { class: "code" }, `${finding.severity}[${finding.code}] `), ...told(finding.message), " ",
    where ? make("button", { type: "button", onclick: () => edit(finding.at) }, where) : null,
    finding.help ? make("p", { class: "help" }, ...told(finding.help)) : null);
}

/** Show the talk in words, with its plan of time. */
function outline() {
  const cards = slides();
  $("general").replaceChildren(...talk.head.findings.filter((one) => !one.slide).map(findingItem));
  let minutes = 0;
  $("lines").replaceChildren(...cards.flatMap((card, n) => {
    if (!card.hidden) minutes += card.minutes ?? 0;
    const found = findingsOf(card).length;
    const line = make("li", { tabindex: 0, "aria-current": n === current, onclick: () => go(n, "slides") },
      make("span", { class: "number" }, String(n + 1)), make("span", { class: "words" }, card.title || card.layout),
      found ? make("b", { class: "badge" }, String(found)) : null,
      make("span", { class: "minutes" }, card.minutes ? `${card.minutes} min · ${Math.round(minutes * 10) / 10}` : ""));
    return card.section ? [make("li", { class: "section" }, card.section), line] : [line];
  }));
  const spoken = cards.reduce((sum, card) => sum + (card.hidden ? 0 : card.spoken ?? 0), 0);
  $("plan").textContent = `${cards.length} slides, ${Math.round(minutes * 10) / 10} minutes planned`
    + `${talk.head.minutes ? ` of ${talk.head.minutes}` : ""}; notes of ${spoken} words, about ${Math.ceil(spoken / 110)} minutes`;
}

/* What people do ------------------------------------------------------------------------------ */

/** Go to a slide, by its number from 0. */
export function go(n, to = view) {
  const before = current;
  current = Math.max(0, Math.min(n, talk.order.length - 1));
  view = to;
  if (view === "rehearsal") rehearsal.enter(before, current);
  render();
}

/** Open a place in the editor. */
function edit(spot) {
  if (!spot) return;
  const [file, line, column] = spot;
  const path = file.split("/").map(encodeURIComponent).join("/").replace(/^([^/])/, "/$1").replaceAll("%3A", ":");
  $("editor").setAttribute("href", `vscode://file${path}:${line}:${column}`);
  $("editor").click();
}

$("stage").addEventListener("click", (event) => {
  const card = slides()[current];
  if (!card || String(getSelection())) return;
  const at = event.target.closest("[data-at]")?.dataset.at;
  edit(at === undefined ? card.at : card.spots[at]);
});

function toggleTone() {
  const dark = document.documentElement.dataset.tone !== "dark";
  localStorage.setItem("smdeck-tone", dark ? "dark" : "light");
  showTone(dark);
}

function showTone(dark) {
  document.documentElement.dataset.tone = dark ? "dark" : "light";
  $("tone").textContent = dark ? "Light" : "Dark";
}

const KEYS = {
  s: () => go(current, "slides"), o: () => go(current, "overview"), l: () => go(current, "outline"),
  r: () => go(current, "rehearsal"), d: toggleTone, "?": () => $("keys").showModal(),
  g: toggleGrid,
  f: () => (document.fullscreenElement ? document.exitFullscreen() : $(view === "rehearsal" ? "now" : "stage").requestFullscreen()),
  p: () => view === "rehearsal" && rehearsal.toggle(),
  Home: () => go(0), End: () => go(talk.order.length - 1),
  Enter: () => edit(slides()[current]?.at),
};
const step = (by) => () => (view === "rehearsal" ? rehearsal.step(by) : go(current + by));
for (const key of ["ArrowRight", "ArrowDown", "PageDown", " "]) KEYS[key] = step(1);
for (const key of ["ArrowLeft", "ArrowUp", "PageUp"]) KEYS[key] = step(-1);

document.addEventListener("keydown", (event) => {
  const within = event.target.closest?.("button, textarea, input, select, dialog");
  if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
  if (within && ([" ", "Enter"].includes(event.key) || within.tagName === "SELECT")) return;
  if (event.key === "Enter" && event.target.closest?.("#lines li")) { event.target.click(); return; }
  const act = KEYS[event.key];
  if (act) { event.preventDefault(); act(); }
});
for (const button of document.querySelectorAll("[data-view]")) {
  button.addEventListener("click", () => go(current, button.dataset.view));
}
$("tone").addEventListener("click", toggleTone);
$("rooms").addEventListener("click", toggleGrid);
$("ask").addEventListener("click", KEYS["?"]);
window.addEventListener("hashchange", () => go((parseInt(location.hash.slice(1), 10) || 1) - 1));

const chosen = localStorage.getItem("smdeck-tone");
showTone(chosen ? chosen === "dark" : matchMedia("(prefers-color-scheme: dark)").matches);
current = (parseInt(location.hash.slice(1), 10) || 1) - 1;

const events = new EventSource("events");
events.addEventListener("message", (event) => receive(JSON.parse(event.data)));
events.addEventListener("error", () => {
  $("status").textContent = "the preview has ended; start it again";
  $("status").className = "error";
});
