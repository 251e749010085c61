// The page of `sluice outlier`: one value out of place, each scaler, and a small network that learns from both.

const scalerNames = { standard: "standard", min_max: "min-max", robust: "robust", none: "none" };
const scalerColours = { standard: "blue", min_max: "orange", robust: "green", none: "pink" };
const trainingValues = data.values.slice(0, data.training);
const others = trainingValues.filter((_, row) => row !== data.row);
const rowName = (row) => (data.times ? data.times[row] : `row ${whole(row + 1)}`);
const sizeName = (size) => (size === 0 ? "none" : `${size} standard deviations`);
const mean = (values) => (values.length ? values.reduce((sum, value) => sum + value, 0) / values.length : null);

// The size that all sections are drawn for.
let size = data.sizes.length - 1;
const followers = [];
function choose(index) {
  size = index;
  followers.forEach((follow) => follow());
}

function slider(id) {
  const input = make("input", { type: "range", id, min: 0, max: data.sizes.length - 1, step: 1, value: size, oninput: () => choose(Number(input.value)) });
  const text = make("b");
  const follow = () => {
    input.value = String(size);
    text.textContent = data.sizes[size] === 0 ? "no outlier" : `${sizeName(data.sizes[size])} above the mean`;
    input.setAttribute("aria-valuetext", text.textContent);
  };
  followers.push(follow);
  follow();
  return make("div", { class: "controls" }, make("label", {}, "The outlier", input), text);
}

// ---- One value out of place ----------------------------------------------------------------------------------

function series(section) {
  const body = section.querySelector(".body");
  const box = make("div", { role: "img", "aria-label": "The series with the outlier" });
  const note = make("p");
  const draw = () => {
    const width = box.clientWidth;
    if (!width) return;
    const values = data.values.map((value, row) => (row === data.row ? data.outliers[size] : value));
    const [least, most] = values.reduce(([a, b], value) => (value === null ? [a, b] : [Math.min(a, value), Math.max(b, value)]), [Infinity, -Infinity]);
    const room = (most - least || 1) * 0.06;
    const [low, high] = [least - room, most + room];
    const [left, right, top, bottom, height] = [58, 12, 12, 26, 260];
    const px = (row) => left + row / Math.max(1, values.length - 1) * (width - left - right);
    const py = (value) => top + (1 - (value - low) / (high - low)) * (height - top - bottom);
    const svg = makeSVG("svg", { viewBox: `0 0 ${width} ${height}`, height, "aria-hidden": true });
    svg.append(makeSVG("rect", { x: px(data.training), width: Math.max(0, width - right - px(data.training)), y: top, height: height - top - bottom, fill: "var(--card)" }),
      makeSVG("text", { x: width - right - 4, y: top + 14, "text-anchor": "end" }, "measured on"));
    for (const tick of ticks(low, high, 4)) {
      if (tick < low) continue;
      svg.append(makeSVG("line", { class: "grid", x1: left, x2: width - right, y1: py(tick), y2: py(tick) }),
        makeSVG("text", { x: left - 8, y: py(tick) + 4, "text-anchor": "end" }, figures(Number(tick.toPrecision(6)))));
    }
    const labels = Math.max(2, Math.floor((width - left) / 130));
    for (let i = 0; i < labels; i++) {
      const row = Math.round((i + 0.5) / labels * (values.length - 1));
      svg.append(makeSVG("text", { x: px(row), y: height - 6, "text-anchor": "middle" }, rowName(row)));
    }
    let path = "";
    let isOpen = false;
    values.forEach((value, row) => {
      if (value === null) { isOpen = false; return; }
      path += `${isOpen ? "L" : "M"}${px(row).toFixed(1)} ${py(value).toFixed(1)}`;
      isOpen = true;
    });
    svg.append(makeSVG("path", { d: path, fill: "none", stroke: "var(--blue)", "stroke-width": 1.2, "stroke-linejoin": "round" }));
    if (data.sizes[size] > 0) svg.append(makeSVG("circle", { cx: px(data.row), cy: py(data.outliers[size]), r: 5, fill: "var(--orange)" }));
    box.replaceChildren(svg);
    note.replaceChildren(`${rowName(data.row)}: `, make("b", {}, figures(data.outliers[size])), data.sizes[size] === 0 ? ", as it was. " : `, in place of ${figures(data.values[data.row])}. `,
      `Of the ${many(data.training, "row", "rows")} to train on the mean is ${figures(data.mean)} and the standard deviation ${figures(data.deviation)}.`);
  };
  body.append(make("p", {}, `${data.name}, from ${data.file}: ${many(data.values.length, "row", "rows")}.`),
    data.notes.length ? make("ul", { class: "note" }, data.notes.map((text) => make("li", {}, text))) : "", slider("size"), box, note);
  followers.push(draw);
  responsive(box, draw);
}

// ---- What scalers make of the other values -------------------------------------------------------------------

/** Shares of values by bins of equal width, `low` to `high`. */
function histogram(values, low, high, count) {
  const bins = new Array(count).fill(0);
  for (const value of values) bins[clamp(Math.floor((value - low) / (high - low || 1) * count), 0, count - 1)] += 1 / values.length;
  return bins;
}

function scalerFigure(effects) {
  const kind = effects[0].kind;
  const scaled = (effect) => others.map((value) => (value - effect.center) / effect.scale);
  // One axis for all sizes, so that it can be seen how the values move.
  const ends = effects.map(scaled).map((values) => values.reduce(([a, b], value) => [Math.min(a, value), Math.max(b, value)], [Infinity, -Infinity]));
  const least = Math.min(...ends.map(([a]) => a));
  const most = Math.max(...ends.map(([, b]) => b));
  const room = (most - least || 1) * 0.05;
  const [low, high] = [least - room, most + room];
  const count = 40;
  const before = histogram(scaled(effects[0]), low, high, count);
  const box = make("div", { role: "img" });
  const text = make("p", { class: "note" });
  const draw = () => {
    const width = box.clientWidth;
    if (!width) return;
    const effect = effects[size];
    const values = scaled(effect);
    const after = histogram(values, low, high, count);
    const [left, right, top, plane, strip, bottom] = [12, 26, 8, 96, 22, 22];
    const height = top + plane + strip + bottom;
    const px = (value) => left + (value - low) / (high - low) * (width - left - right);
    // Each to its own height: pressed together, values would overtop all others.
    const bar = (share, bins) => share / Math.max(...bins, 1e-9) * plane;
    const svg = makeSVG("svg", { viewBox: `0 0 ${width} ${height}`, height, "aria-hidden": true });
    for (let i = 0; i < count; i++) {
      const [from, to] = [px(low + i / count * (high - low)), px(low + (i + 1) / count * (high - low))];
      if (after[i]) svg.append(makeSVG("rect", { x: from, width: to - from - 0.5, y: top + plane - bar(after[i], after), height: bar(after[i], after), fill: `var(--${scalerColours[kind]})`, "fill-opacity": 0.8 },
        makeSVG("title", {}, `${percent(after[i])} of the other values`)));
    }
    let outline = `M${px(low)} ${top + plane}`;
    before.forEach((share, i) => { outline += `V${(top + plane - bar(share, before)).toFixed(1)}H${px(low + (i + 1) / count * (high - low)).toFixed(1)}`; });
    svg.append(makeSVG("path", { d: outline + `V${top + plane}`, fill: "none", stroke: "var(--grey)" }),
      makeSVG("line", { class: "grid", x1: left, x2: width - right, y1: top + plane, y2: top + plane }));
    // Every value a stroke, of many only some.
    const every = Math.ceil(values.length / 400);
    values.forEach((value, i) => {
      if (i % every === 0) svg.append(makeSVG("line", { x1: px(value), x2: px(value), y1: top + plane + 5, y2: top + plane + strip - 3, stroke: `var(--${scalerColours[kind]})`, "stroke-opacity": 0.35 }));
    });
    const outlier = (data.outliers[size] - effect.center) / effect.scale;
    if (data.sizes[size] > 0) {
      const inside = outlier <= high;
      const x = inside ? px(outlier) : width - right + 6;
      svg.append(makeSVG("path", { d: inside ? `M${x} ${top + plane + 12}m-5 -5l10 10m0 -10l-10 10` : `M${x} ${top + plane + 6}l8 6l-8 6z`, stroke: "var(--ink)", fill: inside ? "none" : "var(--ink)", "stroke-width": 2 },
        makeSVG("title", {}, `the outlier: ${figures(outlier)}`)));
    }
    for (const tick of ticks(low, high, width < 420 ? 4 : 7)) {
      if (tick >= low && tick <= high) svg.append(makeSVG("text", { x: px(tick), y: height - 6, "text-anchor": "middle" }, figures(Number(tick.toPrecision(6)))));
    }
    box.replaceChildren(svg);
    const [from, to] = ends[size];
    text.textContent = `Centre ${figures(effect.center)}, scale ${figures(effect.scale)}. The other values lie within ${figures(from)} and ${figures(to)}` +
      (data.sizes[size] > 0 ? `, the outlier at ${figures(outlier)}; they keep ${percent(effect.kept)} of their spread.` : ".");
    box.setAttribute("aria-label", `${scalerNames[kind]}: ${text.textContent}`);
  };
  followers.push(draw);
  responsive(box, draw);
  return make("figure", {}, make("figcaption", {}, scalerNames[kind]), box, text);
}

function scalers(section) {
  const holder = make("div");
  const follow = () => {
    holder.replaceChildren(table([["scaler"], ["centre", true], ["scale", true], ["kept spread", true], [""]], data.scalers.map((effects) => {
      const effect = effects[size];
      return make("tr", {}, cell(make("b", {}, scalerNames[effect.kind])), cell(figures(effect.center), true), cell(figures(effect.scale), true), cell(percent(effect.kept), true),
        cell(make("span", { class: "meter", style: `width: ${Math.round(120 * Math.min(1, effect.kept))}px; background: var(--${scalerColours[effect.kind]})` })));
    })));
  };
  followers.push(follow);
  follow();
  section.querySelector(".body").append(slider("size-scalers"), make("div", { class: "two" }, data.scalers.map(scalerFigure)), holder);
}

// ---- What becomes of the forecasts ---------------------------------------------------------------------------

function errors(section) {
  const body = section.querySelector(".body");
  const of = (effect) => mean(effect.errors);
  // One that is far above all others would press them together, like an outlier.
  const highest = (effects) => Math.max(...effects.map(of).filter((value) => value !== null));
  const isFar = (effects) => highest(effects) > 8 * Math.max(...data.scalers.filter((other) => other !== effects).map(highest), ...data.baselines.map((baseline) => baseline.mae));
  const far = data.scalers.filter(isFar);
  const chart = lineChart({ title: "Mean absolute error", note: "one row ahead, on rows without an outlier; lower is better" +
    (far.length ? `; ${far.map((effects) => scalerNames[effects[0].kind]).join(" and ")} would lie far above` : ""), x: data.sizes, xName: "size", series: [
    ...data.scalers.filter((effects) => !isFar(effects)).map((effects) => ({ name: scalerNames[effects[0].kind], colour: scalerColours[effects[0].kind], values: effects.map(of) })),
    ...data.baselines.map((baseline) => ({ name: baseline.subject, colour: "grey", dash: true, values: data.sizes.map(() => baseline.mae) }))] });
  const holder = make("div");
  const follow = () => {
    holder.replaceChildren(table([["scaler"], ...data.sizes.map((each) => [each === 0 ? "no outlier" : String(each), true])], [
      ...data.scalers.map((effects) => make("tr", {}, cell(make("b", {}, scalerNames[effects[0].kind])), effects.map((effect, i) => {
        const [low, high] = [Math.min(...effect.errors), Math.max(...effect.errors)];
        return make("td", { class: i === size ? "n now" : "n" }, effect.errors.length ? figures(of(effect)) : "diverged",
          effect.errors.length > 1 ? make("small", {}, `${figures(low)} – ${figures(high)}`) : null);
      }))),
      ...data.baselines.map((baseline) => make("tr", {}, cell(baseline.subject), data.sizes.map((_, i) => make("td", { class: i === size ? "n now" : "n" }, figures(baseline.mae)))))]));
  };
  followers.push(follow);
  follow();
  const said = data.scalers.map((effects) => {
    const [clean, worst] = [of(effects[0]), of(effects[effects.length - 1])];
    if (clean === null || worst === null) return `${scalerNames[effects[0].kind]}: a training diverged`;
    const change = worst / clean - 1;
    return `${scalerNames[effects[0].kind]}: ${change < 0 ? "−" : "+"}${percent(Math.abs(change))}`;
  });
  body.append(how(`For each scaler and each size a GRU of ${many(data.units, "unit", "units")} learns from the ${many(data.training, "row", "rows")} to train on to say the next value from the ${many(data.window, "row", "rows")} before, for ${many(data.epochs, "epoch", "epochs")}; ${many(data.seeds, "time", "times")}, from other random weights, since that alone moves the error. Under each mean stand the least and the largest: smaller differences than these tell nothing.`),
    make("p", {}, `What an outlier of ${sizeName(data.sizes[data.sizes.length - 1])} does to the error: `, make("b", {}, said.join(", ")), "."),
    slider("size-errors"), chart, holder);
}

// ---- The page ------------------------------------------------------------------------------------------------

document.getElementById("lead").textContent = `What becomes of the other values, and of a network that learns from them, when one value of ${data.name} is out of place.`;
show([["series", series, data], ["scalers", scalers, data], ["errors", errors, data]]);
