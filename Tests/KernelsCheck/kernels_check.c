// Every kernel of an instruction set against the scalar reference, over odd sizes and odd addresses.
//
// In plain C, so that it can also be built for a processor that no Swift toolchain at hand builds for and run
// in an emulator: see ../NEON/run.sh.

#include "KernelsCheck.h"

#include "CKernels.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// `best` are those under test.
static const sluice_kernels *best, *scalar;
static int failures, comparisons;

static uint32_t noise_state = 1;

// Uniform in (-range, range), the same on every machine.
static float noise(float range) {
    noise_state = noise_state * 1664525u + 1013904223u;
    return ((float)(noise_state >> 8) / 8388608.0f - 1.0f) * range;
}

#define GUARD 64
#define GUARD_VALUE 12345.0f

// Floats one past an aligned address, with guards on both sides that no kernel may touch.
typedef struct {
    float *base, *at;
    size_t count;
} block;

static block block_of(size_t count, float range) {
    block made = {malloc((count + 2 * GUARD + 1) * sizeof(float)), NULL, count};
    if (made.base == NULL) { exit(2); }
    made.at = made.base + GUARD + 1;
    for (size_t i = 0; i < count + 2 * GUARD + 1; i++) { made.base[i] = GUARD_VALUE; }
    for (size_t i = 0; i < count; i++) { made.at[i] = noise(range); }
    return made;
}

static block copy_of(block source) {
    block made = block_of(source.count, 0);
    if (source.count > 0) { memcpy(made.at, source.at, source.count * sizeof(float)); }
    return made;
}

static void expect_near(const char *what, size_t a, size_t b, size_t c, block got, block wanted, float tolerance) {
    comparisons++;
    for (size_t i = 0; i < got.count; i++) {
        if (!(fabsf(got.at[i] - wanted.at[i]) <= tolerance * (1 + fabsf(wanted.at[i])))) {
            printf("%s (%zu, %zu, %zu): element %zu is %.9g, the reference has %.9g\n", what, a, b, c, i,
                   (double)got.at[i], (double)wanted.at[i]);
            failures++;
            break;
        }
    }
    for (size_t i = 0; i < GUARD; i++) {
        if (got.at[-1 - (ptrdiff_t)i] != GUARD_VALUE || got.at[got.count + i] != GUARD_VALUE) {
            printf("%s (%zu, %zu, %zu): wrote outside its output\n", what, a, b, c);
            failures++;
            break;
        }
    }
}

#define FREE(...)                                                                                                      \
    do {                                                                                                               \
        block all[] = {__VA_ARGS__};                                                                                   \
        for (size_t i = 0; i < sizeof(all) / sizeof(all[0]); i++) { free(all[i].base); }                               \
    } while (0)

static void check_products(size_t m, size_t n, size_t k) {
    block b = block_of(k * n, 1), a = block_of(m * k, 1), at = block_of(k * m, 1);
    for (int transposed = 0; transposed < 2; transposed++) {
        block packed = block_of(best->packed_count(k, n), 0), reference = block_of(scalar->packed_count(k, n), 0);
        best->pack(packed.at, b.at, transposed ? k : n, k, n, transposed);
        scalar->pack(reference.at, b.at, transposed ? k : n, k, n, transposed);
        for (int accumulate = 0; accumulate < 2; accumulate++) {
            block got = block_of(m * n, 1), wanted = copy_of(got);
            best->multiply_packed(got.at, n, a.at, k, packed.at, m, n, k, accumulate);
            scalar->multiply_packed(wanted.at, n, a.at, k, reference.at, m, n, k, accumulate);
            expect_near("multiply_packed", m, n, k, got, wanted, 1e-5f * sqrtf((float)k + 1));
            FREE(got, wanted);
        }
        block bias = block_of(n, 1), got = block_of(m * n, 1), wanted = copy_of(got);
        best->multiply_packed_bias(got.at, n, a.at, k, packed.at, bias.at, m, n, k);
        scalar->multiply_packed_bias(wanted.at, n, a.at, k, reference.at, bias.at, m, n, k);
        expect_near("multiply_packed_bias", m, n, k, got, wanted, 1e-5f * sqrtf((float)k + 1));
        FREE(packed, reference, bias, got, wanted);
    }
    block got = block_of(m * n, 1), wanted = copy_of(got);
    best->multiply_transposed(got.at, n, at.at, m, b.at, n, m, n, k);
    scalar->multiply_transposed(wanted.at, n, at.at, m, b.at, n, m, n, k);
    expect_near("multiply_transposed", m, n, k, got, wanted, 1e-5f * sqrtf((float)k + 1));
    FREE(a, at, b, got, wanted);
}

static void check_lstm_cell(size_t rows, size_t units) {
    const size_t n = rows * units;
    block gates = block_of(4 * n, 3), gates2 = copy_of(gates), before = block_of(n, 2);
    block cell = block_of(n, 0), cell2 = block_of(n, 0), hidden = block_of(n, 0), hidden2 = block_of(n, 0);
    best->lstm_cell_forward(rows, units, gates.at, before.at, cell.at, hidden.at);
    scalar->lstm_cell_forward(rows, units, gates2.at, before.at, cell2.at, hidden2.at);
    expect_near("lstm_cell_forward gates", rows, units, 0, gates, gates2, 2e-6f);
    expect_near("lstm_cell_forward cell", rows, units, 0, cell, cell2, 2e-6f);
    expect_near("lstm_cell_forward hidden", rows, units, 0, hidden, hidden2, 2e-6f);

    block dh = block_of(n, 1), dc = block_of(n, 1), dc2 = copy_of(dc), d2 = block_of(4 * n, 0);
    scalar->lstm_cell_backward(rows, units, gates2.at, before.at, cell2.at, dh.at, dc2.at, d2.at);
    // In place, as the declaration allows.
    best->lstm_cell_backward(rows, units, gates.at, before.at, cell.at, dh.at, dc.at, gates.at);
    expect_near("lstm_cell_backward gates", rows, units, 0, gates, d2, 5e-6f);
    expect_near("lstm_cell_backward cell", rows, units, 0, dc, dc2, 5e-6f);
    FREE(gates, gates2, before, cell, cell2, hidden, hidden2, dh, dc, dc2, d2);
}

static void check_gru_cell(size_t rows, size_t units) {
    const size_t n = rows * units;
    block gates = block_of(3 * n, 3), gates2 = copy_of(gates), recurrent = block_of(3 * n, 3);
    block before = block_of(n, 1), hidden = block_of(n, 0), hidden2 = block_of(n, 0);
    best->gru_cell_forward(rows, units, gates.at, recurrent.at, before.at, hidden.at);
    scalar->gru_cell_forward(rows, units, gates2.at, recurrent.at, before.at, hidden2.at);
    expect_near("gru_cell_forward gates", rows, units, 0, gates, gates2, 2e-6f);
    expect_near("gru_cell_forward hidden", rows, units, 0, hidden, hidden2, 2e-6f);

    block dh = block_of(n, 1), dh2 = copy_of(dh), dx = block_of(3 * n, 0), dx2 = block_of(3 * n, 0);
    block dr = block_of(3 * n, 0), dr2 = block_of(3 * n, 0);
    best->gru_cell_backward(rows, units, gates2.at, recurrent.at, before.at, dh.at, dx.at, dr.at);
    scalar->gru_cell_backward(rows, units, gates2.at, recurrent.at, before.at, dh2.at, dx2.at, dr2.at);
    expect_near("gru_cell_backward hidden", rows, units, 0, dh, dh2, 2e-6f);
    expect_near("gru_cell_backward input", rows, units, 0, dx, dx2, 2e-6f);
    expect_near("gru_cell_backward recurrent", rows, units, 0, dr, dr2, 2e-6f);
    FREE(gates, gates2, recurrent, before, hidden, hidden2, dh, dh2, dx, dx2, dr, dr2);
}

#define CHECK_VECTOR(name, range, call)                                                                                \
    do {                                                                                                               \
        block x = block_of(n, range), y = block_of(n, 1), y2 = copy_of(y);                                             \
        {                                                                                                              \
            const sluice_kernels *kernels = best;                                                                      \
            float *out = y.at;                                                                                         \
            call;                                                                                                      \
        }                                                                                                              \
        {                                                                                                              \
            const sluice_kernels *kernels = scalar;                                                                    \
            float *out = y2.at;                                                                                        \
            call;                                                                                                      \
        }                                                                                                              \
        expect_near(name, n, 0, 0, y, y2, 1e-6f);                                                                      \
        FREE(x, y, y2);                                                                                                \
    } while (0)

static void check_vectors(size_t n) {
    CHECK_VECTOR("tanh", 10, kernels->tanh(n, x.at, out));
    CHECK_VECTOR("sigmoid", 30, kernels->sigmoid(n, x.at, out));
    CHECK_VECTOR("tanh_backward", 1, kernels->tanh_backward(n, x.at, out));
    CHECK_VECTOR("sigmoid_backward", 1, kernels->sigmoid_backward(n, x.at, out));
    CHECK_VECTOR("add", 1, kernels->add(n, x.at, out));
    CHECK_VECTOR("multiply", 1, kernels->multiply(n, x.at, out));
    CHECK_VECTOR("scale", 1, kernels->scale(n, 0.3f, out));
    CHECK_VECTOR("multiply_add", 1, kernels->multiply_add(n, -0.7f, x.at, out));
    CHECK_VECTOR("maximum", 1, kernels->maximum(n, x.at, out));
    for (size_t rows = 0; rows < 4; rows++) {
        block x = block_of(rows * n, 1), total = block_of(n, 1), total2 = copy_of(total);
        best->sum_rows(rows, n, x.at, total.at);
        scalar->sum_rows(rows, n, x.at, total2.at);
        expect_near("sum_rows", rows, n, 0, total, total2, 1e-6f);
        FREE(x, total, total2);
    }
    block x = block_of(n, 1), y = block_of(n, 1), got = block_of(2, 0), wanted = block_of(2, 0);
    got.at[0] = best->dot(n, x.at, y.at);
    wanted.at[0] = scalar->dot(n, x.at, y.at);
    got.at[1] = (float)best->sum_of_squares(n, x.at);
    wanted.at[1] = (float)scalar->sum_of_squares(n, x.at);
    // The plain sum is one chain, whose rounding grows with its length.
    expect_near("dot, sum_of_squares", n, 0, 0, got, wanted, 2e-6f * sqrtf((float)n + 1));
    got.at[0] = n == 0 ? 0 : best->largest(n, x.at);
    wanted.at[0] = n == 0 ? 0 : scalar->largest(n, x.at);
    got.at[1] = isinf(best->largest(0, x.at)) ? 1 : 0;
    wanted.at[1] = 1;
    expect_near("largest", n, 0, 0, got, wanted, 0);
    for (float range = 1; range < 200; range *= 10) {
        block z = block_of(n, range), e = block_of(n, 1), e2 = copy_of(e);
        const float top = scalar->largest(n, z.at);
        got.at[0] = (float)best->exponentials(n, top, z.at, e.at);
        wanted.at[0] = (float)scalar->exponentials(n, top, z.at, e2.at);
        expect_near("exponentials", n, (size_t)range, 0, e, e2, 3e-7f);
        expect_near("exponentials, sum", n, (size_t)range, 0, got, wanted, 1e-6f);
        // In place, as the declaration allows.
        best->exponentials(n, top, z.at, z.at);
        expect_near("exponentials in place", n, (size_t)range, 0, z, e, 0);
        FREE(z, e, e2);
    }
    FREE(x, y, got, wanted);
}

static void check_embedding(size_t d) {
    enum { entries = 9 };
    const int32_t ids[] = {3, 0, 8, 3, 5};
    block table = block_of(entries * d, 1), scales = block_of(entries, 0.1f);
    int8_t *bytes = malloc(entries * d + 1);
    if (bytes == NULL) { exit(2); }
    for (size_t i = 0; i < entries * d; i++) { bytes[i] = (int8_t)noise(128); }
    for (size_t count = 0; count <= 5; count++) {
        block got = block_of(d, 1), wanted = block_of(d, 1);
        best->gather_sum(d, table.at, ids, count, got.at);
        scalar->gather_sum(d, table.at, ids, count, wanted.at);
        expect_near("gather_sum", d, count, 0, got, wanted, 1e-6f);
        best->gather_sum_int8(d, bytes, scales.at, ids, count, got.at);
        scalar->gather_sum_int8(d, bytes, scales.at, ids, count, wanted.at);
        expect_near("gather_sum_int8", d, count, 0, got, wanted, 1e-5f);
        FREE(got, wanted);
    }
    free(bytes);
    FREE(table, scales);
}

static void check_sampling(size_t inputs, size_t targets, size_t d) {
    block x = block_of(inputs * d, 1), w = block_of(targets * d, 1), errors[2];
    block x2 = copy_of(x), w2 = copy_of(w);
    for (int plain = 0; plain < 2; plain++) {
        float *rows[16], *ends[SLUICE_SAMPLING_TARGETS];
        for (size_t i = 0; i < inputs; i++) { rows[i] = (plain ? x2 : x).at + i * d; }
        for (size_t t = 0; t < targets; t++) { ends[t] = (plain ? w2 : w).at + t * d; }
        errors[plain] = block_of(inputs * targets, 1);
        (plain ? scalar : best)->negative_sampling(d, inputs, rows, targets, targets / 2, ends, 0.3f, errors[plain].at);
    }
    expect_near("negative_sampling errors", inputs, targets, d, errors[0], errors[1], 1e-5f);
    expect_near("negative_sampling inputs", inputs, targets, d, x, x2, 2e-5f);
    expect_near("negative_sampling targets", inputs, targets, d, w, w2, 2e-5f);
    FREE(x, w, x2, w2, errors[0], errors[1]);
}

static void check_adam(size_t n) {
    block w = block_of(n, 1), g = block_of(n, 1), m = block_of(n, 1), v = block_of(n, 1);
    for (size_t i = 0; i < n; i++) { v.at[i] = fabsf(v.at[i]); }
    block w2 = copy_of(w), m2 = copy_of(m), v2 = copy_of(v);
    for (int step = 0; step < 3; step++) {
        best->adam(n, w.at, g.at, m.at, v.at, 0.7f, 0.01f, 0.9f, 0.999f, 1e-7f);
        scalar->adam(n, w2.at, g.at, m2.at, v2.at, 0.7f, 0.01f, 0.9f, 0.999f, 1e-7f);
    }
    expect_near("adam w", n, 0, 0, w, w2, 2e-6f);
    expect_near("adam m", n, 0, 0, m, m2, 2e-6f);
    expect_near("adam v", n, 0, 0, v, v2, 2e-6f);
    best->adam_idle(n, w.at, m.at, v.at, 0.99f, 0.02f, 1e-6f, 0.8f, 0.99f);
    scalar->adam_idle(n, w2.at, m2.at, v2.at, 0.99f, 0.02f, 1e-6f, 0.8f, 0.99f);
    expect_near("adam_idle w", n, 0, 0, w, w2, 2e-6f);
    expect_near("adam_idle m", n, 0, 0, m, m2, 2e-6f);
    expect_near("adam_idle v", n, 0, 0, v, v2, 2e-6f);
    FREE(w, g, m, v, w2, m2, v2);
}

static void check_rmsprop(size_t n) {
    block w = block_of(n, 1), g = block_of(n, 1), v = block_of(n, 1);
    for (size_t i = 0; i < n; i++) { v.at[i] = fabsf(v.at[i]); }
    block w2 = copy_of(w), v2 = copy_of(v);
    for (int step = 0; step < 3; step++) {
        best->rmsprop(n, w.at, g.at, v.at, 0.7f, 0.01f, 0.9f, 1e-7f);
        scalar->rmsprop(n, w2.at, g.at, v2.at, 0.7f, 0.01f, 0.9f, 1e-7f);
    }
    expect_near("rmsprop w", n, 0, 0, w, w2, 2e-6f);
    expect_near("rmsprop v", n, 0, 0, v, v2, 2e-6f);
    FREE(w, g, v, w2, v2);
}

enum layer { LSTM, GRU, GRU_RESET_BEFORE, SIMPLE_RNN };
static const char *const layer_names[] = {"lstm_sequence", "gru_sequence", "gru_reset_before_sequence",
                                          "simple_rnn_sequence"};
static const size_t layer_gates[] = {4, 3, 3, 1};

// `count` of the gates of a recurrent kernel from `first` on, packed.
static block packed_block(const sluice_kernels *kernels, block recurrent, size_t units, size_t first, size_t count,
                          size_t gates, int int8) {
    block columns = block_of(units * count * units, 0);
    for (size_t k = 0; k < units && count > 0; k++) {
        memcpy(columns.at + k * count * units, recurrent.at + (k * gates + first) * units,
               count * units * sizeof(float));
    }
    const size_t bytes = int8 ? kernels->int8_bytes(units, count, units) : 0;
    block packed = block_of(int8 ? (bytes + 3) / 4 : kernels->recurrent_count(count, units), 0);
    if (int8) {
        kernels->pack_int8(packed.at, columns.at, units, count, units);
    } else {
        kernels->pack_recurrent(packed.at, columns.at, count, units);
    }
    FREE(columns);
    return packed;
}

// The outputs (steps, units), then the state, of one layer run with one table; in pieces of 1, 2, … `piece` steps and
// again from 1, or at once where `piece` is 0.
static block run_sequence(const sluice_kernels *kernels, enum layer layer, size_t steps, size_t units,
                          block input, block recurrent, block bias, block state, int reversed, size_t piece,
                          int int8) {
    const size_t gates = layer_gates[layer], padded = (units + kernels->lanes - 1) / kernels->lanes * kernels->lanes;
    block x = block_of(steps * gates * padded, 0), b = block_of(gates * padded, 0);
    // The gates of a GRU that resets before are packed apart from its candidate.
    const size_t together = layer == GRU_RESET_BEFORE ? 2 : gates, apart = gates - together;
    block packed = packed_block(kernels, recurrent, units, 0, together, gates, int8);
    block candidate = packed_block(kernels, recurrent, units, together, apart, gates, int8);
    block hidden = block_of(2 * padded, 0), cell = block_of(padded, 0), scratch = block_of(2 * padded, 0);
    block out = block_of((steps + 1) * units, 0);
    kernels->arrange_gates(x.at, input.at, steps, gates, units);
    kernels->arrange_gates(b.at, bias.at, 1, gates, units);
    memcpy(hidden.at, state.at, units * sizeof(float));
    memcpy(cell.at, state.at, units * sizeof(float));
    const ptrdiff_t sign = reversed ? -1 : 1;
    const size_t last = reversed && steps > 0 ? steps - 1 : 0;
    const float *from = x.at + last * gates * padded;
    float *to = out.at + last * units;
    const ptrdiff_t in_stride = sign * (ptrdiff_t)(gates * padded), out_stride = sign * (ptrdiff_t)units;
    size_t done = 0, next = piece == 0 ? steps : 1;
    // Once at least: no steps must leave the state as it was.
    do {
        const size_t count = next < steps - done ? next : steps - done;
        switch (layer) {
        case LSTM:
            (int8 ? kernels->lstm_sequence_int8 : kernels->lstm_sequence)(
                count, units, packed.at, from, in_stride, hidden.at, cell.at, to, out_stride);
            break;
        case GRU:
            (int8 ? kernels->gru_sequence_int8 : kernels->gru_sequence)(
                count, units, packed.at, b.at, from, in_stride, hidden.at, to, out_stride);
            break;
        case GRU_RESET_BEFORE:
            (int8 ? kernels->gru_reset_before_sequence_int8 : kernels->gru_reset_before_sequence)(
                count, units, packed.at, candidate.at, from, in_stride, hidden.at, scratch.at, to, out_stride);
            break;
        case SIMPLE_RNN:
            (int8 ? kernels->simple_rnn_sequence_int8 : kernels->simple_rnn_sequence)(
                count, units, packed.at, from, in_stride, hidden.at, to, out_stride);
            break;
        }
        from += (ptrdiff_t)count * in_stride;
        to += (ptrdiff_t)count * out_stride;
        done += count;
        next = next == piece ? 1 : next + 1;
    } while (done < steps);
    memcpy(out.at + steps * units, hidden.at, units * sizeof(float));
    for (size_t unit = units; unit < padded; unit++) {
        if (hidden.at[unit] != 0) {
            printf("%s (%zu, %zu): the padding of the state is %.9g\n", layer_names[layer], steps, units,
                   (double)hidden.at[unit]);
            failures++;
        }
    }
    FREE(x, b, packed, candidate, hidden, cell, scratch);
    return out;
}

static void check_sequences(size_t steps, size_t units) {
    for (int layer = LSTM; layer <= SIMPLE_RNN; layer++) {
        const size_t gates = layer_gates[layer];
        block input = block_of(steps * gates * units, 2), bias = block_of(gates * units, 1);
        block recurrent = block_of(units * gates * units, 1.0f / sqrtf((float)units));
        block state = block_of(units, 0.5f);
        for (int reversed = 0; reversed < 2; reversed++) {
            for (int int8 = 0; int8 < 2; int8++) {
                block got = run_sequence(best, layer, steps, units, input, recurrent, bias, state, reversed, 0, int8);
                block wanted =
                    run_sequence(scalar, layer, steps, units, input, recurrent, bias, state, reversed, 0, int8);
                // Two that round a state differently are as far apart as the roundings are.
                expect_near(layer_names[layer], steps, units, (size_t)reversed, got, wanted, int8 ? 1e-2f : 1e-5f);
                block pieces =
                    run_sequence(best, layer, steps, units, input, recurrent, bias, state, reversed, 3, int8);
                expect_near(layer_names[layer], steps, units, (size_t)reversed, pieces, got, 0);
                FREE(got, wanted, pieces);
            }
        }
        FREE(input, bias, recurrent, state);
    }
}

// A step of some rows with one table: (rows, units) hidden, then (rows, units) cell; with `alone` each row as a sequence
// of one step.
static block run_rows(const sluice_kernels *kernels, enum layer layer, size_t rows, size_t units, block input,
                      block recurrent, block bias, block state, int alone) {
    const size_t gates = layer_gates[layer], lanes = kernels->lanes, padded = (units + lanes - 1) / lanes * lanes;
    block x = block_of(rows * gates * padded, 0), b = block_of(gates * padded, 0);
    block packed = packed_block(kernels, recurrent, units, 0, gates, gates, 0);
    block before = block_of(rows * padded, 0), after = block_of(rows * padded, 0), cell = block_of(rows * padded, 0);
    block out = block_of(2 * rows * units, 0);
    const float **inputs = malloc((rows + 1) * sizeof(float *));
    if (inputs == NULL) { exit(2); }
    kernels->arrange_gates(x.at, input.at, rows, gates, units);
    kernels->arrange_gates(b.at, bias.at, 1, gates, units);
    for (size_t row = 0; row < rows; row++) {
        memcpy(before.at + row * padded, state.at + row * units, units * sizeof(float));
        memcpy(cell.at + row * padded, state.at + row * units, units * sizeof(float));
        inputs[row] = x.at + row * gates * padded;
    }
    for (size_t row = 0; alone && row < rows; row++) {
        block hidden = block_of(2 * padded, 0);
        float *c = cell.at + row * padded;
        memcpy(hidden.at, before.at + row * padded, padded * sizeof(float));
        if (layer == LSTM) {
            kernels->lstm_sequence(1, units, packed.at, inputs[row], 0, hidden.at, c, NULL, 0);
        } else if (layer == GRU) {
            kernels->gru_sequence(1, units, packed.at, b.at, inputs[row], 0, hidden.at, NULL, 0);
        } else {
            kernels->simple_rnn_sequence(1, units, packed.at, inputs[row], 0, hidden.at, NULL, 0);
        }
        memcpy(after.at + row * padded, hidden.at, padded * sizeof(float));
        FREE(hidden);
    }
    if (!alone && layer == LSTM) {
        kernels->lstm_rows(rows, units, packed.at, inputs, before.at, after.at, cell.at);
    } else if (!alone && layer == GRU) {
        kernels->gru_rows(rows, units, packed.at, b.at, inputs, before.at, after.at);
    } else if (!alone) {
        kernels->simple_rnn_rows(rows, units, packed.at, inputs, before.at, after.at);
    }
    for (size_t row = 0; row < rows; row++) {
        memcpy(out.at + row * units, after.at + row * padded, units * sizeof(float));
        memcpy(out.at + (rows + row) * units, cell.at + row * padded, units * sizeof(float));
    }
    free(inputs);
    FREE(x, b, packed, before, after, cell);
    return out;
}

static void check_rows(size_t rows, size_t units) {
    static const enum layer layers[] = {LSTM, GRU, SIMPLE_RNN};
    for (size_t i = 0; i < 3; i++) {
        const enum layer layer = layers[i];
        const size_t gates = layer_gates[layer];
        block input = block_of(rows * gates * units, 2), bias = block_of(gates * units, 1);
        block recurrent = block_of(units * gates * units, 1.0f / sqrtf((float)units)), state = block_of(rows * units, 1);
        block got = run_rows(best, layer, rows, units, input, recurrent, bias, state, 0);
        block wanted = run_rows(scalar, layer, rows, units, input, recurrent, bias, state, 0);
        block alone = run_rows(best, layer, rows, units, input, recurrent, bias, state, 1);
        expect_near("several rows", layer, rows, units, got, wanted, 1e-5f);
        expect_near("several rows and each alone", layer, rows, units, got, alone, 0);
        FREE(input, bias, recurrent, state, got, wanted, alone);
    }
}

// Small whole numbers have no rounding: what comes out are the integers themselves.
static void check_int8_product(size_t m, size_t units, size_t k) {
    for (size_t gates = 1; gates <= 4; gates++) {
        block b = block_of(k * gates * units, 1), x = block_of(m * k, 1), bias = block_of(gates * units, 0);
        for (size_t i = 0; i < b.count; i++) { b.at[i] = rintf(b.at[i] * 126); }
        for (size_t i = 0; i < x.count; i++) { x.at[i] = rintf(x.at[i] * 126); }
        // So that every scale is 1.
        for (size_t i = 0; k > 0 && i < gates * units; i++) { b.at[i] = 127; }
        for (size_t i = 0; k > 0 && i < m; i++) { x.at[i * k] = -127; }
        block out[2];
        for (int plain = 0; plain < 2; plain++) {
            const sluice_kernels *kernels = plain ? scalar : best;
            const size_t lanes = kernels->lanes, columns = (units + lanes - 1) / lanes * lanes * gates;
            block packed = block_of((kernels->int8_bytes(k, gates, units) + 3) / 4, 0), start = block_of(columns, 0);
            block arranged = block_of(m * columns, 0);
            kernels->pack_int8(packed.at, b.at, k, gates, units);
            kernels->multiply_int8(arranged.at, x.at, k, packed.at, start.at, m, k, gates, units);
            out[plain] = block_of(m * gates * units, 0);
            for (size_t i = 0; i < out[plain].count; i++) {
                const size_t row = i / (gates * units), gate = i / units % gates, unit = i % units;
                out[plain].at[i] =
                    arranged.at[row * columns + (unit / lanes * gates + gate) * lanes + unit % lanes];
            }
            FREE(packed, start, arranged);
        }
        expect_near("multiply_int8", m, units, k, out[0], out[1], 0);
        FREE(b, x, bias, out[0], out[1]);
    }
}

// Scales are powers of two and all else is whole numbers, so nothing is rounded and hits must be the same. Every other
// block has rows that are kept from being hits, every seventh is passed over.
static void check_scan(size_t blocks, size_t groups, size_t count, int bits, float threshold) {
    const size_t dimensions = groups * (bits == 8 ? 4 : 8), rows = blocks * 16;
    block scales = block_of(rows, 1), errors = block_of(rows, 100), norms = block_of(rows, 100);
    for (size_t i = 0; i < rows; i++) {
        scales.at[i] = noise(1) < 0 ? 0.5f : 1;
        errors.at[i] = rintf(fabsf(errors.at[i]));
        norms.at[i] = rintf(fabsf(norms.at[i]));
    }
    uint8_t *values = malloc(rows * groups * 4 + 1);
    int8_t *numbers = malloc(count * dimensions + 1);
    uint16_t *bitmaps = malloc(2 * (blocks + 1) * sizeof(uint16_t)), *visited = bitmaps + blocks + 1;
    if (values == NULL || numbers == NULL || bitmaps == NULL) { exit(2); }
    for (size_t i = 0; i < rows * groups * 4; i++) { values[i] = (uint8_t)(128 + noise(128)); }
    for (size_t i = 0; i < blocks; i++) {
        bitmaps[i] = i % 2 == 0 ? (uint16_t)(32768 + noise(32768)) : 0xffff;
        visited[i] = i % 7 != 6;
    }
    sluice_scan_query queries[8];
    for (size_t i = 0; i < count; i++) {
        int32_t sum = 0;
        for (size_t d = 0; d < dimensions; d++) {
            numbers[i * dimensions + d] = (int8_t)rintf(noise(127));
            sum += numbers[i * dimensions + d];
        }
        queries[i] = (sluice_scan_query){numbers + i * dimensions, -sum * (bits == 8 ? 128 : 8), 3, -1, threshold,
                                         i % 3 == 1 ? NULL : bitmaps};
    }
    const sluice_scan_rows scanned = {values, groups, scales.at, errors.at, norms.at, groups % 2 == 0 ? visited : NULL};
    // All that is found of every block, one call after the other.
    block found[2] = {block_of(blocks * count * 18, 0), block_of(blocks * count * 18, 0)};
    for (int plain = 0; plain < 2; plain++) {
        const sluice_kernels *kernels = plain ? scalar : best;
        int32_t sums[8 * 16];
        uint16_t hits[8];
        for (size_t at = 0; at < blocks; at++) {
            at = (bits == 8 ? kernels->scan_int8 : kernels->scan_int4)(&scanned, at, blocks, queries, count, sums, hits);
            for (size_t i = 0; at < blocks && i < count; i++) {
                float *out = found[plain].at + (at * count + i) * 18;
                out[0] = hits[i];
                for (size_t lane = 0; hits[i] != 0 && lane < 16; lane++) { out[1 + lane] = (float)sums[i * 16 + lane]; }
            }
        }
    }
    expect_near(bits == 8 ? "scan_int8" : "scan_int4", blocks, groups, count, found[0], found[1], 0);
    free(values);
    free(numbers);
    free(bitmaps);
    FREE(scales, errors, norms, found[0], found[1]);
}

sluice_check_result sluice_check_kernels(const char *name) {
    scalar = sluice_kernels_named("scalar");
    best = sluice_kernels_named(name);
    comparisons = failures = 0;
    noise_state = 1;
    if (best == NULL) { return (sluice_check_result){0, 0}; }
    static const size_t sizes[] = {0, 1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 17, 31, 33, 64, 65, 130, 200};
    const size_t size_count = sizeof(sizes) / sizeof(sizes[0]);
    for (size_t i = 0; i < size_count; i++) {
        check_vectors(sizes[i]);
        check_embedding(sizes[i]);
        check_adam(sizes[i]);
        check_rmsprop(sizes[i]);
        for (size_t j = 0; j < size_count; j++) {
            if (sizes[i] <= 9) {
                check_lstm_cell(sizes[i], sizes[j]);
                check_gru_cell(sizes[i], sizes[j]);
                if (sizes[j] > 0) { check_sequences(sizes[i], sizes[j]); }
                if (sizes[j] > 0) { check_rows(sizes[i], sizes[j]); }
            }
            for (size_t k = 0; k < size_count; k++) {
                if (sizes[i] <= 17 || sizes[j] * sizes[k] <= 1000) { check_products(sizes[i], sizes[j], sizes[k]); }
                if (sizes[i] <= 5 && sizes[j] > 0) { check_int8_product(sizes[i], sizes[j], sizes[k]); }
            }
        }
    }
    for (size_t inputs = 0; inputs <= 11; inputs++) {
        for (size_t targets = 1; targets <= SLUICE_SAMPLING_TARGETS; targets++) {
            for (size_t i = 0; i < size_count; i++) { check_sampling(inputs, targets, sizes[i]); }
        }
    }
    for (size_t groups = 0; groups <= 20; groups++) {
        for (size_t count = 1; count <= 8; count++) {
            for (int bits = 4; bits <= 8; bits += 4) {
                check_scan(groups + count, groups, count, bits, 2000);
                check_scan(5, groups, count, bits, -INFINITY);
                check_scan(40, groups, count, bits, 20000);
            }
        }
    }
    check_vectors(5001);
    check_products(65, 65, 400);
    check_products(500, 20, 20);
    check_int8_product(4, 20, 2500);
    check_sequences(100, 64);
    return (sluice_check_result){comparisons, failures};
}
