// Sections that pages of networks have in common.

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
const metricName = (name) => ({ macro_f1: "macro F1", f1: "F1" })[name] || name.replaceAll("_", " ");
const bytes = (value) => (value >= 1e6 ? (value / 1e6).toFixed(1) + " MB" : (value / 1e3).toFixed(0) + " KB");

function layers(body, about, explanation) {
  const most = Math.max(1, ...about.layers.map((layer) => layer.parameters));
  body.append(make("h3", {}, "Layers"),
    how(explanation),
    table([["layer"], ["gives"], ["weights", true], [""]], about.layers.map((layer) => make("tr", {},
      cell([make("b", {}, (layer.inner ? `${names[layer.kind]}(${names[layer.inner]})` : names[layer.kind] || layer.kind)),
        layer.detail ? " " + layer.detail : "", layer.decoder ? " (decoder)" : "", make("small", {}, kinds[layer.kind] || "")]),
      cell([layer.output, layer.weights.length ? make("small", {}, layer.weights.join(", ")) : null]),
      cell(whole(layer.parameters), true),
      cell(make("span", { class: "meter", style: `width: ${Math.round(90 * layer.parameters / most)}px` }))))));
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
    make("p", {}, `Recipe ${history.recipe}. The training ${ending[history.ending] || "ended: " + history.ending}: ${many(x.length, "epoch", "epochs")} in ${seconds < 90 ? seconds.toFixed(seconds < 10 ? 1 : 0) + " s" : (seconds / 60).toFixed(0) + " min"}` +
      (history.best ? `. The weights of epoch ${history.best} were kept.` : ".")), charts);
}

// ---- How well it does ----------------------------------------------------------------------------------------

function evaluation(section, measured) {
  const body = section.querySelector(".body");
  const isTagger = data.task === "tag";
  const unit = isTagger ? "spans" : data.task === "forecast" ? "rows" : "texts";
  body.append(make("p", {}, `Measured for this page on ${many(measured.rows, "row", "rows")} of ${measured.file}.`),
    make("dl", { class: "facts" }, measured.figures.map((figure) => make("div", {},
      make("dt", {}, metricName(figure.name)), make("dd", {}, figure.value.toFixed(4))))));
  if (measured.confusion) body.append(...confusion(measured));
  if (measured.classes && measured.classes.length) {
    body.append(make("h3", {}, isTagger ? "By type of span" : "By label"),
      how(make("b", {}, "Precision"), `: of the ${unit} that got it, how many have it in truth. `, make("b", {}, "Recall"),
        ": of those that have it in truth, how many got it. ", make("b", {}, "F1"), " is between the two, nearer to the lower."),
      sortable([["label", isTagger ? "type" : "label"], ["precision", "precision"], ["recall", "recall"], ["f1", "F1"], [null, ""], ["support", isTagger ? "spans" : "rows"]],
        measured.classes, (row) => make("tr", {}, cell(row.label), cell(row.precision.toFixed(3), true), cell(row.recall.toFixed(3), true),
          cell(row.f1.toFixed(3), true), cell(make("span", { class: "meter", style: `width: ${Math.round(80 * row.f1)}px` })), cell(whole(row.support), true))));
  }
  if (measured.reliability) body.append(...reliability(measured, isTagger));
  if (!measured.classes || !measured.errors) return;
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
