// The page of a network that forecasts: draws the sections of forecast.html.

const isOfLabels = data.labels.length > 0;
const measured = data.forecasts;
const subjectColours = { model: "blue", linear: "orange", "seasonal naive": "green", "last value": "pink", "last label": "pink", "most frequent label": "green" };
const subjectName = (subject) => (subject === "model" ? "this model" : subject);
const rowsAhead = (step) => (step === 1 ? "one row ahead" : `${whole(step)} rows ahead`);

// ---- Which target, which step --------------------------------------------------------------------------------

// The sections speak of the same target and the same step, whichever of them these are chosen in.
const chosen = { target: 0, step: 0 };
const followers = [];
function choose(what, value) {
  chosen[what] = value;
  followers.forEach((follow) => follow());
}
const follow = (draw) => { followers.push(draw); draw(); };
const target = () => measured.targets[chosen.target];

function choice(what, label, options) {
  const select = make("select", { onchange: () => choose(what, Number(select.value)) }, options.map((name, value) => make("option", { value }, name)));
  follow(() => { select.value = String(chosen[what]); });
  return make("label", {}, label, select);
}
const targetChoice = () => (measured.targets.length > 1 ? choice("target", "Target", measured.targets.map((each) => each.name)) : null);
const stepChoice = () => (measured.steps.length > 1 ? choice("step", "How far ahead", measured.steps.map((step) => (step === 1 ? "1 row" : `${whole(step)} rows`))) : null);
const controls = (...children) => (children.some(Boolean) ? make("div", { class: "controls" }, children) : null);

// ---- What it is ----------------------------------------------------------------------------------------------

const modes = { direct: "all steps at once", autoregressive: "one step, which it reads as if it had come, and so on",
  stateful: "after every row, while its state goes on" };
const scalerNames = { standard: "standard: the mean, and the standard deviation", min_max: "min-max: the least value, and the range",
  robust: "robust: the median, and the range between the quartiles", none: "none: as they come" };

function overview(section, about) {
  document.getElementById("lead").textContent = about.description;
  const series = about.series;
  const body = section.querySelector(".body");
  const facts = [
    ["task", isOfLabels ? `forecast: the label of ${series.targets[0]}, ${rowsAhead(series.horizon)}` : `forecast: the next ${series.horizon === 1 ? "value" : `${whole(series.horizon)} values`} of ${series.targets.join(", ")}`],
    ["reads", `the ${many(series.window, "row", "rows")} before` + (series.mode === "stateful" ? ", and what the state has kept of those before them" : "")],
    ["also reads", [...series.inputs, ...series.calendar.map((name) => name.replaceAll("_", " "))].join(", ")],
    ["answers", isOfLabels ? "" : modes[series.mode] || series.mode],
    ["step from row to row", series.interval],
    ["season", series.season > 1 ? many(series.season, "row", "rows") : ""],
    ["before scaling", series.transforms.join(", ")],
    ["missing values", { interpolate: "interpolated", carry: "carried on from the last one", refuse: "refused" }[series.missing]],
    ["intervals", isOfLabels ? "" : series.quantiles.length > 1 ? `learned, as the quantiles ${series.quantiles.join(", ")}` : about.hasIntervals ? `${percent(series.coverage)} of what it missed by on the validation rows` : "none"],
    ["weights", whole(about.parameters)], ["in memory", bytes(about.memory)],
    ["trained on", about.data], ["licence", about.license], ["from", about.source],
  ].filter(([, value]) => value);
  body.append(make("dl", { class: "about" }, facts.map(([name, value]) => [make("dt", {}, name), make("dd", {}, value)])));
  if (isOfLabels) body.append(make("h3", {}, many(data.labels.length, "label", "labels")), make("ul", { class: "labels" }, data.labels.map((label) => make("li", {}, label))));
  if (about.columns.length) {
    body.append(make("h3", {}, "Columns"), how(`The scaler is ${scalerNames[series.scaler] || series.scaler}, of the rows to train on. The model reads (value − centre) / scale.`),
      table([["column"], [""], ["centre", true], ["scale", true], ["in training from", true], ["to", true]], about.columns.map((column) => make("tr", {},
        cell(column.name), cell(column.isTarget ? "forecast, and read" : "read"), cell(figures(column.center), true), cell(figures(column.scale), true),
        cell(figures(column.low), true), cell(figures(column.high), true)))));
  }
  layers(body, about, "(T, 32) means: for each of the T rows of a window, 32 numbers. The bar shows where the weights are.");
  if (about.metrics.length) body.append(make("h3", {}, "Measured when it was made"), ...storedFigures(about.metrics));
}

/** As the model card has them, "mase" and "mase (linear)": a row for each who forecasts. */
function storedFigures(metrics) {
  return [...new Set(metrics.map((metric) => metric.measuredOn))].flatMap((place) => {
    const stored = metrics.filter((metric) => metric.measuredOn === place).map((metric) => {
      const [, name, subject] = /^(.*?)(?: \((.*)\))?$/.exec(metric.name);
      return { name, subject: subject || "model", value: metric.value };
    });
    const columns = [...new Set(stored.map((each) => each.name))];
    const value = (subject, name) => (stored.find((each) => each.subject === subject && each.name === name) || { value: null }).value;
    return [how(`On ${place}.`), table([["who"], ...columns.map((name) => [storedName(name), true])], [...new Set(stored.map((each) => each.subject))].map((subject) =>
      make("tr", {}, cell(subjectName(subject)), columns.map((name) => cell(fixed(value(subject, name), 4), true)))))];
  });
}
const storedName = (name) => (["mae", "rmse", "mase"].includes(name) ? name.toUpperCase() : metricName(name));

// ---- What it said and what came ------------------------------------------------------------------------------

function forecasts(section, measured) {
  const body = section.querySelector(".body");
  const rows = measured.rows;
  const name = (row) => (measured.times ? measured.times[row] : `row ${whole(measured.firstRow + row)}`);
  let isNaiveShown = false;
  const naiveButton = make("button", { type: "button", "aria-pressed": "false", onclick: () => {
    isNaiveShown = !isNaiveShown;
    naiveButton.setAttribute("aria-pressed", String(isNaiveShown));
    draw();
  } }, measured.season > 1 ? "seasonal naive, too" : "last value, too");

  const canvas = make("canvas", { tabindex: 0, role: "application", "aria-label": "Forecasts and what came: left and right arrows read the rows, plus and minus zoom, 0 shows all. Drag to move." });
  const strip = make("canvas", { class: "strip", "aria-hidden": true });
  const plane = make("div", { class: "plane" }, canvas, make("div", { class: "zoom" },
    make("button", { type: "button", "aria-label": "Zoom in", onclick: () => zoom(1 / 1.6) }, "+"),
    make("button", { type: "button", "aria-label": "Zoom out", onclick: () => zoom(1.6) }, "−"),
    make("button", { type: "button", "aria-label": "Show all", onclick: () => { view = { from: 0, to: rows - 1 }; draw(); } }, "⤢")));
  const readout = make("output", { "aria-live": "polite" });
  // Rows, with fractions.
  let view = { from: Math.max(0, rows - 1 - Math.max(120, 3 * measured.season)), to: rows - 1 };
  let cursor = null;
  let width = 0;
  const [left, right, top, bottom, height, stripHeight] = [58, 10, 10, 26, 340, 54];
  const px = (row) => left + (row - view.from) / (view.to - view.from || 1) * (width - left - right);

  /** What was said of a row so many steps before; null where there was no origin. */
  const place = (row, step) => {
    const origin = row - step - measured.origin;
    const index = origin / measured.stride;
    return Number.isInteger(index) && index >= 0 && index < measured.origins ? index : null;
  };
  const said = (lines, row, at = chosen.step) => {
    const index = place(row, measured.steps[at]);
    return index === null || !lines.length ? null : lines[at][index];
  };
  const naive = (row, step) => {
    const season = measured.season;
    const from = row - step - season + 1 + (step - 1) % season;
    return place(row, step) === null || from < 0 ? null : target().truth[from];
  };

  /** A line of what values(row) gives; null interrupts it. */
  function trace(context, first, last, values, py) {
    context.beginPath();
    let isOpen = false;
    for (let row = first; row <= last; row++) {
      const value = values(row);
      // Where not every row was an origin, the line goes on to the next.
      if (value === null) { isOpen = isOpen && measured.stride > 1; continue; }
      context[isOpen ? "lineTo" : "moveTo"](px(row), py(value));
      isOpen = true;
    }
    context.stroke();
  }

  function draw() {
    width = plane.clientWidth;
    if (!width) return;
    const context = prepare(canvas, width, height);
    const [first, last] = [Math.max(0, Math.floor(view.from)), Math.min(rows - 1, Math.ceil(view.to))];
    const { truth, forecast, lower, upper } = target();
    let [least, most] = [Infinity, -Infinity];
    for (let row = first; row <= last; row++) {
      for (const value of [truth[row], said(forecast, row), said(lower, row), said(upper, row)]) {
        if (value !== null) [least, most] = [Math.min(least, value), Math.max(most, value)];
      }
    }
    if (least > most) [least, most] = [0, 1];
    const room = (most - least || Math.abs(most) || 1) * 0.06;
    const [low, high] = [least - room, most + room];
    const py = (value) => top + (1 - (value - low) / (high - low)) * (height - top - bottom);
    context.font = font(12);
    context.textAlign = "right";
    for (const tick of ticks(low, high, 5)) {
      if (tick < low) continue;
      context.strokeStyle = css(rgb("line"));
      context.beginPath();
      context.moveTo(left, py(tick));
      context.lineTo(width - right, py(tick));
      context.stroke();
      context.fillStyle = css(rgb("soft"));
      context.fillText(figures(Number(tick.toPrecision(6))), left - 8, py(tick) + 4);
    }
    context.textAlign = "center";
    const every = Math.max(1, Math.ceil((view.to - view.from) / Math.max(1, Math.floor((width - left) / 130))));
    for (let row = Math.ceil(first / every) * every; row <= last; row += every) {
      const x = px(row);
      if (x < left + 30 || x > width - 40) continue;
      context.fillText(name(row), x, height - 6);
    }
    context.save();
    context.beginPath();
    context.rect(left, 0, width - left - right + 3, height - bottom + 2);
    context.clip();
    // A band from one gap between origins to the next.
    context.fillStyle = css(rgb("blue"), 0.22);
    for (let row = first; row <= last; row++) {
      const start = row;
      while (row <= last && said(lower, row) !== null) row += 1;
      if (row - start < 2) continue;
      context.beginPath();
      for (let at = start; at < row; at++) context.lineTo(px(at), py(said(upper, at)));
      for (let at = row - 1; at >= start; at--) context.lineTo(px(at), py(said(lower, at)));
      context.fill();
    }
    context.lineJoin = "round";
    context.lineWidth = 1.5;
    if (isNaiveShown) {
      context.strokeStyle = css(rgb("green"));
      context.setLineDash([5, 4]);
      trace(context, first, last, (row) => naive(row, measured.steps[chosen.step]), py);
      context.setLineDash([]);
    }
    context.strokeStyle = css(rgb("ink"));
    trace(context, first, last, (row) => truth[row], py);
    context.lineWidth = 2;
    context.strokeStyle = css(rgb("blue"));
    trace(context, first, last, (row) => said(forecast, row), py);
    if ((width - left) / (view.to - view.from || 1) > 7) {
      for (let row = first; row <= last; row++) {
        for (const [value, colour] of [[truth[row], "ink"], [said(forecast, row), "blue"]]) {
          if (value === null) continue;
          context.fillStyle = css(rgb(colour));
          context.beginPath();
          context.arc(px(row), py(value), 2.2, 0, 7);
          context.fill();
        }
      }
    }
    if (cursor !== null) drawCursor(context, py);
    context.restore();
    drawStrip();
    say();
  }

  /** The row that is pointed at, and all that was said from the origin of its forecast. */
  function drawCursor(context, py) {
    context.strokeStyle = css(rgb("soft"));
    context.lineWidth = 1;
    context.beginPath();
    context.moveTo(px(cursor), top);
    context.lineTo(px(cursor), height - bottom);
    context.stroke();
    const index = place(cursor, measured.steps[chosen.step]);
    if (index === null || measured.steps.length < 2) return;
    const origin = measured.origin + index * measured.stride;
    context.strokeStyle = css(rgb("orange"));
    context.fillStyle = css(rgb("orange"));
    context.lineWidth = 2;
    context.beginPath();
    const { truth, forecast } = target();
    if (truth[origin] !== null) context.moveTo(px(origin), py(truth[origin]));
    measured.steps.forEach((step, at) => context.lineTo(px(origin + step), py(forecast[at][index])));
    context.stroke();
    measured.steps.forEach((step, at) => {
      context.beginPath();
      context.arc(px(origin + step), py(forecast[at][index]), step === measured.steps[chosen.step] ? 4.5 : 2.5, 0, 7);
      context.fill();
    });
  }

  function drawStrip() {
    const context = prepare(strip, width, stripHeight);
    const { truth } = target();
    const values = truth.filter((value) => value !== null);
    const [least, most] = values.reduce(([a, b], value) => [Math.min(a, value), Math.max(b, value)], [Infinity, -Infinity]);
    const sx = (row) => left + row / Math.max(1, rows - 1) * (width - left - right);
    context.fillStyle = css(rgb("card"));
    context.fillRect(left, 0, width - left - right, stripHeight);
    context.strokeStyle = css(rgb("soft"));
    context.beginPath();
    let isOpen = false;
    truth.forEach((value, row) => {
      if (value === null) { isOpen = false; return; }
      context[isOpen ? "lineTo" : "moveTo"](sx(row), 4 + (1 - (value - least) / (most - least || 1)) * (stripHeight - 8));
      isOpen = true;
    });
    context.stroke();
    context.fillStyle = css(rgb("blue"), 0.16);
    context.strokeStyle = css(rgb("blue"));
    const box = [sx(view.from), 0.5, Math.max(3, sx(view.to) - sx(view.from)), stripHeight - 1];
    context.fillRect(...box);
    context.strokeRect(...box);
  }

  function say() {
    if (cursor === null) { readout.textContent = ""; return; }
    const { truth, forecast, lower, upper } = target();
    const step = measured.steps[chosen.step];
    const parts = [truth[cursor] === null ? "nothing came" : `came ${figures(truth[cursor])}`];
    if (said(forecast, cursor) !== null) {
      const between = said(lower, cursor) === null ? "" : `, between ${figures(said(lower, cursor))} and ${figures(said(upper, cursor))}`;
      parts.push(`said ${rowsAhead(step)}: ${figures(said(forecast, cursor))}${between}`);
      if (isNaiveShown && naive(cursor, step) !== null) parts.push(`${measured.season > 1 ? "seasonal naive" : "last value"} ${figures(naive(cursor, step))}`);
    }
    readout.textContent = `${name(cursor)}: ${parts.join("; ")}`;
  }

  function move(from, to) {
    const span = clamp(to - from, Math.min(8, rows - 1), rows - 1);
    const start = clamp(from, 0, rows - 1 - span);
    view = { from: start, to: start + span };
    draw();
  }
  function zoom(factor, at = (view.from + view.to) / 2) {
    move(at - (at - view.from) * factor, at + (view.to - at) * factor);
  }
  const rowAt = (event) => {
    const x = event.clientX - canvas.getBoundingClientRect().left;
    return view.from + (x - left) / Math.max(1, width - left - right) * (view.to - view.from);
  };
  const point = (row) => {
    cursor = row === null ? null : clamp(Math.round(row), 0, rows - 1);
    if (cursor !== null && (cursor < view.from || cursor > view.to)) move(view.from + (cursor < view.from ? cursor - view.from : cursor - view.to), view.to + (cursor < view.from ? cursor - view.from : cursor - view.to));
    else draw();
  };
  const pointers = new Map();
  canvas.addEventListener("pointerdown", (event) => { canvas.setPointerCapture(event.pointerId); pointers.set(event.pointerId, event.clientX); });
  canvas.addEventListener("pointermove", (event) => {
    const before = pointers.get(event.pointerId);
    if (before === undefined) { point(rowAt(event)); return; }
    const other = [...pointers].find(([id]) => id !== event.pointerId);
    pointers.set(event.pointerId, event.clientX);
    if (other) {
      const [was, is] = [Math.abs(before - other[1]) || 1, Math.abs(event.clientX - other[1]) || 1];
      zoom(was / is, rowAt(event));
    } else {
      const shift = (before - event.clientX) / Math.max(1, width - left - right) * (view.to - view.from);
      cursor = null;
      move(view.from + shift, view.to + shift);
    }
  });
  for (const end of ["pointerup", "pointercancel"]) canvas.addEventListener(end, (event) => pointers.delete(event.pointerId));
  canvas.addEventListener("pointerleave", () => { if (!pointers.size) point(null); });
  canvas.addEventListener("wheel", (event) => { event.preventDefault(); zoom(Math.exp(event.deltaY / 400), rowAt(event)); }, { passive: false });
  canvas.addEventListener("keydown", (event) => {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (step) point(cursor === null ? (step > 0 ? view.from : view.to) : cursor + step);
    else if (event.key === "+" || event.key === "=") zoom(1 / 1.6);
    else if (event.key === "-") zoom(1.6);
    else if (event.key === "0") move(0, rows - 1);
    else if (event.key === "Escape") point(null);
    else return;
    event.preventDefault();
  });
  // In the strip the window goes to where it is pressed, and follows.
  let isHeld = false;
  const centre = (event) => {
    const x = event.clientX - strip.getBoundingClientRect().left;
    const row = (x - left) / Math.max(1, width - left - right) * (rows - 1);
    const half = (view.to - view.from) / 2;
    cursor = null;
    move(row - half, row + half);
  };
  strip.addEventListener("pointerdown", (event) => { isHeld = true; strip.setPointerCapture(event.pointerId); centre(event); });
  strip.addEventListener("pointermove", (event) => { if (isHeld) centre(event); });
  for (const end of ["pointerup", "pointercancel"]) strip.addEventListener(end, () => { isHeld = false; });

  body.append(
    make("p", {}, `${many(measured.origins, "origin", "origins")} in the ${many(measured.fileRows, "row", "rows")} of ${measured.file}` +
      (measured.measured > measured.origins ? `, the latest of ${whole(measured.measured)} that were measured.` : ".")),
    measured.notes.length ? make("ul", { class: "note" }, measured.notes.map((note) => make("li", {}, note))) : "",
    make("div", { class: "controls" }, targetChoice(), stepChoice(), naiveButton),
    keys([["what came", "ink"], ["forecast", "blue"], ...(measured.targets.some((each) => each.lower.length) ? [["its interval", "blue", "band"]] : []),
      ...(measured.steps.length > 1 ? [["all that was said at the origin of the row that is pointed at", "orange"]] : [])]),
    make("div", { class: "series" }, plane, strip), readout,
    make("p", { class: "note" }, "Drag to move, scroll or pinch to zoom; in the strip below press where you want to be."));
  followers.push(draw);
  responsive(plane, draw);
}

// ---- Whether it is worth a network ---------------------------------------------------------------------------

function baselines(section, measured) {
  const body = section.querySelector(".body");
  const size = (each) => (each.mase === null ? each.mae : each.mase);
  const worst = (list) => Math.max(1e-300, ...list.map(size));
  const row = (each, most) => make("tr", {}, cell(each.subject === "model" ? make("b", {}, subjectName(each.subject)) : each.subject),
    cell(figures(each.mae), true), cell(figures(each.rmse), true), cell(each.mase === null ? "–" : each.mase.toFixed(3), true),
    cell(make("span", { class: "meter", style: `width: ${Math.round(120 * size(each) / most)}px; background: var(--${subjectColours[each.subject] || "grey"})` })));
  const head = [["who"], ["MAE", true], ["RMSE", true], ["MASE", true], [""]];
  const tables = make("div");
  const plots = make("div");
  follow(() => {
    const list = target().figures;
    tables.replaceChildren(...(measured.all ? [make("h3", {}, "All targets"), how("MAE and RMSE of targets in different units say little together; MASE has none."),
      table(head, measured.all.map((each) => row(each, worst(measured.all))))] : []),
    make("h3", {}, target().name), table(head, list.map((each) => row(each, worst(list)))));
    const hasMASE = list.every((each) => each.stepErrors.every((error) => error.mase !== null));
    const lines = (key) => list.map((each) => ({ name: subjectName(each.subject), colour: subjectColours[each.subject] || "grey", dash: each.subject !== "model",
      values: each.stepErrors.map((error) => error[key]) }));
    plots.replaceChildren(...(list[0].stepErrors.length > 1 ? [make("div", { class: "two" },
      lineChart({ title: hasMASE ? "MASE by step" : "MAE by step", note: "lower is better", x: list[0].stepErrors.map((_, i) => i + 1), xName: "rows ahead", series: lines(hasMASE ? "mase" : "mae") }),
      lineChart({ title: "RMSE by step", note: "in the unit of the column", x: list[0].stepErrors.map((_, i) => i + 1), xName: "rows ahead", series: lines("rmse") }))] : []));
  });
  body.append(make("p", {}, make("b", {}, measured.verdict)), ...[controls(targetChoice())].filter(Boolean), tables, plots);
}

// ---- Whether its intervals are to be believed ----------------------------------------------------------------

function intervals(section, measured) {
  const holder = make("div");
  follow(() => {
    const { coverage, meanWidth, coverages, widths } = target();
    if (coverage === null) { holder.replaceChildren(make("p", {}, "There are none for this target.")); return; }
    const x = coverages.map((_, i) => i + 1);
    holder.replaceChildren(
      make("p", {}, "Of what came, ", make("b", {}, percent(coverage)), ` lay within; ${percent(measured.promised)} was promised. In the mean the interval is ${figures(meanWidth)} wide.`),
      x.length > 1 ? make("div", { class: "two" },
        lineChart({ title: "Share that lay within, by step", x, xName: "rows ahead", digits: 3, series: [
          { name: "lay within", colour: "blue", values: coverages }, { name: "promised", colour: "grey", dash: true, values: x.map(() => measured.promised) }] }),
        lineChart({ title: "Width by step", note: "in the unit of the column", x, xName: "rows ahead", series: [{ name: "width", colour: "green", values: widths }] })) : "");
  });
  section.querySelector(".body").append(...[controls(targetChoice())].filter(Boolean), holder);
}

// ---- What it misses ------------------------------------------------------------------------------------------

/** Bars over a range of numbers, with a readout by the pointer. bars: [{from, to, value, title}] */
function barChart({ title, note, bars, low, high, marks, format, colour = () => "blue" }) {
  const box = make("div", { role: "img", "aria-label": `${title}: a chart` });
  const heights = [...bars.map((bar) => bar.value), ...marks.map((mark) => mark.y || 0)];
  const [least, most] = [Math.min(0, ...heights), Math.max(1e-300, ...heights)];
  responsive(box, (width) => {
    const [left, right, top, bottom, height] = [52, 12, 8, 24, 230];
    const px = (value) => left + (value - low) / (high - low || 1) * (width - left - right);
    const py = (value) => top + (1 - (value - least) / (most - least)) * (height - top - bottom);
    const svg = makeSVG("svg", { viewBox: `0 0 ${width} ${height}`, height });
    for (const tick of ticks(least, most, 4)) {
      svg.append(makeSVG("line", { class: "grid", x1: left, x2: width - right, y1: py(tick), y2: py(tick) }),
        makeSVG("text", { x: left - 8, y: py(tick) + 4, "text-anchor": "end" }, format(tick)));
    }
    for (const tick of ticks(low, high, width < 500 ? 4 : 7)) {
      if (tick >= low && tick <= high) svg.append(makeSVG("text", { x: px(tick), y: height - 4, "text-anchor": "middle" }, figures(Number(tick.toPrecision(6)))));
    }
    for (const bar of bars) {
      svg.append(makeSVG("rect", { x: px(bar.from) + 0.5, width: Math.max(1, px(bar.to) - px(bar.from) - 1), y: py(Math.max(0, bar.value)), height: Math.max(0.5, Math.abs(py(bar.value) - py(0))), fill: `var(--${colour(bar)})`, "fill-opacity": 0.85 },
        makeSVG("title", {}, bar.title)));
    }
    for (const mark of marks) {
      svg.append(mark.x === undefined
        ? makeSVG("line", { class: "mark", x1: left, x2: width - right, y1: py(mark.y), y2: py(mark.y) })
        : makeSVG("line", { class: "mark", x1: px(mark.x), x2: px(mark.x), y1: top, y2: height - bottom }));
    }
    box.replaceChildren(svg);
  });
  return make("figure", {}, make("figcaption", {}, title, note ? make("small", {}, " " + note) : null), box);
}

function residuals(section, measured) {
  const holder = make("div");
  follow(() => {
    const { truth, forecast } = target();
    const step = measured.steps[chosen.step];
    const missed = forecast[chosen.step].map((value, index) => {
      const came = truth[measured.origin + index * measured.stride + step];
      return came === null || came === undefined ? null : came - value;
    });
    const values = missed.filter((value) => value !== null);
    if (values.length < 2) { holder.replaceChildren(make("p", {}, "There are too few to look at.")); return; }
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const deviation = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
    const reach = values.reduce((most, value) => Math.max(most, Math.abs(value)), 1e-300);
    const count = clamp(Math.round(Math.sqrt(values.length)), 9, 41) | 1;
    const bins = Array.from({ length: count }, (_, i) => ({ from: reach * (2 * i / count - 1), to: reach * (2 * (i + 1) / count - 1), value: 0 }));
    for (const value of values) bins[clamp(Math.floor((value / reach + 1) / 2 * count), 0, count - 1)].value += 1;
    for (const bin of bins) bin.title = `${figures(bin.from)} to ${figures(bin.to)}: ${many(bin.value, "residual", "residuals")}`;
    // The correlation of residuals with those so many origins before.
    const lags = Math.min(Math.max(10, 2 * measured.season), 60, Math.floor(missed.length / 3));
    const bars = Array.from({ length: Math.max(0, lags) }, (_, i) => {
      let [sum, pairs] = [0, 0];
      for (let at = i + 1; at < missed.length; at++) {
        if (missed[at] === null || missed[at - i - 1] === null) continue;
        sum += (missed[at] - mean) * (missed[at - i - 1] - mean);
        pairs += 1;
      }
      const value = pairs && deviation ? sum / values.length / deviation ** 2 : 0;
      return { from: i + 0.5, to: i + 1.5, value, title: `${many(i + 1, "origin", "origins")} before: ${value.toFixed(3)}` };
    });
    const limit = 1.96 / Math.sqrt(values.length);
    holder.replaceChildren(
      make("p", {}, `${rowsAhead(step)[0].toUpperCase()}${rowsAhead(step).slice(1)}: in the mean the model says ${figures(Math.abs(mean))} too ${mean > 0 ? "little" : "much"}; the standard deviation of what it misses by is ${figures(deviation)}.`),
      make("div", { class: "two" },
        barChart({ title: "Residuals", note: "how many; the line is 0", bars: bins, low: -reach, high: reach, marks: [{ x: 0 }], format: (value) => String(Number(value.toPrecision(6))) }),
        bars.length ? barChart({ title: "What repeats in them", note: `correlation with those so many origins before${step > 1 ? "; up to " + whole(step - 1) + " they share rows, and repeat by that alone" : ""}`,
          bars, low: 0.5, high: lags + 0.5, marks: [{ y: limit }, { y: -limit }], format: (value) => String(Number(value.toPrecision(4))), colour: (bar) => (Math.abs(bar.value) > limit ? "orange" : "grey") }) : ""));
  });
  section.querySelector(".body").append(...[controls(targetChoice(), stepChoice())].filter(Boolean), holder);
}

// ---- How well it does, of labels -----------------------------------------------------------------------------

function labelEvaluation(section, measured) {
  evaluation(section, measured);
  const body = section.querySelector(".body");
  body.querySelector(".facts").after(make("h3", {}, "Beside those who need no network"), make("p", {}, make("b", {}, measured.verdict)),
    table([["who"], ["accuracy", true], ["macro F1", true], [""]], measured.subjects.map((each) => make("tr", {},
      cell(each.subject === "model" ? make("b", {}, subjectName(each.subject)) : each.subject), cell(each.accuracy.toFixed(4), true), cell(each.macroF1.toFixed(4), true),
      cell(make("span", { class: "meter", style: `width: ${Math.round(120 * each.macroF1)}px; background: var(--${subjectColours[each.subject] || "grey"})` }))))));
}

// ---- The page ------------------------------------------------------------------------------------------------

for (const place of document.querySelectorAll(".model")) place.textContent = data.overview.source || data.name;
const hasIntervals = measured && measured.targets.some((each) => each.coverage !== null) ? measured : null;
const sections = [["overview", overview, data.overview], ["training", training, data.training],
  ...(isOfLabels ? [["evaluation", labelEvaluation, data.evaluation]] : [["forecasts", forecasts, measured]]),
  ...(measured ? [["baselines", baselines, measured], ["intervals", intervals, hasIntervals], ["residuals", residuals, measured]] : [])];
for (const section of document.querySelectorAll("main > section")) if (!sections.some(([id]) => id === section.id)) section.remove();
show(sections);
