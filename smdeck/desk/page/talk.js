// A talk in one file: one slide at a time, click by click; n shows the notes, Escape all slides.
(() => {
  const slides = [...document.querySelectorAll(".slide")];
  const root = document.body;
  let now = 0, clicks = 0;
  const parts = (n) => [...slides[n].querySelectorAll("[data-click]")];
  const last = (n) => Math.max(0, ...parts(n).map((part) => Number(part.dataset.click)));
  const show = () => {
    slides.forEach((slide, n) => slide.classList.toggle("now", n === now));
    for (const part of parts(now)) part.classList.toggle("later", Number(part.dataset.click) > clicks);
    if (location.hash !== `#${now + 1}`) history.replaceState(null, "", `#${now + 1}`);
  };
  const go = (n, end = false) => {
    now = Math.max(0, Math.min(n, slides.length - 1));
    clicks = end ? last(now) : 0;
    show();
  };
  const step = (by) => {
    if (clicks + by >= 0 && clicks + by <= last(now)) { clicks += by; show(); }
    else if (slides[now + by]) go(now + by, by < 0);
  };
  const keys = {
    ArrowRight: () => step(1), ArrowDown: () => step(1), PageDown: () => step(1), " ": () => step(1),
    ArrowLeft: () => step(-1), ArrowUp: () => step(-1), PageUp: () => step(-1),
    Home: () => go(0), End: () => go(slides.length - 1, true),
    n: () => root.classList.toggle("noted"), Escape: () => { root.classList.toggle("shown"); slides[now].scrollIntoView(); },
    f: () => (document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen()),
  };
  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !keys[event.key]) return;
    event.preventDefault();
    keys[event.key]();
  });
  addEventListener("click", (event) => {
    if (event.target.closest("a, aside")) return;
    if (root.classList.contains("shown")) step(event.clientX < innerWidth / 4 ? -1 : 1);
  });
  addEventListener("hashchange", () => go((parseInt(location.hash.slice(1), 10) || 1) - 1));
  root.classList.add("shown");
  go((parseInt(location.hash.slice(1), 10) || 1) - 1);
})();
