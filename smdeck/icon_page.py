"""The page of icons that a search found: each as a picture with its name, to copy at a click."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from smdeck.data.icon_search import icon_words
from smdeck.data.icons import GRID, icon_path

PAGE = """\
<!DOCTYPE html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>{title}</title>
<style>
  :root {{ color-scheme: light dark; --line: #8884; --calm: #888; --loud: #0f6b80; }}
  body {{ margin: 2rem; font: 16px/1.3 system-ui, sans-serif; }}
  h1 {{ margin: 0 0 .25rem; font-size: 1.6rem; }}
  p {{ margin: 0 0 1.5rem; color: var(--calm); }}
  ul {{ display: grid; grid-template-columns: repeat(auto-fill, minmax(9.5rem, 1fr)); gap: .75rem;
       margin: 0; padding: 0; list-style: none; }}
  button {{ width: 100%; height: 100%; padding: 1rem .5rem .75rem; border: 1px solid var(--line);
            border-radius: .75rem; background: none; color: inherit; font: inherit;
            cursor: copy; }}
  button:hover, button:focus-visible {{ border-color: var(--loud); color: var(--loud); }}
  svg {{ display: block; width: 3.5rem; height: 3.5rem; margin: 0 auto .75rem; }}
  code {{ font-size: .85rem; overflow-wrap: anywhere; }}
  small {{ display: block; margin-top: .25rem; color: var(--calm); font-size: .75rem; }}
</style>
<h1>{title}</h1>
<p>{count}; a click copies the name: <code>icon: …</code></p>
<ul>
{icons}
</ul>
<script>
  document.querySelector("ul").addEventListener("click", async (event) => {{
    const button = event.target.closest("button");
    if (!button) return;
    await navigator.clipboard.writeText(button.dataset.name);
    const words = button.querySelector("small"), before = words.textContent;
    words.textContent = "copied";
    setTimeout(() => {{ words.textContent = before; }}, 1000);
  }});
</script>
</html>
"""

ICON = """\
<li><button data-name="{name}" title="{words}"><svg viewBox="0 0 {grid} {grid}" aria-hidden="true">\
<path fill="currentColor" d="{path}"/></svg><code>{name}</code><small>{few}</small></button></li>"""


def icon_page(names: Sequence[str], word: str | None) -> str:
    """Return a page of HTML that shows icons, those of a search or all."""
    title = f"Icons for “{word}”" if word else "All icons"
    icons = "\n".join(_icon(name) for name in names)
    count = f"{len(names)} icon{'s' * (len(names) != 1)}"
    return PAGE.format(title=escape(title), count=count, icons=icons)


def _icon(name: str) -> str:
    """Return an icon with its name and the words that find it."""
    words = icon_words(name)
    return ICON.format(
        name=name,
        words=escape(", ".join(words)),
        few=escape(", ".join(words[:2])),
        grid=GRID,
        path=icon_path(name),
    )
