// The deck with PptxGenJS as its documentation shows it: text boxes, a bulleted list, notes.
import { readFileSync } from "node:fs";
import PptxGenJS from "pptxgenjs";

const [source, out] = process.argv.slice(2);
const deck = JSON.parse(readFileSync(source, "utf8"));
const box = { x: 0.6, w: 12.1, fontFace: "Arial", lang: "de-DE" };

const presentation = new PptxGenJS();
presentation.layout = "LAYOUT_WIDE";
for (const { title, items, notes } of deck) {
  const slide = presentation.addSlide();
  slide.addText(title, { ...box, y: 0.45, h: 1.2, fontSize: 35, bold: true });
  slide.addText(
    items.map((text) => ({ text, options: { bullet: true, breakLine: true } })),
    { ...box, y: 1.9, h: 4.9, fontSize: 28, valign: "top" },
  );
  slide.addNotes(notes);
}
await presentation.writeFile({ fileName: out });
