// The page of `sluice report`: draws the sections of report.html from the JSON in #data. No library, no network.
"use strict";

(() => {
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
    value === 0 ? "0" : Math.abs(value) >= 1e-3 && Math.abs(value) < 1e5 ? String(Number(value.toPrecision(4))) : value.toExponential(2);
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
      : { class: dash ? "dash" : null, style: `color: var(--${colour})` }), name)));

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

  // ---- What it is ----------------------------------------------------------------------------------------------

  const kinds = {
    embedding: "Looks up each step's ids in a table; the row of an id is what the model knows of it.",
    simple_rnn: "Mixes each step with the state of the step before. Simple, and soon forgetful.",
    gru: "Carries a state along; an update gate says how much of it to replace, a reset gate how much of the past to look at.",
    lstm: "Carries a cell along that gates write to, erase and read, so that it can hold on to things for long.",
    bidirectional: "Two layers, one from the beginning and one from the end, so that each step knows both sides.",
    dense: "Weighs and sums all that comes, once for each unit. The last one gives the answer.",
    dropout: "While training, drops a share of the numbers, so that the model relies on none. Does nothing afterwards.",
    layer_normalization: "Brings the numbers of each step to mean 0 and variance 1, then scales them.",
    activation: "Applies a function to each number.",
    global_pooling: "Makes one vector of all steps: the largest of each number, their mean, the last, or a weighted sum.",
    attention: "Each step of the decoder looks for what fits it among the encoder's steps.",
    crf: "Weighs which label may follow which, so that the sequence of labels is the best as a whole.",
    input_layer: "Takes numbers as they come.",
  };
  const names = {
    embedding: "Embedding", simple_rnn: "SimpleRNN", gru: "GRU", lstm: "LSTM", bidirectional: "Bidirectional", dense: "Dense",
    dropout: "Dropout", layer_normalization: "LayerNormalization", activation: "Activation", global_pooling: "GlobalPooling1D",
    attention: "Attention", crf: "CRF", input_layer: "InputLayer",
  };
  const taskNames = { classify: "gives each text a label", tag: "gives each token of a text a tag",
    generate: "writes texts, a token after the other", translate: "writes a text for the text that it reads",
    words: "says which words are near which" };
  const metricName = (name) => ({ macro_f1: "macro F1", f1: "F1" })[name] || name.replaceAll("_", " ");
  const bytes = (value) => (value >= 1e6 ? (value / 1e6).toFixed(1) + " MB" : (value / 1e3).toFixed(0) + " KB");

  const isOfWords = data.task === "words";
  const token = isOfWords ? "word" : "token";

  function overview(section, about) {
    document.getElementById("lead").textContent = about.description;
    const common = [["languages", about.languages.join(", ")], ["trained on", about.data], ["licence", about.license], ["from", about.source]];
    const facts = (isOfWords ? [
      ["words", whole(about.vocabulary)], ["numbers of each", whole(about.dimensions)], ["stored as", about.weights],
      ["other words", about.subwords], ["in memory", bytes(about.memory)], ...common,
    ] : [
      ["task", data.task + (taskNames[data.task] ? ": " + taskNames[data.task] : "")],
      ["weights", whole(about.parameters) + (about.weights === "int8" ? ", the table stored in 8 bits" : "")],
      ["in memory", bytes(about.memory)],
      ["reads", about.reads],
      ["vocabulary", whole(about.vocabulary) + " tokens" + (about.ids > about.vocabulary ? `, ${whole(about.ids)} ids` : "")],
      ["reads at most", many(about.maximumLength, "step", "steps") + " of a text"],
      ...common,
    ]).filter(([, value]) => value);
    const body = section.querySelector(".body");
    body.append(make("dl", { class: "about" }, facts.map(([name, value]) => [make("dt", {}, name), make("dd", {}, value)])));
    if (data.labels.length) {
      const shown = data.labels.slice(0, 120);
      body.append(make("h3", {}, many(data.labels.length, "label", "labels")),
        make("ul", { class: "labels" }, shown.map((label) => make("li", {}, label)), data.labels.length > shown.length ? make("li", {}, "…") : null));
    }
    if (isOfWords) return metrics(body, about);
    const most = Math.max(1, ...about.layers.map((layer) => layer.parameters));
    body.append(make("h3", {}, "Layers"),
      how("(T, 32) means: for each of the T steps of a text, 32 numbers. The bar shows where the weights are."),
      table([["layer"], ["gives"], ["weights", true], [""]], about.layers.map((layer) => make("tr", {},
        cell([make("b", {}, (layer.inner ? `${names[layer.kind]}(${names[layer.inner]})` : names[layer.kind] || layer.kind)),
          layer.detail ? " " + layer.detail : "", layer.decoder ? " (decoder)" : "", make("small", {}, kinds[layer.kind] || "")]),
        cell([layer.output, layer.weights.length ? make("small", {}, layer.weights.join(", ")) : null]),
        cell(whole(layer.parameters), true),
        cell(make("span", { class: "meter", style: `width: ${Math.round(90 * layer.parameters / most)}px` }))))));
    metrics(body, about);
  }

  function metrics(body, about) {
    if (about.metrics.length) {
      const columns = [...new Set(about.metrics.map((metric) => metric.name))];
      const rows = [...new Set(about.metrics.map((metric) => metric.measuredOn))];
      body.append(make("h3", {}, "Measured when it was made"),
        how("As the model card has it. What counts is the figure on rows that were unseen in training."),
        table([["on"], ...columns.map((name) => [metricName(name), true])], rows.map((row) => make("tr", {}, cell(row),
          columns.map((name) => cell(fixed((about.metrics.find((each) => each.name === name && each.measuredOn === row) || {}).value, 4), true))))));
    }
  }

  // ---- How it was trained --------------------------------------------------------------------------------------

  function training(section, history) {
    const column = (name) => history.epochs.map((epoch) => epoch[name]);
    const x = column("epoch");
    const shared = { x, mark: history.best, markLabel: "kept", xName: "epoch" };
    const ending = { all_epochs: "ran through all its epochs", early_stopping: "stopped early, when the validation rows got no better", stopped: "was stopped by hand" };
    const seconds = column("seconds").reduce((sum, value) => sum + (value || 0), 0);
    const charts = make("div", { class: "two" }, lineChart({ ...shared, title: "Loss", note: "lower is better", series: [
      { name: "training", colour: "blue", dash: true, values: column("loss") },
      { name: "validation", colour: "orange", values: column("val_loss") }] }));
    if (column("accuracy").some((value) => value !== null)) {
      charts.append(lineChart({ ...shared, title: "Accuracy", note: "the share that is right; higher is better", digits: 4, series: [
        { name: "training", colour: "blue", dash: true, values: column("accuracy") },
        { name: "validation", colour: "orange", values: column("val_accuracy") }] }));
    }
    charts.append(lineChart({ ...shared, title: "Learning rate", note: "how far each step goes, at the end of the epoch", series: [
      { name: "learning rate", colour: "green", values: column("learning_rate") }] }));
    section.querySelector(".body").append(
      make("p", {}, `Recipe ${history.recipe}. The training ${ending[history.ending] || "ended: " + history.ending}: ${many(x.length, "epoch", "epochs")} in ${seconds < 90 ? seconds.toFixed(0) + " s" : (seconds / 60).toFixed(0) + " min"}` +
        (history.best ? `. The weights of epoch ${history.best} were kept.` : ".")), charts);
  }

  // ---- How well it does ----------------------------------------------------------------------------------------

  function evaluation(section, measured) {
    const body = section.querySelector(".body");
    const isTagger = data.task === "tag";
    body.append(make("p", {}, `Measured for this page on ${many(measured.rows, "row", "rows")} of ${measured.file}.`),
      make("dl", { class: "facts" }, measured.figures.map((figure) => make("div", {},
        make("dt", {}, metricName(figure.name)), make("dd", {}, figure.value.toFixed(4))))));
    if (measured.confusion) body.append(...confusion(measured));
    if (measured.classes && measured.classes.length) {
      body.append(make("h3", {}, isTagger ? "By type of span" : "By label"),
        how(make("b", {}, "Precision"), `: of the ${isTagger ? "spans" : "texts"} that got it, how many have it in truth. `, make("b", {}, "Recall"),
          ": of those that have it in truth, how many got it. ", make("b", {}, "F1"), " is between the two, nearer to the lower."),
        sortable([["label", isTagger ? "type" : "label"], ["precision", "precision"], ["recall", "recall"], ["f1", "F1"], [null, ""], ["support", isTagger ? "spans" : "rows"]],
          measured.classes, (row) => make("tr", {}, cell(row.label), cell(row.precision.toFixed(3), true), cell(row.recall.toFixed(3), true),
            cell(row.f1.toFixed(3), true), cell(make("span", { class: "meter", style: `width: ${Math.round(80 * row.f1)}px` })), cell(whole(row.support), true))));
    }
    if (measured.reliability) body.append(...reliability(measured, isTagger));
    if (!measured.classes) return;
    body.append(make("h3", {}, "The errors that it was surest of"));
    if (!measured.errors.length) body.append(make("p", {}, "There are none: every answer was right."));
    else {
      body.append(how("Read some: they show what the model does not know, and sometimes that a row is labelled wrongly."),
        make("ol", { class: "errors", tabindex: 0, "aria-label": "Errors" }, measured.errors.map((error) => make("li", {}, error.text,
          make("small", {}, "answered ", make("b", {}, error.answer + (error.span === null ? "" : `: ${error.span}`)), ` with ${error.probability.toFixed(3)}, in truth `,
            make("b", {}, error.truth || "nothing there"))))));
    }
  }

  function confusion(measured) {
    const labels = data.labels;
    const total = labels.map(() => 0);
    for (const [truth, , count] of measured.confusion) total[truth] += count;
    if (labels.length > 24) {
      const pairs = measured.confusion.filter(([truth, answer]) => truth !== answer).sort((a, b) => b[2] - a[2]).slice(0, 20);
      return [make("h3", {}, "What is taken for what"), how("The pairs that were confused most often."),
        table([["truth"], ["answered"], ["rows", true]], pairs.map(([truth, answer, count]) => make("tr", {}, cell(labels[truth]), cell(labels[answer]), cell(whole(count), true))))];
    }
    const counts = labels.map(() => labels.map(() => 0));
    for (const [truth, answer, count] of measured.confusion) counts[truth][answer] = count;
    const holder = make("div");
    const draw = (shares) => {
      const most = Math.max(1, ...counts.flat());
      holder.replaceChildren(make("div", { class: "scroll" }, make("table", { class: "heat" },
        make("thead", {}, make("tr", {}, make("th", {}, "truth ↓  answer →"), labels.map((label) => make("th", { scope: "col", title: label }, label)))),
        make("tbody", {}, labels.map((label, truth) => make("tr", {}, make("th", { scope: "row", title: label }, label), labels.map((other, answer) => {
          const count = counts[truth][answer];
          const share = total[truth] ? count / total[truth] : 0;
          const strength = shares ? share : count / most;
          return make("td", { title: `${label} answered as ${other}: ${whole(count)} rows, ${percent(share)} of its rows`,
            style: `background: ${tint(truth === answer ? strength : -Math.max(strength, count ? 0.06 : 0))}` }, shares ? percent(share) : whole(count));
        })))))));
    };
    const buttons = [["rows", false], ["share of each row", true]].map(([name, shares]) => make("button", { type: "button", "aria-pressed": String(!shares),
      onclick: (event) => {
        buttons.forEach((button) => button.setAttribute("aria-pressed", String(button === event.currentTarget)));
        draw(shares);
      } }, name));
    draw(false);
    return [make("h3", {}, "What is taken for what"),
      how("A row for each true label, a column for each answer. Blue, on the diagonal, is right; orange is wrong, and the stronger the more often. Shares make labels of different size comparable."),
      make("div", { class: "controls", id: "confusion" }, buttons), holder];
  }

  function reliability(measured, isTagger) {
    const bins = measured.reliability.bins;
    const most = Math.max(1, ...bins.map(([count]) => count));
    const box = make("div", { role: "img", "aria-label": "Reliability diagram; its numbers stand in the table below" });
    responsive(box, (available) => {
      const width = Math.min(available, 520);
      const [left, right, top, plane, gap, counts, bottom] = [58, 10, 10, 260, 22, 60, 36];
      const height = top + plane + gap + counts + bottom;
      const px = (value) => left + value * (width - left - right);
      const py = (value) => top + (1 - value) * plane;
      const svg = makeSVG("svg", { viewBox: `0 0 ${width} ${height}`, height, style: `width: ${width}px` });
      for (const tick of [0, 0.25, 0.5, 0.75, 1]) {
        svg.append(makeSVG("line", { class: "grid", x1: left, x2: width - right, y1: py(tick), y2: py(tick) }),
          makeSVG("text", { x: left - 8, y: py(tick) + 4, "text-anchor": "end" }, tick === 0 || tick === 1 ? String(tick) : tick.toFixed(2)),
          makeSVG("text", { x: px(tick), y: height - 16, "text-anchor": "middle" }, String(tick)));
      }
      svg.append(makeSVG("text", { x: px(0.5), y: height, "text-anchor": "middle" }, "probability of the answer"),
        makeSVG("text", { transform: `translate(12 ${py(0.5)}) rotate(-90)`, "text-anchor": "middle" }, "share that is right"));
      bins.forEach(([count, accuracy, mean], index) => {
        const [from, to] = [index / bins.length, (index + 1) / bins.length];
        if (!count) return;
        svg.append(
          makeSVG("rect", { x: px(from) + 1, width: px(to) - px(from) - 2, y: py(Math.min(accuracy, mean)), height: py(0) - py(Math.min(accuracy, mean)), fill: "var(--blue)", "fill-opacity": 0.8 }),
          makeSVG("rect", { x: px(from) + 1, width: px(to) - px(from) - 2, y: Math.min(py(accuracy), py(mean)), height: Math.max(1.5, Math.abs(py(accuracy) - py(mean))), fill: `var(--${accuracy < mean ? "orange" : "green"})` },
            makeSVG("title", {}, `${whole(count)} answers with ${mean.toFixed(3)} in the mean, ${percent(accuracy)} right`)),
          makeSVG("rect", { x: px(from) + 1, width: px(to) - px(from) - 2, y: top + plane + gap + counts * (1 - count / most), height: counts * count / most, fill: "var(--grey)" }));
      });
      svg.append(makeSVG("line", { class: "mark", x1: px(0), y1: py(0), x2: px(1), y2: py(1) }),
        makeSVG("text", { x: left + 4, y: top + plane + gap - 6 }, "how many answers"));
      box.replaceChildren(svg);
    });
    const rows = bins.map(([count, accuracy, mean], index) => count ? make("tr", {}, cell(`${(index / bins.length).toFixed(2)} – ${((index + 1) / bins.length).toFixed(2)}`),
      cell(whole(count), true), cell(mean.toFixed(3), true), cell(percent(accuracy), true)) : null).filter(Boolean);
    return [make("h3", {}, "Are its probabilities to be believed?"),
      how(`Of the ${isTagger ? "spans found" : "answers given"} with a probability of about 0.8, eight of ten should be right: then the bars end on the dashed line. An orange end is what is missing to it, where the model is surer than it should be; a green end is what lies above it, where the model is too modest. The expected calibration error, the mean length of these ends over all ${isTagger ? "spans" : "answers"}, is `,
        make("b", {}, measured.reliability.error.toFixed(4)), "."), box,
      make("details", {}, make("summary", {}, "The numbers"), table([["probability"], ["answers", true], ["their mean", true], ["right", true]], rows))];
  }

  // ---- A map of its tokens -------------------------------------------------------------------------------------

  function map(section, points) {
    const count = points.words.length;
    /** As it is shown: features of words are spelt with spaces in the vocabulary. */
    const hasFeatures = !isOfWords && data.overview.reads.startsWith("one word a step, each");
    const shown = points.words.map((word) => {
      if (!hasFeatures || word.trim() === "") return visible(word);
      const [starts, ends] = [word.startsWith(" "), word.endsWith(" ")];
      return starts && ends ? `shape ${word.trim()}` : starts ? word.trim() + "…" : ends ? "…" + word.trim() : word;
    });
    const typeOf = (label) => (label === null ? null : data.task === "tag" ? data.labels[label].replace(/^[BI]-/, "") : data.labels[label]);
    const isTwo = data.task === "classify" && data.labels.length === 2;
    const groups = new Map();
    points.label.forEach((label) => { const type = typeOf(label); if (type !== null && type !== "O") groups.set(type, (groups.get(type) || 0) + 1); });
    const ranked = [...groups.keys()].sort((a, b) => groups.get(b) - groups.get(a)).slice(0, hues.length);
    const hue = (type) => { const place = ranked.indexOf(type); return place < 0 ? "grey" : hues[place]; };
    const colour = (i) => {
      if (points.label[i] === null) return rgb("blue");
      if (!isTwo) return rgb(hue(typeOf(points.label[i])));
      // How sure it is of one of the two; half is grey.
      const second = points.label[i] === 1 ? points.probability[i] : 1 - points.probability[i];
      return mix(rgb("grey"), rgb(second < 0.5 ? "orange" : "blue"), Math.min(1, Math.abs(second - 0.5) * 2.4));
    };

    const canvas = make("canvas", { tabindex: 0, role: "application", "aria-label": `Map of the ${token}s: arrow keys move it, plus and minus zoom, 0 shows all. The search beside it finds ${token}s.` });
    const tip = make("div", { class: "tip", hidden: true });
    const plane = make("div", { class: "plane" }, canvas, tip);
    const detail = make("div", { id: "detail" });
    const found = make("div", { class: "found" });
    const search = make("input", { type: "search", id: "search", placeholder: `a ${token}`, autocomplete: "off", spellcheck: "false" });

    const layouts = { clusters: [points.clusterX, points.clusterY], directions: [points.x, points.y] };
    let xs, ys, bounds, home, view;
    const layOut = (name) => {
      [xs, ys] = layouts[name];
      bounds = { left: Math.min(...xs), right: Math.max(...xs), low: Math.min(...ys), high: Math.max(...ys) };
      home = { x: (bounds.left + bounds.right) / 2, y: (bounds.low + bounds.high) / 2, zoom: 1 };
      view = { ...home };
    };
    layOut("clusters");
    const layoutButtons = [["clusters", "by their neighbours (t-SNE)"], ["directions", "by the directions that differ most (PCA)"]].map(([name, title]) =>
      make("button", { type: "button", "aria-pressed": String(name === "clusters"), onclick: (event) => {
        layoutButtons.forEach((button) => button.setAttribute("aria-pressed", String(button === event.currentTarget)));
        layOut(name);
        draw();
      } }, title));
    let selected = null;
    let hovered = null;
    let size = { width: 0, height: 0 };
    const scale = () => view.zoom * 0.92 * Math.min(size.width / (bounds.right - bounds.left || 1), size.height / (bounds.high - bounds.low || 1));
    const place = (i) => [size.width / 2 + (xs[i] - view.x) * scale(), size.height / 2 - (ys[i] - view.y) * scale()];

    function draw() {
      const height = innerWidth <= 760 ? 380 : 480;
      size = { width: plane.clientWidth, height };
      if (!size.width) return;
      const context = prepare(canvas, size.width, height);
      context.fillStyle = css(rgb("card"));
      context.fillRect(0, 0, size.width, height);
      const near = selected === null ? [] : points.neighbours[selected];
      const radius = clamp(1.6 * Math.sqrt(view.zoom), 1.8, 5);
      for (let i = count - 1; i >= 0; i--) {
        const [x, y] = place(i);
        if (x < -9 || y < -9 || x > size.width + 9 || y > height + 9) continue;
        context.globalAlpha = selected === null ? 0.75 : 0.25;
        context.fillStyle = css(colour(i));
        context.beginPath();
        context.arc(x, y, radius, 0, 7);
        context.fill();
      }
      context.globalAlpha = 1;
      for (const i of near) {
        const [x, y] = place(i);
        context.fillStyle = css(colour(i));
        context.strokeStyle = css(rgb("ink"));
        context.beginPath();
        context.arc(x, y, radius + 2, 0, 7);
        context.fill();
        context.stroke();
      }
      // Labels where there is room, the selected and the frequent first.
      const taken = [];
      const label = (i, strong) => {
        const [x, y] = place(i);
        if (x < 0 || y < 0 || x > size.width || y > height) return;
        context.font = font(strong ? 15 : 12, strong ? 700 : 400);
        const wide = context.measureText(shown[i]).width;
        const box = [clamp(x - wide / 2 - 2, 2, size.width - wide - 6), y - (strong ? 26 : 19), wide + 4, 15];
        if (!strong && taken.some((other) => box[0] < other[0] + other[2] && other[0] < box[0] + box[2] && box[1] < other[1] + other[3] && other[1] < box[1] + box[3])) return;
        taken.push(box);
        context.lineWidth = 3;
        context.strokeStyle = css(rgb("card"));
        context.strokeText(shown[i], box[0] + 2, y - (strong ? 12 : 7));
        context.fillStyle = css(rgb("ink"), strong || selected === null ? 1 : 0.9);
        context.fillText(shown[i], box[0] + 2, y - (strong ? 12 : 7));
        context.lineWidth = 1;
      };
      if (selected !== null) {
        const [x, y] = place(selected);
        context.fillStyle = css(rgb("ink"));
        context.beginPath();
        context.arc(x, y, radius + 4, 0, 7);
        context.fill();
        label(selected, true);
        near.forEach((i) => label(i, false));
      } else {
        const most = Math.min(count, 60 + 60 * view.zoom);
        for (let i = 0, drawn = 0; i < count && drawn < most; i++) { label(i, false); drawn = taken.length; }
      }
      tip.hidden = hovered === null;
      if (hovered !== null) {
        const [x, y] = place(hovered);
        tip.style.left = clamp(x, 50, size.width - 50) + "px";
        tip.style.top = Math.max(34, y) + "px";
        tip.textContent = shown[hovered] + (points.counts[hovered] === null ? "" : ` · ${whole(points.counts[hovered])} times`);
      }
    }

    function select(i, moves) {
      selected = i;
      if (moves && i !== null) {
        view = { x: xs[i], y: ys[i], zoom: Math.max(view.zoom, 2) };
      }
      const title = (which) => {
        const label = points.label[which];
        const says = label === null ? null : `, alone: ${data.labels[label]} ${points.probability[which].toFixed(2)}`;
        return [points.counts[which] === null ? null : `seen ${whole(points.counts[which])} times`, says];
      };
      detail.replaceChildren(...(i === null ? [make("p", { class: "note" }, `Click a ${token}, or search for one, to see its nearest neighbours among those of the map.`)] : [
        make("h3", { id: "selected" }, shown[i]), make("p", { class: "note" }, title(i)),
        make("ol", { id: "neighbours" }, points.neighbours[i].map((other, rank) => make("li", {}, make("button", { type: "button", onclick: () => select(other, true) },
          make("span", {}, shown[other]), make("span", {}, points.cosines[i][rank].toFixed(2)))))),
        make("button", { type: "button", onclick: () => select(null) }, "Show all again")]));
      draw();
    }

    const at = (event) => { const box = canvas.getBoundingClientRect(); return [event.clientX - box.left, event.clientY - box.top]; };
    function nearest([x, y], reach) {
      let best = null;
      let least = reach * reach;
      for (let i = 0; i < count; i++) {
        const [a, b] = place(i);
        const distance = (a - x) ** 2 + (b - y) ** 2;
        if (distance < least) { least = distance; best = i; }
      }
      return best;
    }
    function zoom(factor, [x, y] = [size.width / 2, size.height / 2]) {
      const before = scale();
      view.zoom = clamp(view.zoom * factor, 0.5, 60);
      const after = scale();
      view.x += (x - size.width / 2) * (1 / before - 1 / after);
      view.y -= (y - size.height / 2) * (1 / before - 1 / after);
      draw();
    }
    const pointers = new Map();
    let moved = 0;
    canvas.addEventListener("pointerdown", (event) => { canvas.setPointerCapture(event.pointerId); pointers.set(event.pointerId, at(event)); if (pointers.size === 1) moved = 0; });
    canvas.addEventListener("pointermove", (event) => {
      const now = at(event);
      const before = pointers.get(event.pointerId);
      if (!before) {
        const over = nearest(now, 14);
        if (over !== hovered) { hovered = over; draw(); }
        return;
      }
      const other = [...pointers].find(([id]) => id !== event.pointerId);
      if (other) {
        const far = (a, b) => Math.hypot(a[0] - b[0], a[1] - b[1]) || 1;
        moved += 10;
        zoom(far(now, other[1]) / far(before, other[1]), [(now[0] + other[1][0]) / 2, (now[1] + other[1][1]) / 2]);
      } else {
        moved += Math.hypot(now[0] - before[0], now[1] - before[1]);
        view.x -= (now[0] - before[0]) / scale();
        view.y += (now[1] - before[1]) / scale();
        hovered = null;
        draw();
      }
      pointers.set(event.pointerId, now);
    });
    const release = (event) => {
      if (pointers.delete(event.pointerId) && moved < 5 && event.type === "pointerup") select(nearest(at(event), 18), false);
    };
    canvas.addEventListener("pointerup", release);
    canvas.addEventListener("pointercancel", release);
    canvas.addEventListener("pointerleave", () => { if (hovered !== null) { hovered = null; draw(); } });
    canvas.addEventListener("wheel", (event) => { event.preventDefault(); zoom(Math.exp(-event.deltaY / 400), at(event)); }, { passive: false });
    canvas.addEventListener("keydown", (event) => {
      const step = 60 / scale();
      const moves = { ArrowLeft: [-step, 0], ArrowRight: [step, 0], ArrowUp: [0, step], ArrowDown: [0, -step] }[event.key];
      if (moves) { view.x += moves[0]; view.y += moves[1]; draw(); }
      else if (event.key === "+" || event.key === "=") zoom(1.5);
      else if (event.key === "-") zoom(1 / 1.5);
      else if (event.key === "0") { view = { ...home }; draw(); }
      else if (event.key === "Escape") select(null);
      else return;
      event.preventDefault();
    });

    const lower = shown.map((word) => word.toLowerCase());
    const matches = () => {
      const wanted = search.value.trim().toLowerCase().normalize("NFC");
      if (!wanted) return [];
      const ranks = [(word) => word === wanted, (word) => word.startsWith(wanted), (word) => word.includes(wanted)];
      const seen = new Set();
      for (const fits of ranks) lower.forEach((word, i) => { if (seen.size < 12 && fits(word)) seen.add(i); });
      return [...seen];
    };
    search.addEventListener("input", () => found.replaceChildren(...(search.value.trim() && !matches().length ? [`Not among the ${token}s of the map.`] : []),
      ...matches().map((i) => make("button", { type: "button", onclick: () => select(i, true) }, shown[i]))));
    search.addEventListener("keydown", (event) => { if (event.key === "Enter" && matches().length) select(matches()[0], true); });

    plane.append(make("div", { class: "zoom" },
      make("button", { type: "button", "aria-label": "Zoom in", onclick: () => zoom(1.5) }, "+"),
      make("button", { type: "button", "aria-label": "Zoom out", onclick: () => zoom(1 / 1.5) }, "−"),
      make("button", { type: "button", "aria-label": "Show all", onclick: () => { view = { ...home }; draw(); } }, "⤢")));
    const legend = points.label.every((label) => label === null) ? null
      : isTwo ? keys([[`${data.labels[0]} when it stands alone`, "orange"], ["neither", "grey"], [`${data.labels[1]} when it stands alone`, "blue"]], true)
      : keys([...ranked.map((type) => [type, hue(type)]), ...(points.label.some((label) => hue(typeOf(label)) === "grey") ? [["others", "grey"]] : [])], true);
    section.querySelector(".body").append(
      make("p", {}, `The ${whole(count)} most frequent ${token}s, ${data.task === "words" ? "vectors" : "embeddings"} of ${points.dimension} numbers. The two directions of PCA hold ${percent(points.explained[0] || 0)} and ${percent(points.explained[1] || 0)} of how they differ; t-SNE keeps near what is near, and its far distances mean nothing. `,
        legend ? "A token's colour is what the model answers to it alone. " : "", "Drag to move, scroll or pinch to zoom."),
      make("div", { class: "controls", id: "layout" }, layoutButtons), legend || "", make("div", { class: "map" }, plane, make("div", {},
        make("div", { class: "controls" }, make("label", {}, `Find a ${token}`, search)), found, detail)));
    select(null);
    responsive(plane, draw);
  }

  // ---- What it looks at ----------------------------------------------------------------------------------------

  const scaleKey = (low, high) => {
    const bar = make("i");
    const draw = () => { bar.style.background = `linear-gradient(90deg, ${tint(-1)}, transparent, ${tint(1)})`; };
    draw();
    return make("p", { class: "scale" }, low, bar, high);
  };

  function attribution(section, read) {
    const body = section.querySelector(".body");
    const texts = read.texts;
    const isTagger = data.task === "tag";
    body.append(isTagger
      ? how("Each token stands with its tag, in the colour of its type. Choose one: the others then show what they did for the score of that tag. ", make("b", {}, "Blue"), " tokens raised it, ", make("b", {}, "orange"), " ones lowered it. The numbers are ",
        make("em", {}, "integrated gradients"), ": the score is followed from a text whose tokens mean nothing to the text as it is, and shared out among the tokens.")
      : how(make("b", {}, "Blue"), " tokens spoke for the label that the text got, ", make("b", {}, "orange"), " ones against it. The numbers are ", make("em", {}, "integrated gradients"),
        ": the probability is followed from a text whose tokens mean nothing (the baseline) to the text as it is, and the difference is shared out among the tokens, so that they add up to it. A token is judged in its place: what comes before it counts."),
      scaleKey(isTagger ? "lowers the score" : "against the label", isTagger ? "raises it" : "for it; the strongest of each text is darkest"));
    const list = make("div", { class: "texts" });
    for (const text of texts) list.append(text.trouble ? trouble(text) : isTagger ? taggedText(text) : colouredText(text));
    body.append(list);
    if (read.left) body.append(make("p", { class: "note" }, `${many(read.left, "more text was", "more texts were")} left out to keep the page small.`));
  }

  const trouble = (text) => make("article", {}, make("p", { class: "reading" }, text.text), make("p", { class: "note" }, `Not looked into: ${text.trouble}.`));

  /** Moves along tokens with the pointer and the arrow keys. */
  function followed(box, spans, say) {
    let at = null;
    const move = (to) => {
      if (at !== null) spans[at].classList.remove("at");
      at = to === null ? null : clamp(to, 0, spans.length - 1);
      if (at !== null) spans[at].classList.add("at");
      say(at);
    };
    spans.forEach((span, i) => span.addEventListener("pointerenter", () => move(i)));
    box.addEventListener("pointerleave", () => move(null));
    box.addEventListener("blur", () => move(null));
    box.addEventListener("keydown", (event) => {
      const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
      if (!step || !spans.length) return;
      event.preventDefault();
      move(at === null ? (step > 0 ? 0 : spans.length - 1) : at + step);
    });
  }

  function colouredText(text) {
    const most = Math.max(1e-9, ...text.tokens.map((token) => Math.abs(token.a)));
    const spans = text.tokens.map((token) => make("span", { style: `background: ${tint(token.a / most)}` }, token.t));
    const box = make("p", { class: "reading", tabindex: 0, "aria-label": `${text.text}; the arrow keys read its attributions` });
    text.tokens.forEach((token, i) => box.append(token.gap, spans[i]));
    if (text.truncated) box.append(make("small", {}, " … the model reads no further"));
    const readout = make("output", { "aria-live": "polite" });
    followed(box, spans, (i) => {
      readout.textContent = i === null ? "" : `${visible(text.tokens[i].t)}: ${signed(text.tokens[i].a, 4)} of the probability of ${text.label}`;
    });
    return make("article", {}, make("header", {}, make("span", {}, make("b", {}, `${text.label} ${text.probability.toFixed(3)}`), ` (baseline ${fixed(text.baseline, 3)})`,
      text.truth === undefined ? "" : text.truth === text.label ? " ✓ right" : [" ✗ in truth ", make("b", {}, text.truth)]), readout), box);
  }

  function taggedText(text) {
    const types = [...new Set(text.spans.map((span) => span.type))];
    const typeOf = (tag) => tag.replace(/^[BI]-/, "");
    const row = make("div", { class: "tokens", role: "group", "aria-label": text.text });
    const readout = make("output", { "aria-live": "polite" });
    let chosen = text.spans.length ? text.spans[0].start : 0;
    const buttons = text.tokens.map((token, i) => {
      const place = types.indexOf(typeOf(token.tag));
      return make("button", { type: "button", style: place < 0 ? null : `border-bottom-color: var(--${hues[place % hues.length]})`,
        onclick: () => { chosen = i; draw(); }, onpointerenter: () => say(i), onpointerleave: () => say(chosen), onfocus: () => say(i) },
      token.t, make("small", {}, place < 0 ? "\u00a0" : token.tag));
    });
    const say = (i) => {
      const token = text.tokens[i];
      const target = text.tokens[chosen];
      if (!token) return;
      readout.textContent = i === chosen ? `${token.t} is ${token.tag} with ${token.p.toFixed(3)}; its own part of the score is ${signed(target.from[i], 2)}`
        : `${token.t}: ${signed(target.from[i], 2)} of the score of ${target.tag} for ${target.t}`;
    };
    const draw = () => {
      const from = (text.tokens[chosen] || { from: [] }).from;
      const most = Math.max(1e-9, ...from.map(Math.abs));
      buttons.forEach((button, i) => {
        button.style.background = tint((from[i] || 0) / most);
        button.setAttribute("aria-pressed", String(i === chosen));
      });
      say(chosen);
    };
    row.append(...buttons);
    draw();
    const found = text.spans.map((span) => `${span.type}: ${span.text}`);
    const truth = (text.truth || []).map((span) => `${span.type}: ${span.text}`);
    const isRight = found.length === truth.length && found.every((span, i) => span === truth[i]);
    return make("article", {}, text.truth === undefined ? null : make("header", {}, make("span", {}, isRight ? "✓ right" : ["✗ in truth ", make("b", {}, truth.join("; ") || "nothing")])), row, readout);
  }

  // ---- What its gates do ---------------------------------------------------------------------------------------

  const gateNames = {
    input: "Input gate: how much of what the step brings is written into the cell. 1 writes it all.",
    forget: "Forget gate: how much of what the cell held is kept. 1 keeps it all, 0 erases it.",
    candidate: "Candidate: what the step proposes to write, −1 to 1.",
    output: "Output gate: how much of the cell is shown to the layers after it. 1 shows it all.",
    update: "Update gate: how much of the old state stays. 1 keeps it, 0 takes the candidate in its place.",
    reset: "Reset gate: how much of the old state the candidate looks at. 0 begins anew.",
    "cell state": "Cell state: the long memory itself, after the step.",
    "hidden state": "Hidden state: what the layer gives to the next layer and carries to the next step.",
  };

  function gates(section, read) {
    const body = section.querySelector(".body");
    const texts = read.texts.filter((text) => text.states && text.states.length && text.tokens.length);
    const pick = (name, options, id) => make("select", { id, onchange: () => update(name) }, options.map(([value, label]) => make("option", { value }, label)));
    const shorten = (text) => (text.length > 60 ? text.slice(0, 59) + "…" : text);
    const choice = { text: pick("text", texts.map((text, i) => [i, shorten(text.text)]), "gates-text"), layer: pick("layer", [], "gates-layer"),
      map: pick("map", [], "gates-map"), order: pick("order", [["number", "as they are numbered"], ["mean", "by their mean over the text"]], "gates-order") };
    const canvas = make("canvas", { tabindex: 0, role: "img", "aria-label": "Heat map of the units along the text; the arrow keys read its values" });
    const prefix = make("canvas", { role: "img", "aria-label": "Probabilities after each token" });
    const norms = make("canvas", { role: "img", "aria-label": "Norm of the gradient at each step" });
    const sheet = (child) => make("div", { class: "sheet" }, child);
    const [heatSheet, prefixSheet, normSheet] = [sheet(canvas), sheet(prefix), sheet(norms)];
    const note = make("p", { class: "note" });
    const legend = make("p", { class: "scale" });
    const readout = make("output", { "aria-live": "polite" });
    const prefixPart = make("div", {}, make("h3", {}, "How the answer moves"),
      how("The probabilities after each token, as if the text ended there. A jump shows where the model changed its mind."), make("div", { id: "prefix-keys" }), prefixSheet);
    const normNote = make("span");
    const normPart = make("div", {}, make("h3", {}, "How far back the answer can be felt"),
      how("The length of the gradient of the answer by the hidden state at each step: how much a small change there would move the answer. Where it falls by powers of ten towards one end, the layer could hardly learn from there (vanishing gradients); where there is no line, it is 0. ", normNote), normSheet);
    body.append(make("div", { class: "controls" }, make("label", {}, "Text", choice.text), make("label", {}, "Layer", choice.layer),
      make("label", {}, "Gate or state", choice.map), make("label", {}, "Order of the units", choice.order)),
    note, legend, heatSheet, readout, prefixPart, normPart);

    let current = null;
    let cursor = null;
    const left = 42;

    function decode(map) {
      const raw = atob(map.bytes);
      return Float32Array.from(raw, (byte) => map.low + byte.charCodeAt(0) / 255 * (map.high - map.low));
    }
    const options = (select, entries) => {
      const before = select.value;
      select.replaceChildren(...entries.map(([value, label]) => make("option", { value }, label)));
      if (entries.some(([value]) => String(value) === before)) select.value = before;
    };
    function update(changed) {
      const text = texts[Number(choice.text.value)];
      if (changed === "start" || changed === "text") options(choice.layer, text.states.map((layer, i) => [i, `${layer.layer}, ${layer.direction}`]));
      const layer = text.states[Number(choice.layer.value)];
      if (changed === "start" || changed === "text" || changed === "layer") options(choice.map, layer.maps.map((map) => [map.name, map.name]));
      const map = layer.maps.find((each) => each.name === choice.map.value);
      const values = decode(map);
      const [steps, units] = [text.tokens.length, layer.units];
      let order = Array.from({ length: units }, (_, unit) => unit);
      if (choice.order.value === "mean") {
        const mean = order.map((unit) => { let sum = 0; for (let t = 0; t < steps; t++) sum += values[t * units + unit]; return sum; });
        order.sort((a, b) => mean[b] - mean[a] || a - b);
      }
      current = { text, layer, map, values, steps, units, order };
      cursor = null;
      note.textContent = gateNames[map.name] || "";
      drawLegend();
      normNote.textContent = text.focus === null && !text.label ? "The answer is what the model found the most probable at the end." : text.focus === null ? `The answer is the probability of ${text.label}.` : `The answer is the score of ${text.tokens[text.focus].tag} for “${text.tokens[text.focus].t}”.`;
      prefixPart.hidden = !text.prefix;
      if (text.prefix) document.getElementById("prefix-keys").replaceChildren(keys(text.prefix.labels.map((label, i) => [label, hueOf(i, text.prefix.labels.length)])));
      draw();
    }
    const shade = (value) => {
      const { map } = current;
      return map.low < 0 ? diverging(value / map.high) : sequential((value - map.low) / (map.high - map.low));
    };
    function drawLegend() {
      if (!current) return;
      const { map } = current;
      const stops = Array.from({ length: 9 }, (_, i) => css(shade(map.low + i / 8 * (map.high - map.low))));
      legend.replaceChildren(figures(map.low), make("i", { style: `background: linear-gradient(90deg, ${stops.join(", ")}); border: 1px solid var(--line)` }), figures(map.high));
    }
    /** Width of a column: narrow enough to show the text whole, wide enough to read; else the sheet scrolls. */
    const columnWidth = () => clamp((heatSheet.clientWidth - left - 4) / current.steps, 17, 46);
    const longest = () => Math.max(...current.text.tokens.map((token) => [...token.t].length));

    /** The tokens at their columns, slanted away from the axis where they are long. */
    function drawTokens(context, column, y, isBelow) {
      const upright = longest() <= 2;
      context.fillStyle = css(rgb("ink"));
      context.font = font(13);
      context.textAlign = upright ? "center" : "left";
      current.text.tokens.forEach((token, t) => {
        context.save();
        context.translate(left + (t + 0.5) * column, upright && isBelow ? y + 12 : y);
        if (!upright) context.rotate(isBelow ? Math.PI / 3 : -Math.PI / 3);
        context.fillText(shownToken(token), 0, upright ? 0 : 4);
        context.restore();
      });
    }
    const shownToken = (token) => visible([...token.t].slice(0, 14).join(""));
    function tokenHeight() {
      if (longest() <= 2) return 26;
      const context = canvas.getContext("2d");
      context.font = font(13);
      return 20 + Math.ceil(Math.sin(Math.PI / 3) * Math.max(...current.text.tokens.map((token) => context.measureText(shownToken(token)).width)));
    }
    function drawHeat() {
      const { steps, units, values, order } = current;
      const column = columnWidth();
      const row = clamp(340 / units, 3, 16);
      const top = tokenHeight();
      // Slanted tokens lean out at the end.
      const context = prepare(canvas, left + steps * column + (longest() > 2 ? 44 : 4), top + units * row + 4);
      drawTokens(context, column, top - 8, false);
      context.font = font(11);
      context.textAlign = "right";
      context.fillStyle = css(rgb("soft"));
      context.fillText("unit", left - 6, top - 9);
      const every = Math.ceil(16 / row);
      order.forEach((unit, r) => { if (r % every === 0) context.fillText(String(unit), left - 6, top + r * row + Math.min(row, 11)); });
      for (let t = 0; t < steps; t++) {
        for (let r = 0; r < units; r++) {
          context.fillStyle = css(shade(values[t * units + order[r]]));
          context.fillRect(left + t * column, top + r * row, column - 0.5, row + 0.3);
        }
      }
      context.strokeStyle = css(rgb("line"));
      context.strokeRect(left - 0.5, top - 0.5, steps * column, units * row + 1);
      if (cursor) {
        context.lineWidth = 2;
        context.strokeStyle = css(rgb("ink"));
        context.strokeRect(left + cursor.t * column - 1, top + cursor.r * row - 1, column + 2, row + 2);
      }
      canvas.geometry = { column, row, top };
    }
    /** Lines above the same columns as the heat map. */
    function drawLines(target, lines, low, high, marks) {
      const column = columnWidth();
      const [top, plane] = [10, 130];
      const height = top + plane + tokenHeight() + 6;
      const context = prepare(target, left + current.steps * column + (longest() > 2 ? 44 : 4), height);
      const py = (value) => top + (1 - (value - low) / (high - low || 1)) * plane;
      context.font = font(11);
      context.textAlign = "right";
      for (const [value, label] of marks) {
        context.strokeStyle = css(rgb("line"));
        context.beginPath();
        context.moveTo(left, py(value));
        context.lineTo(left + current.steps * column, py(value));
        context.stroke();
        context.fillStyle = css(rgb("soft"));
        context.fillText(label, left - 5, py(value) + 4);
      }
      context.lineWidth = 2;
      lines.forEach(({ values, colour }) => {
        context.strokeStyle = css(rgb(colour));
        context.beginPath();
        let isOpen = false;
        values.forEach((value, t) => {
          if (value === null) { isOpen = false; return; }
          const [x, y] = [left + (t + 0.5) * column, py(clamp(value, low, high))];
          context[isOpen ? "lineTo" : "moveTo"](x, y);
          isOpen = true;
          if (values.length < 40) { context.fillStyle = css(rgb(colour)); context.fillRect(x - 2, y - 2, 4, 4); }
        });
        context.stroke();
      });
      context.lineWidth = 1;
      drawTokens(context, column, top + plane + 8, true);
    }
    function draw() {
      if (!current || !heatSheet.clientWidth) return;
      drawLegend();
      drawHeat();
      const { text, layer } = current;
      if (text.prefix) {
        drawLines(prefix, text.prefix.labels.map((_, i) => ({ values: text.prefix.steps.map((step) => step[i]), colour: hueOf(i, text.prefix.labels.length) })), 0, 1, [[0, "0"], [0.5, "½"], [1, "1"]]);
      }
      const positive = layer.norms.filter((value) => value > 0).map(Math.log10);
      normPart.hidden = !positive.length;
      if (positive.length) {
        const [low, high] = [Math.floor(Math.min(...positive)), Math.ceil(Math.max(...positive) + 1e-9)];
        const step = Math.max(1, Math.ceil((high - low) / 5));
        const marks = [];
        for (let power = low; power <= high; power += step) marks.push([power, powerOfTen(power)]);
        drawLines(norms, [{ values: layer.norms.map((value) => (value > 0 ? Math.log10(value) : null)), colour: "green" }], low, Math.max(high, low + 1), marks);
      }
    }
    function move(to) {
      cursor = to && { t: clamp(to.t, 0, current.steps - 1), r: clamp(to.r, 0, current.units - 1) };
      drawHeat();
      if (!cursor) { readout.textContent = ""; return; }
      const unit = current.order[cursor.r];
      const answer = current.text.prefix;
      const then = answer ? "; after it " + answer.labels.map((label, i) => [label, answer.steps[cursor.t][i]]).sort((a, b) => b[1] - a[1])
        .slice(0, 2).map(([label, probability]) => `${label} ${probability.toFixed(2)}`).join(", ") : "";
      readout.textContent = `step ${cursor.t + 1}, “${visible(current.text.tokens[cursor.t].t)}”, unit ${unit}: ${current.map.name} ${current.values[cursor.t * current.units + unit].toFixed(2)}${then}`;
    }
    canvas.addEventListener("pointermove", (event) => {
      const box = canvas.getBoundingClientRect();
      const { column, row, top } = canvas.geometry;
      const [t, r] = [Math.floor((event.clientX - box.left - left) / column), Math.floor((event.clientY - box.top - top) / row)];
      move(t >= 0 && t < current.steps && r >= 0 && r < current.units ? { t, r } : null);
    });
    canvas.addEventListener("pointerleave", () => move(null));
    canvas.addEventListener("keydown", (event) => {
      const by = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
      if (!by) return;
      event.preventDefault();
      move(cursor ? { t: cursor.t + by[0], r: cursor.r + by[1] } : { t: 0, r: 0 });
    });
    // One text, three pictures: they scroll as one.
    const sheets = [heatSheet, prefixSheet, normSheet];
    for (const one of sheets) one.addEventListener("scroll", () => sheets.forEach((other) => { other.scrollLeft = one.scrollLeft; }));
    update("start");
    responsive(heatSheet, draw);
  }

  // ---- The page ------------------------------------------------------------------------------------------------

  document.getElementById("name").textContent = data.name;
  for (const place of document.querySelectorAll(".model")) place.textContent = data.overview.source === "built-in" ? data.name : data.overview.source;
  const texts = data.texts && data.texts.texts.length ? data.texts : null;
  const isExplained = data.task === "classify" || data.task === "tag";
  const explained = isExplained ? texts : null;
  const withStates = texts && texts.texts.some((text) => text.states && text.states.length && text.tokens.length) ? texts : null;
  const sections = [
    ["overview", overview, data.overview], ["training", training, data.training], ["evaluation", evaluation, data.evaluation],
    ["map", map, data.map], ["attribution", attribution, explained], ["gates", gates, withStates],
  ];
  if (isOfWords) {
    document.querySelector(".kind").textContent = "Report of word vectors";
    document.querySelector("#map h2").textContent = "A map of its words";
    document.querySelector("#map .how").textContent = "Each word is a row of numbers, its vector, which training has chosen: words that stand in the same places come to lie near each other. That makes them related, not synonyms: antonyms are near, too. A map flattens the rows to a plane, which keeps only a part of the picture, so for what is really near, click a word: its neighbours among those of the map are computed with all numbers, by the cosine of the angle between the rows (1: the same direction, 0: nothing in common).";
    document.querySelector("#overview .how").remove();
  }
  for (const [id, draw, value] of sections) {
    const section = document.getElementById(id);
    // What only a network has.
    if (isOfWords && !value) { section.remove(); continue; }
    document.querySelector("nav").append(make("a", { href: "#" + id }, section.querySelector("h2").textContent));
    const absent = section.querySelector(".absent");
    if (id === "attribution" && texts && !value) absent.textContent = "Tokens are weighed for the answers of models that classify or tag, which this one does not.";
    if (id === "gates" && texts && !value) absent.textContent = "No recurrent layer's gates were kept for the texts of this page: the model has none, or a decoder, which the page does not follow, or they would have made the page too large.";
    const intro = section.querySelector(".how");
    if (!value) { if (intro && absent) intro.remove(); continue; }
    if (absent) absent.remove();
    try { draw(section, value); } catch (error) {
      // One section that cannot be drawn leaves the others.
      section.querySelector(".body").append(make("p", { class: "absent" }, `This section could not be drawn: ${error.message}`));
      console.error(error);
    }
  }

  const theme = document.getElementById("theme");
  theme.addEventListener("change", () => {
    if (theme.value) root.dataset.theme = theme.value;
    else delete root.dataset.theme;
    redraw();
  });
})();
