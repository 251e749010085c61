// The page of a network that reads texts, or of word vectors: draws the sections of report.html.

// ---- What it is ----------------------------------------------------------------------------------------------

const taskNames = { classify: "gives each text a label", tag: "gives each token of a text a tag",
  generate: "writes texts, a token after the other", translate: "writes a text for the text that it reads",
  words: "says which words are near which" };

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
  layers(body, about, "(T, 32) means: for each of the T steps of a text, 32 numbers. The bar shows where the weights are.");
  metrics(body, about);
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
  // What only a network has.
  for (const [id, , value] of sections) if (!value) document.getElementById(id).remove();
}
if (texts && !explained) document.querySelector("#attribution .absent").textContent = "Tokens are weighed for the answers of models that classify or tag, which this one does not.";
if (texts && !withStates) document.querySelector("#gates .absent").textContent = "No recurrent layer's gates were kept for the texts of this page: the model has none, or a decoder, which the page does not follow, or they would have made the page too large.";
show(sections.filter(([id]) => document.getElementById(id)));
