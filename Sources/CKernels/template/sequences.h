// Whole sequences, batch 1: a loop over time whose state never leaves the first-level cache.
//
// The recurrent kernel is packed in panels of a few groups of units, a group being LANES of them with all
// their gates: a panel is (units, groups, gates, LANES), the last one may have fewer groups. Every step runs
// through all of it, and for the usual sizes it does not fit the first-level cache: so the steps go to and
// fro, an odd step taking panels, and the two halves of a panel, in the opposite order of an even one, and what
// an even step touched last, the next finds still near. The same order hides the latency of the activations,
// because a step begins with the half of the state that was ready first.
//
// No sum depends on that order: a half is summed from its first row to its last, and a + b is b + a. So a
// sequence gives the same bits in one piece and in many.

#define PANEL_GROUPS(gates) ((gates) == 4 ? 2 : (gates) == 3 ? 3 : 4)
#define MOST_SUMS 9

INLINE size_t groups_of(size_t units) { return (units + LANES - 1) / LANES; }

static void arrange_gates(float *out, const float *in, size_t rows, size_t gates, size_t units) {
    const size_t groups = groups_of(units);
    for (size_t row = 0; row < rows; row++) {
        for (size_t group = 0; group < groups; group++) {
            for (size_t gate = 0; gate < gates; gate++) {
                for (size_t lane = 0; lane < LANES; lane++) {
                    const size_t unit = group * LANES + lane;
                    *out++ = unit < units ? in[(row * gates + gate) * units + unit] : 0;
                }
            }
        }
    }
}

static size_t recurrent_count(size_t gates, size_t units) { return units * groups_of(units) * gates * LANES; }

static void pack_recurrent(float *packed, const float *recurrent, size_t gates, size_t units) {
    const size_t groups = groups_of(units), most = PANEL_GROUPS(gates);
    for (size_t first_group = 0; first_group < groups; first_group += most) {
        const size_t beyond = at_most(first_group + most, groups);
        for (size_t k = 0; k < units; k++) {
            for (size_t group = first_group; group < beyond; group++) {
                for (size_t gate = 0; gate < gates; gate++) {
                    for (size_t lane = 0; lane < LANES; lane++) {
                        const size_t unit = group * LANES + lane;
                        *packed++ = unit < units ? recurrent[(k * gates + gate) * units + unit] : 0;
                    }
                }
            }
        }
    }
}

// The rows of a panel's first half; the second has what is left.
INLINE size_t first_half(size_t units) { return at_most(units, rounded_to_lanes((units + 1) / 2)); }

// sums (vectors) += h (rows) · panel (rows, vectors · LANES), from the first row to the last.
INLINE void add_rows(const size_t vectors, vector *sums, const float *h, const float *panel, size_t rows) {
    for (size_t k = 0; k < rows; k++) {
        const vector factor = all(h[k]);
        UNROLL
        for (size_t j = 0; j < vectors; j++) { sums[j] = fused(factor, load(panel + j * LANES, LANES), sums[j]); }
        panel += vectors * LANES;
    }
}

INLINE void clear(const size_t vectors, vector *sums) {
    UNROLL
    for (size_t j = 0; j < vectors; j++) { sums[j] = all(0); }
}

// sums (vectors) = h (units) · panel (units, vectors · LANES): the sum of two halves, either of which may be the
// first to be computed. Few sums are computed side by side, for the latency of one addition is that of eight others.
INLINE void recurrent_product(const size_t vectors, vector *sums, const float *h, const float *panel, size_t units,
                              int backwards) {
    const size_t half = first_half(units), rest = units - half;
    vector others[MOST_SUMS];
    clear(vectors, sums);
    clear(vectors, others);
    if (vectors < 6) {
        const float *later = panel + half * vectors * LANES;
        for (size_t k = 0; k < rest; k++) {
            add_rows(vectors, sums, h + k, panel + k * vectors * LANES, 1);
            add_rows(vectors, others, h + half + k, later + k * vectors * LANES, 1);
        }
        add_rows(vectors, sums, h + rest, panel + rest * vectors * LANES, half - rest);
    } else {
        for (int pass = 0; pass < 2; pass++) {
            const int second = pass != backwards;
            UNROLL
            for (size_t j = 0; j < vectors; j++) { others[j] = sums[j]; }
            clear(vectors, sums);
            add_rows(vectors, sums, h + (second ? half : 0), panel + (second ? half * vectors * LANES : 0),
                     second ? rest : half);
        }
    }
    UNROLL
    for (size_t j = 0; j < vectors; j++) { sums[j] = plus(sums[j], others[j]); }
}

// What all panels of a step share. `before` and `after` (U) are the state, `output` (units) or NULL.
typedef struct {
    size_t units;
    const float *input, *before;
    float *after, *output;
    int backwards;
} step_of_sequence;

INLINE void emit(const step_of_sequence *step, size_t first_unit, vector h) {
    store(step->after + first_unit, h, LANES);
    if (step->output != NULL) {
        store(step->output + first_unit, h, at_most(step->units - first_unit, LANES));
    }
}

// Runs `body` for each panel of a step, forwards or backwards: with the number of its first group, of its
// groups (a constant, by the cases) and its part of `packed`.
#define PANELS(step, packed, gates, body)                                                                              \
    do {                                                                                                               \
        const size_t most = PANEL_GROUPS(gates), groups = groups_of((step)->units);                                    \
        const size_t panels = (groups + most - 1) / most;                                                              \
        for (size_t n = 0; n < panels; n++) {                                                                          \
            const size_t first_group = ((step)->backwards ? panels - 1 - n : n) * most;                                \
            const float *panel = (const float *)(packed) + first_group * (gates) * LANES * (step)->units;                             \
            switch (at_most(groups - first_group, most)) {                                                             \
            case 1: body(1); break;                                                                                    \
            case 2: body(PANEL_GROUPS(gates) >= 2 ? 2 : 1); break;                                                     \
            case 3: body(PANEL_GROUPS(gates) >= 3 ? 3 : 1); break;                                                     \
            default: body(PANEL_GROUPS(gates) >= 4 ? 4 : 1); break;                                                    \
            }                                                                                                          \
        }                                                                                                              \
    } while (0)

// Runs `body` for each step, with `step` set, and leaves the state in the first half of `hidden`.
#define STEPS(steps, units_, hidden, input_, input_stride, outputs, output_stride, body)                               \
    do {                                                                                                               \
        const floating_point_state state = floating_point_enter();                                                     \
        const size_t padded = groups_of(units_) * LANES;                                                               \
        for (size_t t = 0; t < (steps); t++) {                                                                         \
            const step_of_sequence step = {                                                                            \
                .units = (units_),                                                                                     \
                .input = (input_) + (ptrdiff_t)t * (input_stride),                                                     \
                .before = (hidden) + (t % 2) * padded,                                                                 \
                .after = (hidden) + (1 - t % 2) * padded,                                                              \
                .output = (outputs) == NULL ? NULL : (outputs) + (ptrdiff_t)t * (output_stride),                       \
                .backwards = (int)(t % 2),                                                                             \
            };                                                                                                         \
            body                                                                                                       \
        }                                                                                                              \
        if ((steps) % 2 == 1) {                                                                                        \
            for (size_t i = 0; i < padded; i++) { (hidden)[i] = (hidden)[padded + i]; }                                \
        }                                                                                                              \
        floating_point_leave(state);                                                                                   \
    } while (0)

INLINE void add_vectors(const size_t vectors, vector *sums, const float *from) {
    UNROLL
    for (size_t j = 0; j < vectors; j++) { sums[j] = plus(load(from + j * LANES, LANES), sums[j]); }
}

// MARK: LSTM

// h of LANES units from their four gates before activation; c is updated.
INLINE vector lstm_units(const vector *gate, float *cell) {
    const fraction i = doubled_sigmoid_fraction(gate[0]), f = doubled_sigmoid_fraction(gate[1]);
    const fraction g = tanh_fraction(gate[2]), o = doubled_sigmoid_fraction(gate[3]);
    // c = σ(f)·c + σ(i)·tanh(g) over one denominator, since a division costs as much as a polynomial: none of the
    // three exceeds 230, so their product is far from float32's ends.
    const vector kept = times(f.numerator, load(cell, LANES));
    const vector written = times(i.numerator, g.numerator);
    const vector both = times(i.denominator, g.denominator);
    const vector doubled = fused(kept, both, times(written, f.denominator));
    const vector c = quotient(times(all(0.5f), doubled), times(f.denominator, both));
    store(cell, c, LANES);
    const fraction t = tanh_fraction(c);
    const vector h = times(times(all(0.5f), o.numerator), t.numerator);
    return quotient(h, times(o.denominator, t.denominator));
}

INLINE void lstm_panel(const size_t groups, const step_of_sequence *step, size_t first_group, const float *panel,
                       float *cell) {
    vector sums[MOST_SUMS];
    recurrent_product(groups * 4, sums, step->before, panel, step->units, step->backwards);
    add_vectors(groups * 4, sums, step->input + first_group * 4 * LANES);
    UNROLL
    for (size_t group = 0; group < groups; group++) {
        const size_t first_unit = (first_group + group) * LANES;
        emit(step, first_unit, lstm_units(sums + group * 4, cell + first_unit));
    }
}

static void lstm_sequence(size_t steps, size_t units, const void *packed, const float *input,
                          ptrdiff_t input_stride, float *hidden, float *cell, float *outputs,
                          ptrdiff_t output_stride) {
#define LSTM_PANEL(groups) lstm_panel(groups, &step, first_group, panel, cell)
    STEPS(steps, units, hidden, input, input_stride, outputs, output_stride,
          { PANELS(&step, packed, 4, LSTM_PANEL); });
#undef LSTM_PANEL
}

// MARK: GRU, reset after the product

// h of LANES units from x (3 gates), the recurrent products with their bias, and the state before.
INLINE vector gru_units(const float *x, const vector *h, vector before) {
    const vector z = sigmoid_vector(plus(load(x, LANES), h[0]));
    const vector r = sigmoid_vector(plus(load(x + LANES, LANES), h[1]));
    const vector candidate = tanh_vector(fused(r, h[2], load(x + 2 * LANES, LANES)));
    return fused(z, minus(before, candidate), candidate);
}

INLINE void gru_panel(const size_t groups, const step_of_sequence *step, size_t first_group, const float *panel,
                      const float *recurrent_bias) {
    vector sums[MOST_SUMS];
    recurrent_product(groups * 3, sums, step->before, panel, step->units, step->backwards);
    add_vectors(groups * 3, sums, recurrent_bias + first_group * 3 * LANES);
    UNROLL
    for (size_t group = 0; group < groups; group++) {
        const size_t first_unit = (first_group + group) * LANES;
        const vector before = load(step->before + first_unit, LANES);
        emit(step, first_unit, gru_units(step->input + 3 * first_unit, sums + group * 3, before));
    }
}

static void gru_sequence(size_t steps, size_t units, const void *packed, const float *recurrent_bias,
                         const float *input, ptrdiff_t input_stride, float *hidden, float *outputs,
                         ptrdiff_t output_stride) {
#define GRU_PANEL(groups) gru_panel(groups, &step, first_group, panel, recurrent_bias)
    STEPS(steps, units, hidden, input, input_stride, outputs, output_stride,
          { PANELS(&step, packed, 3, GRU_PANEL); });
#undef GRU_PANEL
}

// MARK: GRU, reset before the product: two products a step, the second of what the first has reset

INLINE void gru_gates_panel(const size_t groups, const step_of_sequence *step, size_t first_group,
                            const float *panel, float *update, float *reset) {
    vector sums[MOST_SUMS];
    recurrent_product(groups * 2, sums, step->before, panel, step->units, step->backwards);
    UNROLL
    for (size_t group = 0; group < groups; group++) {
        add_vectors(2, sums + group * 2, step->input + (first_group + group) * 3 * LANES);
    }
    UNROLL
    for (size_t group = 0; group < groups; group++) {
        const size_t first_unit = (first_group + group) * LANES;
        const vector r = sigmoid_vector(sums[group * 2 + 1]);
        store(update + first_unit, sigmoid_vector(sums[group * 2]), LANES);
        store(reset + first_unit, times(r, load(step->before + first_unit, LANES)), LANES);
    }
}

INLINE void gru_candidate_panel(const size_t groups, const step_of_sequence *step, size_t first_group,
                                const float *panel, const float *update, const float *reset) {
    vector sums[MOST_SUMS];
    recurrent_product(groups, sums, reset, panel, step->units, step->backwards);
    UNROLL
    for (size_t group = 0; group < groups; group++) {
        add_vectors(1, sums + group, step->input + ((first_group + group) * 3 + 2) * LANES);
    }
    UNROLL
    for (size_t group = 0; group < groups; group++) {
        const size_t first_unit = (first_group + group) * LANES;
        const vector candidate = tanh_vector(sums[group]);
        const vector kept = minus(load(step->before + first_unit, LANES), candidate);
        emit(step, first_unit, fused(load(update + first_unit, LANES), kept, candidate));
    }
}

static void gru_reset_before_sequence(size_t steps, size_t units, const void *packed_gates,
                                      const void *packed_candidate, const float *input, ptrdiff_t input_stride,
                                      float *hidden, float *scratch, float *outputs, ptrdiff_t output_stride) {
    float *update = scratch, *reset = scratch + groups_of(units) * LANES;
#define GATES_PANEL(groups) gru_gates_panel(groups, &step, first_group, panel, update, reset)
#define CANDIDATE_PANEL(groups) gru_candidate_panel(groups, &step, first_group, panel, update, reset)
    STEPS(steps, units, hidden, input, input_stride, outputs, output_stride, {
        PANELS(&step, packed_gates, 2, GATES_PANEL);
        PANELS(&step, packed_candidate, 1, CANDIDATE_PANEL);
    });
#undef GATES_PANEL
#undef CANDIDATE_PANEL
}

// MARK: SimpleRNN

INLINE void simple_rnn_panel(const size_t groups, const step_of_sequence *step, size_t first_group,
                             const float *panel) {
    vector sums[MOST_SUMS];
    recurrent_product(groups, sums, step->before, panel, step->units, step->backwards);
    add_vectors(groups, sums, step->input + first_group * LANES);
    UNROLL
    for (size_t group = 0; group < groups; group++) {
        emit(step, (first_group + group) * LANES, tanh_vector(sums[group]));
    }
}

static void simple_rnn_sequence(size_t steps, size_t units, const void *packed, const float *input,
                                ptrdiff_t input_stride, float *hidden, float *outputs, ptrdiff_t output_stride) {
#define SIMPLE_RNN_PANEL(groups) simple_rnn_panel(groups, &step, first_group, panel)
    STEPS(steps, units, hidden, input, input_stride, outputs, output_stride,
          { PANELS(&step, packed, 1, SIMPLE_RNN_PANEL); });
#undef SIMPLE_RNN_PANEL
}

// MARK: One step of several rows
//
// The sums of a tile, a few rows of one group with all its gates, are computed half beside half: in the order of
// the sequences, so that a row has the bits that it has alone. The groups are the outer loop: a group's part of the
// recurrent kernel stays in the first-level cache for all rows.

// The rows of a tile of so many vectors, whose halves fill the registers that a product's tile does.
#define ROWS_OF_TILE(vectors) ((vectors) == 1 ? 6 : TILE_ROWS * TILE_VECTORS / 2 / (vectors))

// sums (rows, gates) of the group `group`; h (rows, padded).
INLINE void rows_product(const size_t rows, const size_t gates, vector sums[][4], const float *h, size_t padded,
                         const float *packed, size_t units, size_t group) {
    const size_t most = PANEL_GROUPS(gates), first_group = group / most * most;
    const size_t width = at_most(groups_of(units) - first_group, most) * gates * LANES;
    const float *panel = packed + first_group * gates * LANES * units + (group - first_group) * gates * LANES;
    const size_t half = first_half(units), rest = units - half;
    const float *later = panel + half * width;
    vector others[6][4];
    UNROLL
    for (size_t i = 0; i < rows; i++) {
        clear(gates, sums[i]);
        clear(gates, others[i]);
    }
    size_t k = 0;
    for (; k < rest; k++) {
        UNROLL
        for (size_t i = 0; i < rows; i++) { add_rows(gates, sums[i], h + i * padded + k, panel + k * width, 1); }
        UNROLL
        for (size_t i = 0; i < rows; i++) {
            add_rows(gates, others[i], h + i * padded + half + k, later + k * width, 1);
        }
    }
    for (; k < half; k++) {
        UNROLL
        for (size_t i = 0; i < rows; i++) { add_rows(gates, sums[i], h + i * padded + k, panel + k * width, 1); }
    }
    UNROLL
    for (size_t i = 0; i < rows; i++) {
        UNROLL
        for (size_t j = 0; j < gates; j++) { sums[i][j] = plus(sums[i][j], others[i][j]); }
    }
}

// Runs `body` for each tile of the step: with its rows (a constant), its first row and its group.
#define ROW_TILES(gates, body)                                                                                         \
    do {                                                                                                               \
        const floating_point_state state = floating_point_enter();                                                     \
        const size_t groups = groups_of(units), padded = groups * LANES;                                               \
        for (size_t group = 0; group < groups; group++) {                                                              \
            size_t row = 0;                                                                                            \
            for (; row + ROWS_OF_TILE(gates) <= rows; row += ROWS_OF_TILE(gates)) { body(ROWS_OF_TILE(gates)); }       \
            if (ROWS_OF_TILE(gates) > 2 && row + 2 <= rows) {                                                          \
                body(2);                                                                                               \
                row += 2;                                                                                              \
            }                                                                                                          \
            for (; row < rows; row++) { body(1); }                                                                     \
        }                                                                                                              \
        floating_point_leave(state);                                                                                   \
    } while (0)

static void lstm_rows(size_t rows, size_t units, const float *packed, const float *const *inputs,
                      const float *before, float *after, float *cell) {
#define LSTM_TILE(count)                                                                                               \
    do {                                                                                                               \
        vector sums[6][4];                                                                                             \
        rows_product(count, 4, sums, before + row * padded, padded, packed, units, group);                             \
        UNROLL                                                                                                         \
        for (size_t i = 0; i < count; i++) {                                                                           \
            const size_t at = (row + i) * padded + group * LANES;                                                      \
            add_vectors(4, sums[i], inputs[row + i] + group * 4 * LANES);                                              \
            store(after + at, lstm_units(sums[i], cell + at), LANES);                                                  \
        }                                                                                                              \
    } while (0)
    ROW_TILES(4, LSTM_TILE);
#undef LSTM_TILE
}

static void gru_rows(size_t rows, size_t units, const float *packed, const float *recurrent_bias,
                     const float *const *inputs, const float *before, float *after) {
#define GRU_TILE(count)                                                                                                \
    do {                                                                                                               \
        vector sums[6][4];                                                                                             \
        rows_product(count, 3, sums, before + row * padded, padded, packed, units, group);                             \
        UNROLL                                                                                                         \
        for (size_t i = 0; i < count; i++) {                                                                           \
            const size_t at = (row + i) * padded + group * LANES;                                                      \
            add_vectors(3, sums[i], recurrent_bias + group * 3 * LANES);                                               \
            const vector h = load(before + at, LANES);                                                                 \
            store(after + at, gru_units(inputs[row + i] + group * 3 * LANES, sums[i], h), LANES);                      \
        }                                                                                                              \
    } while (0)
    ROW_TILES(3, GRU_TILE);
#undef GRU_TILE
}

static void simple_rnn_rows(size_t rows, size_t units, const float *packed, const float *const *inputs,
                            const float *before, float *after) {
#define SIMPLE_RNN_TILE(count)                                                                                         \
    do {                                                                                                               \
        vector sums[6][4];                                                                                             \
        rows_product(count, 1, sums, before + row * padded, padded, packed, units, group);                             \
        UNROLL                                                                                                         \
        for (size_t i = 0; i < count; i++) {                                                                           \
            add_vectors(1, sums[i], inputs[row + i] + group * LANES);                                                  \
            store(after + (row + i) * padded + group * LANES, tanh_vector(sums[i][0]), LANES);                         \
        }                                                                                                              \
    } while (0)
    ROW_TILES(1, SIMPLE_RNN_TILE);
#undef SIMPLE_RNN_TILE
}
