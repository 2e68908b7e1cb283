// The rehearsal: the slide, the next one, notes and clocks; it records how long each slide takes.
import { go, head, make, picture, showNotes, slides } from "./desk.js";

const $ = (id) => document.getElementById(id);
const KEPT = `smdeck-rehearsal ${location.pathname}`;

/** Return seconds as 4:05. */
const clock = (seconds) => `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, "0")}`;

/** Return what tells a slide from others, from one edit to the next. */
const key = (card) => card.id ?? `${card.number} ${card.title}`;

export class Rehearsal {
  taken = JSON.parse(sessionStorage.getItem(KEPT) ?? "{}"); // seconds by slide
  running = false;
  shown = 0; // the number of the slide, from 0
  clicks = 0; // how much of it is there

  constructor() {
    $("run").addEventListener("click", () => this.toggle());
    $("reset").addEventListener("click", () => this.reset());
    $("finish").addEventListener("click", () => this.results());
    $("copy").addEventListener("click", () => navigator.clipboard.writeText($("minutes").value));
    $("now").addEventListener("click", () => this.step(1));
    setInterval(() => this.tick(), 250);
  }

  /** Start or stop the clock. */
  toggle() {
    this.running = !this.running;
    this.last = performance.now();
    $("run").textContent = this.running ? "Pause" : "Start";
  }

  reset() {
    this.taken = {};
    this.keep();
    if (this.running) this.toggle();
    go(0);
    this.times();
  }

  keep() {
    sessionStorage.setItem(KEPT, JSON.stringify(this.taken));
  }

  /** Add what has passed since the last tick to the slide that is seen. */
  tick() {
    const now = performance.now();
    const card = slides()[this.shown];
    if (this.running && card) {
      this.taken[key(card)] = (this.taken[key(card)] ?? 0) + (now - this.last) / 1000;
      this.keep();
    }
    this.last = now;
    if (!$("rehearsal").hidden) this.times();
  }

  /** Show how late it is, and how long the talk and the slide take. */
  times() {
    const cards = slides();
    const seconds = (card) => (card && this.taken[key(card)]) || 0;
    const total = cards.reduce((sum, card) => sum + seconds(card), 0);
    const planned = head().minutes ?? cards.reduce((sum, card) => sum + (card.hidden ? 0 : card.minutes ?? 0), 0);
    const card = cards[this.shown];
    $("clock").textContent = new Date().toLocaleTimeString();
    $("total").textContent = clock(total) + (planned ? ` / ${clock(planned * 60)}` : "");
    $("total").classList.toggle("late", planned > 0 && total > planned * 60);
    $("spent").textContent = clock(seconds(card)) + (card?.minutes ? ` / ${clock(card.minutes * 60)}` : "");
    $("spent").classList.toggle("late", Boolean(card?.minutes) && seconds(card) > card.minutes * 60);
  }

  /** Come to a slide: what the one before took ends here. */
  enter(before, now) {
    this.tick();
    if (before !== now) this.clicks = now < before ? slides()[now]?.clicks ?? 0 : 0;
    this.shown = now;
  }

  /** One click further or back: the next item, or the next slide that is not hidden. */
  step(by) {
    const cards = slides();
    const clicks = this.clicks + by;
    if (clicks >= 0 && clicks <= (cards[this.shown]?.clicks ?? 0)) {
      this.clicks = clicks;
      this.render(this.shown);
      return;
    }
    const next = this.beside(this.shown, by);
    if (next !== null) go(next);
  }

  beside(from, by) {
    const cards = slides();
    for (let n = from + by; n >= 0 && n < cards.length; n += by) if (!cards[n].hidden) return n;
    return null;
  }

  render(current) {
    const cards = slides();
    this.shown = current;
    const card = cards[current];
    if (!card) return;
    const drawn = picture(card.drawing);
    for (const part of drawn.querySelectorAll("[data-click]")) {
      part.classList.toggle("later", Number(part.dataset.click) > this.clicks);
    }
    $("now").replaceChildren(drawn);
    $("now").setAttribute("aria-label", `Slide ${current + 1} of ${cards.length}: ${card.title}`);
    const next = this.beside(current, 1);
    $("next").replaceChildren(...(next === null ? [make("p", {}, "the end")] : [picture(cards[next].drawing)]));
    showNotes($("said"), card);
    this.times();
  }

  /** Show how long each slide took, and offer that as their minutes. */
  results() {
    this.tick();
    if (this.running) this.toggle();
    const rows = slides().map((card, n) => ({ card, n, seconds: this.taken[key(card)] ?? 0 })).filter((row) => row.seconds > 0);
    $("results").querySelector("tbody").replaceChildren(...rows.map(({ card, n, seconds }) => make("tr", {},
      make("td", {}, String(n + 1)), make("td", {}, card.title),
      make("td", {}, card.minutes ? clock(card.minutes * 60) : "–"), make("td", {}, clock(seconds)))));
    $("minutes").value = rows.map(({ card, n, seconds }) =>
      `    minutes: ${Math.max(0.5, Math.round(seconds / 30) / 2)}  # slide ${n + 1}: ${card.title}`).join("\n");
    $("results").showModal();
  }
}
