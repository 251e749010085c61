// Products in 8 bits, and whole sequences with them. Included once for each way an instruction set has of
// multiplying small integers, with these defined before:
//
// INT8(name): names of its own.
// DOT: the elements that one lane multiplies and adds up at a time; ACTIVATION and WEIGHT: their types.
// ACTIVATION_ZERO: how an activation of 0 is stored.
// INT8(dot): sum + Σ activations · weights of each lane; INT8(store_activations): a vector, rounded and clamped.
//
// A weight is q·s, q in −127…127, s one for a column; so is an activation, s one for a row, and 1/127 for a state,
// which lies between −1 and 1. All instruction sets thus add the same integers, exactly.

// What `pack` writes: a scale and the integer a sum starts with for each of n columns, and panels of
// (k / DOT, groups, gates, LANES, DOT) weights.
typedef struct {
    const float *scales;
    const int32_t *starts;
    const WEIGHT *weights;
    size_t rows; // k rounded up to a multiple of DOT
} INT8(matrix);

static size_t INT8(bytes)(size_t k, size_t gates, size_t units) {
    const size_t columns = groups_of(units) * gates * LANES, rows = (k + DOT - 1) / DOT * DOT;
    return columns * (sizeof(float) + sizeof(int32_t) + rows * sizeof(WEIGHT));
}

INLINE INT8(matrix) INT8(unpacked)(const void *packed, size_t k, size_t gates, size_t units) {
    const size_t columns = groups_of(units) * gates * LANES;
    INT8(matrix) matrix;
    matrix.scales = packed;
    matrix.starts = (const int32_t *)(matrix.scales + columns);
    matrix.weights = (const WEIGHT *)(matrix.starts + columns);
    matrix.rows = (k + DOT - 1) / DOT * DOT;
    return matrix;
}

static void INT8(pack)(void *packed, const float *b, size_t k, size_t gates, size_t units) {
    const floating_point_state state = floating_point_enter();
    const size_t groups = groups_of(units), most = PANEL_GROUPS(gates);
    const size_t columns = groups * gates * LANES, rows = (k + DOT - 1) / DOT * DOT;
    float *scales = packed;
    int32_t *starts = (int32_t *)(scales + columns);
    WEIGHT *weights = (WEIGHT *)(starts + columns);
    for (size_t column = 0; column < columns; column++) {
        const size_t group = column / (gates * LANES), gate = column / LANES % gates, lane = column % LANES;
        const size_t unit = group * LANES + lane;
        const float *from = b + gate * units + unit;
        float largest = 0;
        for (size_t row = 0; unit < units && row < k; row++) {
            const float size = __builtin_fabsf(from[row * gates * units]);
            if (size > largest) { largest = size; }
        }
        const float scale = largest / 127;
        const size_t first_group = group / most * most, width = at_most(groups - first_group, most) * gates;
        WEIGHT *panel = weights + first_group * gates * LANES * rows;
        int32_t sum = 0;
        for (size_t row = 0; row < rows; row++) {
            int32_t q = 0;
            if (row < k && scale > 0) { q = (int32_t)__builtin_rintf(from[row * gates * units] / scale); }
            const size_t vector_of_panel = (group - first_group) * gates + gate;
            panel[((row / DOT * width + vector_of_panel) * LANES + lane) * DOT + row % DOT] = (WEIGHT)q;
            sum += q;
        }
        scales[column] = scale;
        starts[column] = -ACTIVATION_ZERO * sum;
    }
    floating_point_leave(state);
}

// sums (rows, vectors) += activations (rows, count · DOT) at a stride · weights (count, vectors · LANES, DOT).
INLINE void INT8(add_dots)(const size_t rows, const size_t vectors, ints sums[][MOST_SUMS], const ACTIVATION *a,
                           size_t stride, const WEIGHT *weights, size_t count) {
    for (size_t k = 0; k < count; k++) {
        UNROLL
        for (size_t j = 0; j < vectors; j++) {
            UNROLL
            for (size_t i = 0; i < rows; i++) {
                sums[i][j] = INT8(dot)(sums[i][j], a + i * stride, weights + j * LANES * DOT);
            }
        }
        a += DOT;
        weights += vectors * LANES * DOT;
    }
}

// MARK: The product of many rows

#define INT8_DEPTH 1024

// A few rows of x as activations; of a row longer than INT8_DEPTH, one part at a time.
typedef struct {
    const float *x;
    size_t stride, k;
    float inverses[INT8_ROWS], scales[INT8_ROWS];
    ACTIVATION a[INT8_ROWS][INT8_DEPTH];
} INT8(rows);

INLINE void INT8(quantise)(INT8(rows) *rows, size_t row, size_t from, size_t count) {
    const float *x = rows->x + row * rows->stride + from;
    for (size_t at = 0; at < count; at += LANES) {
        const vector values = load(x + at, at_most(count - at, LANES));
        INT8(store_activations)(rows->a[row] + at, times(values, all(rows->inverses[row])));
    }
}

INLINE void INT8(measure)(INT8(rows) *rows, size_t row) {
    const float *x = rows->x + row * rows->stride;
    vector top = all(0);
    for (size_t at = 0; at < rows->k; at += LANES) {
        const vector v = load(x + at, at_most(rows->k - at, LANES));
        top = greater(top, greater(v, minus(all(0), v)));
    }
    const float largest = largest_of(top);
    rows->inverses[row] = largest > 0 ? 127 / largest : 0;
    rows->scales[row] = largest / 127;
}

// out (count, vectors · LANES) of the rows from `first` on and the panel that starts at `column`.
INLINE void INT8(tile)(const size_t count, const size_t vectors, float *out, size_t columns, INT8(rows) *rows,
                       size_t first, const INT8(matrix) *matrix, size_t column, const float *bias) {
    ints sums[INT8_ROWS][MOST_SUMS];
    UNROLL
    for (size_t i = 0; i < count; i++) {
        UNROLL
        for (size_t j = 0; j < vectors; j++) { sums[i][j] = load_ints(matrix->starts + column + j * LANES); }
    }
    const WEIGHT *weights = matrix->weights + column * matrix->rows;
    for (size_t from = 0; from < rows->k; from += INT8_DEPTH) {
        const size_t part = at_most(rows->k - from, INT8_DEPTH), dots = (part + DOT - 1) / DOT;
        for (size_t i = 0; i < count && rows->k > INT8_DEPTH; i++) { INT8(quantise)(rows, first + i, from, part); }
        INT8(add_dots)(count, vectors, sums, rows->a[first], INT8_DEPTH, weights, dots);
        weights += dots * DOT * vectors * LANES;
    }
    UNROLL
    for (size_t i = 0; i < count; i++) {
        const vector scale = all(rows->scales[first + i]);
        UNROLL
        for (size_t j = 0; j < vectors; j++) {
            const size_t at = column + j * LANES;
            const vector product = times(to_floats(sums[i][j]), scale);
            store(out + (first + i) * columns + at,
                  fused(product, load(matrix->scales + at, LANES), load(bias + at, LANES)), LANES);
        }
    }
}

static void INT8(multiply)(float *out, const float *x, size_t stride, const void *packed, const float *bias,
                                size_t m, size_t k, size_t gates, size_t units) {
    const floating_point_state state = floating_point_enter();
    const INT8(matrix) matrix = INT8(unpacked)(packed, k, gates, units);
    const size_t groups = groups_of(units), most = PANEL_GROUPS(gates), columns = groups * gates * LANES;
    INT8(rows) rows;
    for (size_t row = 0; row < m; row += INT8_ROWS) {
        const size_t count = at_most(m - row, INT8_ROWS);
        rows.x = x + row * stride;
        rows.stride = stride;
        rows.k = k;
        for (size_t i = 0; i < count; i++) {
            INT8(measure)(&rows, i);
            if (k <= INT8_DEPTH) { INT8(quantise)(&rows, i, 0, k); }
        }
        for (size_t group = 0; group < groups; group += most) {
#define INT8_TILES(vectors)                                                                                            \
    if (count == INT8_ROWS) {                                                                                          \
        INT8(tile)(INT8_ROWS, vectors, out + row * columns, columns, &rows, 0, &matrix, group *gates *LANES, bias);    \
    } else {                                                                                                           \
        for (size_t i = 0; i < count; i++) {                                                                           \
            INT8(tile)(1, vectors, out + row * columns, columns, &rows, i, &matrix, group *gates *LANES, bias);        \
        }                                                                                                              \
    }
            switch (at_most(groups - group, most) * gates) {
            case 1: INT8_TILES(1); break;
            case 2: INT8_TILES(2); break;
            case 3: INT8_TILES(3); break;
            case 4: INT8_TILES(4); break;
            case 6: INT8_TILES(6); break;
            case 8: INT8_TILES(8); break;
            default: INT8_TILES(9); break;
            }
#undef INT8_TILES
        }
    }
    floating_point_leave(state);
}

// MARK: Sequences. The weights of the usual sizes fit the first-level cache, so all steps go the same way. The
// state is kept as floats in the first half of `hidden`, and as activations, before and after, in the second.

typedef struct {
    size_t units, rows;
    const float *input;
    const ACTIVATION *before;
    ACTIVATION *after;
    float *hidden, *output;
} INT8(step);

// sums (vectors) = h · the panel that starts at `column`.
INLINE void INT8(product)(const size_t vectors, vector *sums, const ACTIVATION *h, const INT8(matrix) *matrix,
                          size_t column) {
    ints totals[1][MOST_SUMS];
    UNROLL
    for (size_t j = 0; j < vectors; j++) { totals[0][j] = load_ints(matrix->starts + column + j * LANES); }
    INT8(add_dots)(1, vectors, totals, h, 0, matrix->weights + column * matrix->rows, matrix->rows / DOT);
    UNROLL
    for (size_t j = 0; j < vectors; j++) {
        const vector scale = times(load(matrix->scales + column + j * LANES, LANES), all(1.0f / 127));
        sums[j] = times(to_floats(totals[0][j]), scale);
    }
}

INLINE void INT8(emit)(const INT8(step) *step, size_t first_unit, vector h) {
    store(step->hidden + first_unit, h, LANES);
    INT8(store_activations)(step->after + first_unit, times(h, all(127)));
    if (step->output != NULL) { store(step->output + first_unit, h, at_most(step->units - first_unit, LANES)); }
}

#define INT8_PANELS(gates, body)                                                                                       \
    for (size_t group = 0; group < groups; group += PANEL_GROUPS(gates)) {                                             \
        switch (at_most(groups - group, PANEL_GROUPS(gates))) {                                                        \
        case 1: body(1); break;                                                                                        \
        case 2: body(PANEL_GROUPS(gates) >= 2 ? 2 : 1); break;                                                         \
        case 3: body(PANEL_GROUPS(gates) >= 3 ? 3 : 1); break;                                                         \
        default: body(PANEL_GROUPS(gates) >= 4 ? 4 : 1); break;                                                        \
        }                                                                                                              \
    }

#define INT8_STEPS(body)                                                                                               \
    do {                                                                                                               \
        const floating_point_state state = floating_point_enter();                                                     \
        const size_t groups = groups_of(units), padded = groups * LANES;                                               \
        ACTIVATION *states = (ACTIVATION *)(hidden + padded);                                                          \
        for (size_t at = 0; at < padded; at += LANES) {                                                                \
            INT8(store_activations)(states + at, times(load(hidden + at, LANES), all(127)));                                 \
        }                                                                                                              \
        for (size_t t = 0; t < steps; t++) {                                                                           \
            const INT8(step) step = {                                                                                  \
                .units = units,                                                                                        \
                .input = input + (ptrdiff_t)t * input_stride,                                                          \
                .before = states + t % 2 * padded,                                                                     \
                .after = states + (1 - t % 2) * padded,                                                                \
                .hidden = hidden,                                                                                      \
                .output = outputs == NULL ? NULL : outputs + (ptrdiff_t)t * output_stride,                             \
            };                                                                                                         \
            body                                                                                                       \
        }                                                                                                              \
        floating_point_leave(state);                                                                                   \
    } while (0)

INLINE void INT8(lstm_panel)(const size_t groups, const INT8(step) *step, size_t group, const INT8(matrix) *matrix,
                             float *cell) {
    vector sums[MOST_SUMS];
    INT8(product)(groups * 4, sums, step->before, matrix, group * 4 * LANES);
    add_vectors(groups * 4, sums, step->input + group * 4 * LANES);
    UNROLL
    for (size_t i = 0; i < groups; i++) {
        const size_t first_unit = (group + i) * LANES;
        INT8(emit)(step, first_unit, lstm_units(sums + i * 4, cell + first_unit));
    }
}

static void INT8(lstm_sequence)(size_t steps, size_t units, const void *packed, const float *input,
                                     ptrdiff_t input_stride, float *hidden, float *cell, float *outputs,
                                     ptrdiff_t output_stride) {
    const INT8(matrix) matrix = INT8(unpacked)(packed, units, 4, units);
#define LSTM_PANEL(count) INT8(lstm_panel)(count, &step, group, &matrix, cell)
    INT8_STEPS({ INT8_PANELS(4, LSTM_PANEL) });
#undef LSTM_PANEL
}

INLINE void INT8(gru_panel)(const size_t groups, const INT8(step) *step, size_t group, const INT8(matrix) *matrix,
                            const float *recurrent_bias) {
    vector sums[MOST_SUMS];
    INT8(product)(groups * 3, sums, step->before, matrix, group * 3 * LANES);
    add_vectors(groups * 3, sums, recurrent_bias + group * 3 * LANES);
    UNROLL
    for (size_t i = 0; i < groups; i++) {
        const size_t first_unit = (group + i) * LANES;
        const vector before = load(step->hidden + first_unit, LANES);
        INT8(emit)(step, first_unit, gru_units(step->input + 3 * first_unit, sums + i * 3, before));
    }
}

static void INT8(gru_sequence)(size_t steps, size_t units, const void *packed, const float *recurrent_bias,
                                    const float *input, ptrdiff_t input_stride, float *hidden, float *outputs,
                                    ptrdiff_t output_stride) {
    const INT8(matrix) matrix = INT8(unpacked)(packed, units, 3, units);
#define GRU_PANEL(count) INT8(gru_panel)(count, &step, group, &matrix, recurrent_bias)
    INT8_STEPS({ INT8_PANELS(3, GRU_PANEL) });
#undef GRU_PANEL
}

INLINE void INT8(gru_gates_panel)(const size_t groups, const INT8(step) *step, size_t group,
                                  const INT8(matrix) *matrix, float *update, ACTIVATION *reset) {
    vector sums[MOST_SUMS];
    INT8(product)(groups * 2, sums, step->before, matrix, group * 2 * LANES);
    UNROLL
    for (size_t i = 0; i < groups; i++) {
        const size_t first_unit = (group + i) * LANES;
        add_vectors(2, sums + i * 2, step->input + 3 * first_unit);
        const vector r = sigmoid_vector(sums[i * 2 + 1]);
        store(update + first_unit, sigmoid_vector(sums[i * 2]), LANES);
        INT8(store_activations)(reset + first_unit, times(times(r, load(step->hidden + first_unit, LANES)), all(127)));
    }
}

INLINE void INT8(gru_candidate_panel)(const size_t groups, const INT8(step) *step, size_t group,
                                      const INT8(matrix) *matrix, const float *update, const ACTIVATION *reset) {
    vector sums[MOST_SUMS];
    INT8(product)(groups, sums, reset, matrix, group * LANES);
    UNROLL
    for (size_t i = 0; i < groups; i++) {
        const size_t first_unit = (group + i) * LANES;
        add_vectors(1, sums + i, step->input + 3 * first_unit + 2 * LANES);
        const vector candidate = tanh_vector(sums[i]);
        const vector kept = minus(load(step->hidden + first_unit, LANES), candidate);
        INT8(emit)(step, first_unit, fused(load(update + first_unit, LANES), kept, candidate));
    }
}

static void INT8(gru_reset_before_sequence)(size_t steps, size_t units, const void *packed_gates,
                                                 const void *packed_candidate, const float *input,
                                                 ptrdiff_t input_stride, float *hidden, float *scratch,
                                                 float *outputs, ptrdiff_t output_stride) {
    const INT8(matrix) zr = INT8(unpacked)(packed_gates, units, 2, units);
    const INT8(matrix) h = INT8(unpacked)(packed_candidate, units, 1, units);
    float *update = scratch;
    ACTIVATION *reset = (ACTIVATION *)(scratch + groups_of(units) * LANES);
#define GATES_PANEL(count) INT8(gru_gates_panel)(count, &step, group, &zr, update, reset)
#define CANDIDATE_PANEL(count) INT8(gru_candidate_panel)(count, &step, group, &h, update, reset)
    INT8_STEPS({
        INT8_PANELS(2, GATES_PANEL)
        INT8_PANELS(1, CANDIDATE_PANEL)
    });
#undef GATES_PANEL
#undef CANDIDATE_PANEL
}

INLINE void INT8(simple_rnn_panel)(const size_t groups, const INT8(step) *step, size_t group,
                                   const INT8(matrix) *matrix) {
    vector sums[MOST_SUMS];
    INT8(product)(groups, sums, step->before, matrix, group * LANES);
    add_vectors(groups, sums, step->input + group * LANES);
    UNROLL
    for (size_t i = 0; i < groups; i++) { INT8(emit)(step, (group + i) * LANES, tanh_vector(sums[i])); }
}

static void INT8(simple_rnn_sequence)(size_t steps, size_t units, const void *packed, const float *input,
                                           ptrdiff_t input_stride, float *hidden, float *outputs,
                                           ptrdiff_t output_stride) {
    const INT8(matrix) matrix = INT8(unpacked)(packed, units, 1, units);
#define SIMPLE_RNN_PANEL(count) INT8(simple_rnn_panel)(count, &step, group, &matrix)
    INT8_STEPS({ INT8_PANELS(1, SIMPLE_RNN_PANEL) });
#undef SIMPLE_RNN_PANEL
}

#undef INT8_PANELS
#undef INT8_STEPS
#undef INT8_DEPTH
