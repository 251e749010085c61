// What every page is drawn with: the data that stands in it, elements, numbers, colours, charts. The page's scripts are
// put one after another into one block of a strict script. No library, no network.

const data = JSON.parse(document.getElementById("data").textContent);

// ---- Elements and numbers ------------------------------------------------------------------------------------

/** An element; children are elements or texts, attributes whose value is null are left out. */
function make(name, attributes = {}, ...children) {
  return fill(document.createElement(name), attributes, children);
}

function makeSVG(name, attributes = {}, ...children) {
  return fill(document.createElementNS("http://www.w3.org/2000/svg", name), attributes, children);
}

function fill(element, attributes, children) {
  for (const [key, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else element.setAttribute(key, value === true ? "" : value);
  }
  element.append(...children.flat(3).filter((child) => child !== null && child !== undefined));
  return element;
}

const whole = (value) => Number(value).toLocaleString("en");
const fixed = (value, digits) => (value === null || value === undefined ? "–" : Number(value).toFixed(digits));
const signed = (value, digits) => (value > 0 ? "+" : value < 0 ? "−" : "") + Math.abs(value).toFixed(digits);
const percent = (value) => (100 * value).toFixed(1) + "\u00a0%";
/** Four figures, however small. */
const figures = (value) =>
  value === null ? "–" : value === 0 ? "0" : Math.abs(value) >= 1e-3 && Math.abs(value) < 1e5 ? String(Number(value.toPrecision(4))) : value.toExponential(2);
const powerOfTen = (power) => (Math.abs(power) <= 3 ? String(Number((10 ** power).toPrecision(1)))
  : "10" + String(power).replace(/./g, (digit) => (digit === "-" ? "⁻" : "⁰¹²³⁴⁵⁶⁷⁸⁹"[digit])));
const clamp = (value, low, high) => Math.min(Math.max(value, low), high);
/** White space would not be seen. */
const visible = (text) => text.replace(/[\s\u00a0]/g, "␣");
const many = (count, one, several) => whole(count) + " " + (count === 1 ? one : several);

// ---- Colours -------------------------------------------------------------------------------------------------

const root = document.documentElement;
const systemIsDark = matchMedia("(prefers-color-scheme: dark)");
let isPrinting = false;
const isDark = () => !isPrinting && (root.dataset.theme ? root.dataset.theme === "dark" : systemIsDark.matches);
const hues = ["blue", "orange", "green", "pink", "yellow", "violet", "brown"];
const palette = {
  light: { page: [255, 255, 255], card: [245, 246, 248], ink: [27, 33, 44], soft: [86, 96, 112], line: [211, 216, 224],
    blue: [0, 114, 178], orange: [213, 94, 0], green: [0, 135, 95], pink: [184, 86, 143], yellow: [168, 116, 0],
    violet: [106, 81, 201], brown: [122, 82, 48], grey: [138, 145, 156] },
  dark: { page: [18, 21, 27], card: [26, 31, 40], ink: [229, 233, 239], soft: [165, 174, 187], line: [54, 62, 75],
    blue: [86, 180, 233], orange: [255, 145, 71], green: [53, 207, 160], pink: [231, 156, 198], yellow: [240, 192, 74],
    violet: [169, 155, 240], brown: [207, 159, 117], grey: [125, 134, 148] },
};
const rgb = (name) => palette[isDark() ? "dark" : "light"][name];
/** Of one of so many things. Of two the first is orange and the second blue, like against and for. */
const hueOf = (index, count) => (count === 2 ? ["orange", "blue"][index] : hues[index % hues.length]);
const css = (colour, alpha = 1) => `rgba(${colour[0]}, ${colour[1]}, ${colour[2]}, ${alpha})`;
const mix = (a, b, share) => a.map((value, i) => Math.round(value + (b[i] - value) * share));
/** −1 … 1: orange, the page, blue. */
const diverging = (value) => mix(rgb("page"), rgb(value < 0 ? "orange" : "blue"), Math.min(1, Math.abs(value)));
/** 0 … 1: dark is little on a dark page, light is little on a light one. */
const sequential = (value) => {
  const stops = isDark()
    ? [[24, 28, 48], [36, 78, 128], [42, 140, 142], [140, 200, 110], [250, 230, 120]]
    : [[250, 248, 225], [178, 218, 160], [72, 168, 150], [38, 100, 146], [38, 34, 92]];
  const place = clamp(value, 0, 1) * (stops.length - 1);
  const index = Math.min(Math.floor(place), stops.length - 2);
  return mix(stops[index], stops[index + 1], place - index);
};
const tint = (value) => `color-mix(in srgb, var(--${value < 0 ? "against" : "for"}) ${Math.round(75 * Math.min(1, Math.abs(value)))}%, transparent)`;

// Whatever is drawn for a width or in colours of its own is drawn again when these change.
const drawings = new Set();
const redraw = () => drawings.forEach((draw) => draw());
systemIsDark.addEventListener("change", redraw);
addEventListener("beforeprint", () => { isPrinting = true; redraw(); });
addEventListener("afterprint", () => { isPrinting = false; redraw(); });

/** Calls draw(width) now, and again whenever the element's width or the colours change. */
function responsive(element, draw) {
  let width = 0;
  const again = () => { if (element.clientWidth > 0) draw(element.clientWidth); };
  drawings.add(again);
  new ResizeObserver(() => {
    if (element.clientWidth === width) return;
    width = element.clientWidth;
    again();
  }).observe(element);
}

const fontFamily = getComputedStyle(root).fontFamily;
const font = (size, weight = 400) => `${weight} ${size}px ${fontFamily}`;

/** A canvas that is sharp on any screen; returns its context, in CSS pixels. */
function prepare(canvas, width, height) {
  const scale = Math.max(1, window.devicePixelRatio || 1);
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  canvas.style.width = width + "px";
  canvas.style.height = height + "px";
  const context = canvas.getContext("2d");
  context.setTransform(scale, 0, 0, scale, 0, 0);
  context.clearRect(0, 0, width, height);
  return context;
}

// ---- Line charts ---------------------------------------------------------------------------------------------

/** Round numbers that divide a range. */
function ticks(low, high, count) {
  const raw = (high - low) / Math.max(1, count) || 1;
  const size = 10 ** Math.floor(Math.log10(raw));
  const step = [1, 2, 5, 10].map((factor) => factor * size).find((each) => each >= raw);
  const result = [];
  for (let tick = Math.ceil(low / step - 1e-9) * step; tick <= high + step * 1e-9; tick += step) result.push(tick);
  return result;
}

/**
 * Lines over epochs, with a readout that follows the pointer and the arrow keys.
 * series: [{name, colour, dash, values}], x: the epochs, mark: one of them.
 */
function lineChart({ title, note, series, x, mark, markLabel, xName, digits }) {
  const drawn = series.filter((line) => line.values.some((value) => value !== null));
  const box = make("div", { tabindex: 0, role: "img", "aria-label": `${title}: a chart; the arrow keys read its values` });
  const readout = make("output", { "aria-live": "polite" });
  let cursor = null;
  const values = drawn.flatMap((line) => line.values).filter((value) => value !== null);
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const room = (most - least || Math.abs(most) || 1) * 0.08;
  const [low, high] = [least >= 0 ? Math.max(0, least - room) : least - room, most + room];

  const say = () => {
    readout.textContent = cursor === null ? "" : `${xName} ${x[cursor]}: ` +
      drawn.map((line) => `${line.name} ${line.values[cursor] === null ? "–" : digits ? line.values[cursor].toFixed(digits) : figures(line.values[cursor])}`).join(", ");
  };
  let geometry = null;
  const draw = (width) => {
    const [left, right, top, bottom, height] = [52, 12, 18, 34, 230];
    const px = (i) => left + (x.length < 2 ? 0.5 : i / (x.length - 1)) * (width - left - right);
    const py = (value) => top + (1 - (value - low) / (high - low)) * (height - top - bottom);
    geometry = { left, right, width };
    const svg = makeSVG("svg", { viewBox: `0 0 ${width} ${height}`, height, "aria-hidden": true });
    for (const tick of ticks(low, high, 4)) {
      svg.append(
        makeSVG("line", { class: "grid", x1: left, x2: width - right, y1: py(tick), y2: py(tick) }),
        makeSVG("text", { x: left - 8, y: py(tick) + 4, "text-anchor": "end" }, figures(Number(tick.toPrecision(6)))));
    }
    const every = Math.ceil(x.length / Math.max(2, Math.floor((width - left) / 46)));
    x.forEach((value, i) => {
      if (i % every === 0) svg.append(makeSVG("text", { x: px(i), y: height - 14, "text-anchor": "middle" }, String(value)));
    });
    svg.append(makeSVG("text", { x: width - right, y: height, "text-anchor": "end" }, xName));
    const marked = x.indexOf(mark);
    if (marked >= 0) {
      const end = px(marked) > width - 90;
      svg.append(
        makeSVG("line", { class: "mark", x1: px(marked), x2: px(marked), y1: top, y2: height - bottom }),
        makeSVG("text", { x: px(marked) + (end ? -4 : 4), y: top - 6, "text-anchor": end ? "end" : "start" }, markLabel));
    }
    if (cursor !== null) svg.append(makeSVG("line", { class: "cursor", x1: px(cursor), x2: px(cursor), y1: top, y2: height - bottom }));
    for (const line of drawn) {
      const points = line.values.map((value, i) => (value === null ? null : [px(i), py(value)])).filter(Boolean);
      svg.append(makeSVG("path", { class: "line", stroke: `var(--${line.colour})`, "stroke-dasharray": line.dash ? "6 4" : null,
        d: points.map(([a, b], i) => `${i ? "L" : "M"}${a.toFixed(1)} ${b.toFixed(1)}`).join("") }));
      for (const [i, [a, b]] of points.entries()) {
        if (points.length < 40) svg.append(makeSVG("circle", { cx: a, cy: b, r: i === cursor ? 5 : 2.5, fill: `var(--${line.colour})` }));
      }
    }
    box.replaceChildren(svg);
  };
  const move = (to) => { cursor = to === null ? null : clamp(to, 0, x.length - 1); say(); draw(box.clientWidth); };
  box.addEventListener("pointermove", (event) => {
    const place = event.clientX - box.getBoundingClientRect().left - geometry.left;
    move(Math.round(place / Math.max(1, geometry.width - geometry.left - geometry.right) * (x.length - 1)));
  });
  box.addEventListener("pointerleave", () => move(null));
  box.addEventListener("keydown", (event) => {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (!step) return;
    event.preventDefault();
    move(cursor === null ? (step > 0 ? 0 : x.length - 1) : cursor + step);
  });
  responsive(box, draw);
  return make("figure", {},
    make("figcaption", {}, title, note ? make("small", {}, " " + note) : null),
    drawn.length > 1 ? keys(drawn.map((line) => [line.name, line.colour, line.dash])) : null, box, readout);
}

const keys = (entries, dots = false) => make("ul", { class: "keys" }, entries.map(([name, colour, dash]) =>
  make("li", {}, make("i", dots ? { class: "dot", style: `background: var(--${colour})` }
    : { class: dash === "band" ? "band" : dash ? "dash" : null, style: `color: var(--${colour})` }), name)));

const table = (head, rows, className) => make("div", { class: "scroll" }, make("table", { class: className },
  make("thead", {}, make("tr", {}, head.map(([name, number]) => make("th", { class: number ? "n" : null, scope: "col" }, name)))),
  make("tbody", {}, rows)));
/** Rows that a click on a heading puts in order: least first, again for most first. */
function sortable(columns, rows, makeRow) {
  const body = make("tbody");
  let [sorted, sign] = [null, 1];
  const heads = columns.map(([key, name]) => make("th", { class: key && key !== "label" ? "n" : null, scope: "col" },
    key && make("button", { type: "button", title: `Sort by ${name}`, onclick: () => {
      [sorted, sign] = [key, sorted === key ? -sign : 1];
      heads.forEach((head, i) => head.setAttribute("aria-sort", columns[i][0] !== key ? "none" : sign > 0 ? "ascending" : "descending"));
      show([...rows].sort((a, b) => sign * (typeof a[key] === "string" ? a[key].localeCompare(b[key]) : a[key] - b[key])));
    } }, name)));
  const show = (ordered) => body.replaceChildren(...ordered.map(makeRow));
  show(rows);
  return make("div", { class: rows.length > 60 ? "scroll tall" : "scroll", tabindex: rows.length > 60 ? 0 : null }, make("table", {}, make("thead", {}, make("tr", {}, heads)), body));
}
const cell = (content, number = false) => make("td", { class: number ? "n" : null }, content);
const how = (...content) => make("p", { class: "how" }, ...content);

// ---- The page ------------------------------------------------------------------------------------------------

/** Fills the page's sections, each by what draws it and what there is to draw, and the way to them. */
function show(sections) {
  for (const [id, draw, value] of sections) {
    const section = document.getElementById(id);
    document.querySelector("nav").append(make("a", { href: "#" + id }, section.querySelector("h2").textContent));
    const absent = section.querySelector(".absent");
    const intro = section.querySelector(".how");
    if (!value) { if (intro && absent) intro.remove(); continue; }
    if (absent) absent.remove();
    try { draw(section, value); } catch (error) {
      // One section that cannot be drawn leaves the others.
      section.querySelector(".body").append(make("p", { class: "absent" }, `This section could not be drawn: ${error.message}`));
      console.error(error);
    }
  }
}

document.getElementById("name").textContent = data.name;
const theme = document.getElementById("theme");
theme.addEventListener("change", () => {
  if (theme.value) root.dataset.theme = theme.value;
  else delete root.dataset.theme;
  redraw();
});
