// The reference: plain loops and the C library's functions, sharing nothing with the vector kernels that are
// tested against it. Written to be read; speed is no aim.

#include "floating_point.h"
#include "tables.h"

#include <float.h>
#include <math.h>
#include <string.h>

static float logistic(float x) { return 1.0f / (1.0f + expf(-x)); }

// MARK: Matrix products

static size_t packed_count(size_t k, size_t n) { return k * n; }

static void pack(float *packed, const float *b, size_t ldb, size_t k, size_t n, int transposed) {
    for (size_t row = 0; row < k; row++) {
        for (size_t column = 0; column < n; column++) {
            packed[row * n + column] = transposed ? b[column * ldb + row] : b[row * ldb + column];
        }
    }
}

static void multiply_packed(float *c, size_t ldc, const float *a, size_t lda, const float *packed, size_t m,
                            size_t n, size_t k, int accumulate) {
    floating_point_state state = floating_point_enter();
    for (size_t row = 0; row < m; row++) {
        float *out = c + row * ldc;
        if (!accumulate) {
            for (size_t column = 0; column < n; column++) { out[column] = 0; }
        }
        for (size_t inner = 0; inner < k; inner++) {
            const float factor = a[row * lda + inner];
            for (size_t column = 0; column < n; column++) { out[column] += factor * packed[inner * n + column]; }
        }
    }
    floating_point_leave(state);
}

static void multiply_packed_bias(float *c, size_t ldc, const float *a, size_t lda, const float *packed,
                                 const float *bias, size_t m, size_t n, size_t k) {
    for (size_t row = 0; row < m; row++) {
        for (size_t column = 0; column < n; column++) { c[row * ldc + column] = bias[column]; }
    }
    multiply_packed(c, ldc, a, lda, packed, m, n, k, 1);
}

static void multiply_transposed(float *c, size_t ldc, const float *a, size_t lda, const float *b, size_t ldb,
                                size_t m, size_t n, size_t k) {
    floating_point_state state = floating_point_enter();
    for (size_t inner = 0; inner < k; inner++) {
        for (size_t row = 0; row < m; row++) {
            const float factor = a[inner * lda + row];
            for (size_t column = 0; column < n; column++) {
                c[row * ldc + column] += factor * b[inner * ldb + column];
            }
        }
    }
    floating_point_leave(state);
}

// MARK: Recurrent cells

static void lstm_cell_forward(size_t rows, size_t units, float *gates, const float *cell_before, float *cell,
                              float *hidden) {
    floating_point_state state = floating_point_enter();
    for (size_t row = 0; row < rows; row++) {
        for (size_t unit = 0; unit < units; unit++) {
            float *gate = gates + row * 4 * units + unit;
            const float i = logistic(gate[0]);
            const float f = logistic(gate[units]);
            const float g = tanhf(gate[2 * units]);
            const float o = logistic(gate[3 * units]);
            const float c = f * cell_before[row * units + unit] + i * g;
            gate[0] = i;
            gate[units] = f;
            gate[2 * units] = g;
            gate[3 * units] = o;
            cell[row * units + unit] = c;
            hidden[row * units + unit] = o * tanhf(c);
        }
    }
    floating_point_leave(state);
}

static void lstm_cell_backward(size_t rows, size_t units, const float *gates, const float *cell_before,
                               const float *cell, const float *d_hidden, float *d_cell, float *d_gates) {
    floating_point_state state = floating_point_enter();
    for (size_t row = 0; row < rows; row++) {
        for (size_t unit = 0; unit < units; unit++) {
            const float *gate = gates + row * 4 * units + unit;
            float *out = d_gates + row * 4 * units + unit;
            const size_t at = row * units + unit;
            const float i = gate[0], f = gate[units], g = gate[2 * units], o = gate[3 * units];
            const float t = tanhf(cell[at]);
            const float dc = d_cell[at] + d_hidden[at] * o * (1 - t * t);
            out[0] = dc * g * i * (1 - i);
            out[units] = dc * cell_before[at] * f * (1 - f);
            out[2 * units] = dc * i * (1 - g * g);
            out[3 * units] = d_hidden[at] * t * o * (1 - o);
            d_cell[at] = dc * f;
        }
    }
    floating_point_leave(state);
}

static void gru_cell_forward(size_t rows, size_t units, float *input, const float *recurrent,
                             const float *hidden_before, float *hidden) {
    floating_point_state state = floating_point_enter();
    for (size_t row = 0; row < rows; row++) {
        for (size_t unit = 0; unit < units; unit++) {
            float *x = input + row * 3 * units + unit;
            const float *h = recurrent + row * 3 * units + unit;
            const float z = logistic(x[0] + h[0]);
            const float r = logistic(x[units] + h[units]);
            const float candidate = tanhf(x[2 * units] + r * h[2 * units]);
            x[0] = z;
            x[units] = r;
            x[2 * units] = candidate;
            hidden[row * units + unit] = z * hidden_before[row * units + unit] + (1 - z) * candidate;
        }
    }
    floating_point_leave(state);
}

static void gru_cell_backward(size_t rows, size_t units, const float *gates, const float *recurrent,
                              const float *hidden_before, float *d_hidden, float *d_input, float *d_recurrent) {
    floating_point_state state = floating_point_enter();
    for (size_t row = 0; row < rows; row++) {
        for (size_t unit = 0; unit < units; unit++) {
            const size_t first = row * 3 * units + unit, at = row * units + unit;
            const float z = gates[first], r = gates[first + units], candidate = gates[first + 2 * units];
            const float dh = d_hidden[at];
            const float d_candidate = dh * (1 - z) * (1 - candidate * candidate);
            const float d_z = dh * (hidden_before[at] - candidate) * z * (1 - z);
            const float d_r = d_candidate * recurrent[first + 2 * units] * r * (1 - r);
            d_input[first] = d_z;
            d_input[first + units] = d_r;
            d_input[first + 2 * units] = d_candidate;
            d_recurrent[first] = d_z;
            d_recurrent[first + units] = d_r;
            d_recurrent[first + 2 * units] = d_candidate * r;
            d_hidden[at] = dh * z;
        }
    }
    floating_point_leave(state);
}

// MARK: Vectors

// One loop over n elements with denormals as zero.
#define EACH(statement)                                                                                                \
    do {                                                                                                               \
        floating_point_state state = floating_point_enter();                                                           \
        for (size_t i = 0; i < n; i++) { statement; }                                                                  \
        floating_point_leave(state);                                                                                   \
    } while (0)

static void vector_tanh(size_t n, const float *x, float *y) { EACH(y[i] = tanhf(x[i])); }
static void vector_sigmoid(size_t n, const float *x, float *y) { EACH(y[i] = logistic(x[i])); }
static void tanh_backward(size_t n, const float *y, float *d) { EACH(d[i] *= 1 - y[i] * y[i]); }
static void sigmoid_backward(size_t n, const float *y, float *d) { EACH(d[i] *= y[i] * (1 - y[i])); }
static void add(size_t n, const float *x, float *y) { EACH(y[i] += x[i]); }
static void multiply(size_t n, const float *x, float *y) { EACH(y[i] *= x[i]); }
static void scale(size_t n, float factor, float *y) { EACH(y[i] *= factor); }
static void multiply_add(size_t n, float factor, const float *x, float *y) { EACH(y[i] += factor * x[i]); }
static void maximum(size_t n, const float *x, float *y) { EACH(y[i] = y[i] > x[i] ? y[i] : x[i]); }

static float dot(size_t n, const float *x, const float *y) {
    float sum = 0;
    EACH(sum += x[i] * y[i]);
    return sum;
}

static float largest(size_t n, const float *x) {
    float top = -INFINITY;
    EACH(top = x[i] > top ? x[i] : top);
    return top;
}

static double exponentials(size_t n, float shift, const float *x, float *y) {
    double sum = 0;
    EACH({
        const float value = expf(x[i] - shift);
        y[i] = value < FLT_MIN ? 0 : value;
        sum += (double)y[i];
    });
    return sum;
}

static double sum_of_squares(size_t n, const float *x) {
    double sum = 0;
    EACH(sum += (double)x[i] * (double)x[i]);
    return sum;
}

static void sum_rows(size_t rows, size_t n, const float *x, float *sum) {
    for (size_t row = 0; row < rows; row++) { add(n, x + row * n, sum); }
}

// MARK: Embedding

static void gather_sum(size_t d, const float *table, const int32_t *ids, size_t count, float *out) {
    memset(out, 0, d * sizeof(float));
    for (size_t id = 0; id < count; id++) { add(d, table + (size_t)ids[id] * d, out); }
}

static void gather_sum_int8(size_t d, const int8_t *table, const float *scales, const int32_t *ids, size_t count,
                            float *out) {
    const size_t n = d;
    memset(out, 0, d * sizeof(float));
    for (size_t id = 0; id < count; id++) {
        const int8_t *row = table + (size_t)ids[id] * d;
        const float factor = scales[ids[id]];
        EACH(out[i] += factor * (float)row[i]);
    }
}

// MARK: Word vectors

static void negative_sampling(size_t d, size_t inputs, float *const *x, size_t targets, size_t right, float *const *w,
                              float rate, float *errors) {
    floating_point_state state = floating_point_enter();
    for (size_t i = 0; i < inputs; i++) {
        for (size_t t = 0; t < targets; t++) {
            float product = 0;
            for (size_t at = 0; at < d; at++) { product += x[i][at] * w[t][at]; }
            errors[i * targets + t] = rate * ((t < right ? 1.0f : 0.0f) - logistic(product));
        }
    }
    for (size_t at = 0; at < d; at++) {
        float before[SLUICE_SAMPLING_TARGETS], after[SLUICE_SAMPLING_TARGETS];
        for (size_t t = 0; t < targets; t++) { before[t] = after[t] = w[t][at]; }
        for (size_t i = 0; i < inputs; i++) {
            const float row = x[i][at];
            for (size_t t = 0; t < targets; t++) {
                x[i][at] += errors[i * targets + t] * before[t];
                after[t] += errors[i * targets + t] * row;
            }
        }
        for (size_t t = 0; t < targets; t++) { w[t][at] = after[t]; }
    }
    floating_point_leave(state);
}

// MARK: Optimisers

static void adam(size_t n, float *w, const float *g, float *m, float *v, float gradient_scale, float alpha,
                 float beta1, float beta2, float epsilon) {
    EACH({
        const float gradient = g[i] * gradient_scale;
        m[i] += (gradient - m[i]) * (1 - beta1);
        v[i] += (gradient * gradient - v[i]) * (1 - beta2);
        w[i] -= alpha * m[i] / (sqrtf(v[i]) + epsilon);
    });
}

static void adam_idle(size_t n, float *w, float *m, float *v, float keep, float move, float epsilon, float first,
                      float second) {
    EACH({
        w[i] = w[i] * keep - m[i] * move / (sqrtf(v[i]) + epsilon);
        m[i] *= first;
        v[i] *= second;
    });
}

static void rmsprop(size_t n, float *w, const float *g, float *v, float gradient_scale, float rate, float rho,
                    float epsilon) {
    EACH({
        const float gradient = g[i] * gradient_scale;
        v[i] += (gradient * gradient - v[i]) * (1 - rho);
        w[i] -= rate * gradient / sqrtf(v[i] + epsilon);
    });
}

// MARK: Sequences. One lane, so "arranged" is (units, gates) and nothing is padded.

static void arrange_gates(float *out, const float *in, size_t rows, size_t gates, size_t units) {
    for (size_t row = 0; row < rows; row++) {
        for (size_t gate = 0; gate < gates; gate++) {
            for (size_t unit = 0; unit < units; unit++) {
                out[(row * units + unit) * gates + gate] = in[(row * gates + gate) * units + unit];
            }
        }
    }
}

static size_t recurrent_count(size_t gates, size_t units) { return units * gates * units; }

static void pack_recurrent(float *packed, const float *recurrent, size_t gates, size_t units) {
    arrange_gates(packed, recurrent, units, gates, units);
}

// Column `column` of hidden (units) · packed (units, columns).
static float recurrent_product(const float *hidden, const void *packed, size_t units, size_t columns,
                               size_t column) {
    const float *weights = packed;
    float sum = 0;
    for (size_t k = 0; k < units; k++) { sum += hidden[k] * weights[k * columns + column]; }
    return sum;
}

// That, or the same in 8 bits.
typedef float (*product_of_column)(const float *hidden, const void *packed, size_t units, size_t columns,
                                   size_t column);

// The new state lies in the second half of `hidden`: it becomes the state, and an output if any are kept.
static void finish_step(size_t units, float *hidden, float *output) {
    memcpy(hidden, hidden + units, units * sizeof(float));
    if (output != NULL) { memcpy(output, hidden, units * sizeof(float)); }
}

static void run_lstm(product_of_column product, size_t steps, size_t units, const void *packed,
                     const float *input, ptrdiff_t input_stride, float *hidden, float *cell, float *outputs,
                     ptrdiff_t output_stride) {
    floating_point_state state = floating_point_enter();
    for (size_t step = 0; step < steps; step++) {
        const float *x = input + (ptrdiff_t)step * input_stride;
        for (size_t unit = 0; unit < units; unit++) {
            float gate[4];
            for (size_t g = 0; g < 4; g++) {
                gate[g] = x[4 * unit + g] + product(hidden, packed, units, 4 * units, 4 * unit + g);
            }
            cell[unit] = logistic(gate[1]) * cell[unit] + logistic(gate[0]) * tanhf(gate[2]);
            hidden[units + unit] = logistic(gate[3]) * tanhf(cell[unit]);
        }
        finish_step(units, hidden, outputs == NULL ? NULL : outputs + (ptrdiff_t)step * output_stride);
    }
    floating_point_leave(state);
}

static void run_gru(product_of_column product, size_t steps, size_t units, const void *packed,
                    const float *recurrent_bias, const float *input, ptrdiff_t input_stride, float *hidden,
                    float *outputs, ptrdiff_t output_stride) {
    floating_point_state state = floating_point_enter();
    for (size_t step = 0; step < steps; step++) {
        const float *x = input + (ptrdiff_t)step * input_stride;
        for (size_t unit = 0; unit < units; unit++) {
            float h[3];
            for (size_t g = 0; g < 3; g++) {
                h[g] = recurrent_bias[3 * unit + g]
                    + product(hidden, packed, units, 3 * units, 3 * unit + g);
            }
            const float z = logistic(x[3 * unit] + h[0]);
            const float r = logistic(x[3 * unit + 1] + h[1]);
            const float candidate = tanhf(x[3 * unit + 2] + r * h[2]);
            hidden[units + unit] = z * hidden[unit] + (1 - z) * candidate;
        }
        finish_step(units, hidden, outputs == NULL ? NULL : outputs + (ptrdiff_t)step * output_stride);
    }
    floating_point_leave(state);
}

static void run_gru_reset_before(product_of_column product, size_t steps, size_t units,
                                 const void *packed_gates, const void *packed_candidate, const float *input,
                                 ptrdiff_t input_stride, float *hidden, float *scratch, float *outputs,
                                 ptrdiff_t output_stride) {
    floating_point_state state = floating_point_enter();
    float *z = scratch, *reset = scratch + units;
    for (size_t step = 0; step < steps; step++) {
        const float *x = input + (ptrdiff_t)step * input_stride;
        for (size_t unit = 0; unit < units; unit++) {
            const float h_z = product(hidden, packed_gates, units, 2 * units, 2 * unit);
            const float h_r = product(hidden, packed_gates, units, 2 * units, 2 * unit + 1);
            z[unit] = logistic(x[3 * unit] + h_z);
            reset[unit] = logistic(x[3 * unit + 1] + h_r) * hidden[unit];
        }
        for (size_t unit = 0; unit < units; unit++) {
            const float h = product(reset, packed_candidate, units, units, unit);
            const float candidate = tanhf(x[3 * unit + 2] + h);
            hidden[units + unit] = z[unit] * hidden[unit] + (1 - z[unit]) * candidate;
        }
        finish_step(units, hidden, outputs == NULL ? NULL : outputs + (ptrdiff_t)step * output_stride);
    }
    floating_point_leave(state);
}

static void run_simple_rnn(product_of_column product, size_t steps, size_t units, const void *packed,
                           const float *input, ptrdiff_t input_stride, float *hidden, float *outputs,
                           ptrdiff_t output_stride) {
    floating_point_state state = floating_point_enter();
    for (size_t step = 0; step < steps; step++) {
        const float *x = input + (ptrdiff_t)step * input_stride;
        for (size_t unit = 0; unit < units; unit++) {
            hidden[units + unit] = tanhf(x[unit] + product(hidden, packed, units, units, unit));
        }
        finish_step(units, hidden, outputs == NULL ? NULL : outputs + (ptrdiff_t)step * output_stride);
    }
    floating_point_leave(state);
}

// A step of several rows is a step of each: see the sequences.

static void lstm_rows(size_t rows, size_t units, const float *packed, const float *const *inputs,
                      const float *before, float *after, float *cell) {
    for (size_t row = 0; row < rows; row++) {
        for (size_t unit = 0; unit < units; unit++) {
            float gate[4];
            for (size_t g = 0; g < 4; g++) {
                gate[g] = inputs[row][4 * unit + g]
                    + recurrent_product(before + row * units, packed, units, 4 * units, 4 * unit + g);
            }
            float *c = cell + row * units + unit;
            *c = logistic(gate[1]) * *c + logistic(gate[0]) * tanhf(gate[2]);
            after[row * units + unit] = logistic(gate[3]) * tanhf(*c);
        }
    }
}

static void gru_rows(size_t rows, size_t units, const float *packed, const float *recurrent_bias,
                     const float *const *inputs, const float *before, float *after) {
    for (size_t row = 0; row < rows; row++) {
        const float *x = inputs[row];
        for (size_t unit = 0; unit < units; unit++) {
            float h[3];
            for (size_t g = 0; g < 3; g++) {
                h[g] = recurrent_bias[3 * unit + g]
                    + recurrent_product(before + row * units, packed, units, 3 * units, 3 * unit + g);
            }
            const float z = logistic(x[3 * unit] + h[0]);
            const float r = logistic(x[3 * unit + 1] + h[1]);
            const float candidate = tanhf(x[3 * unit + 2] + r * h[2]);
            after[row * units + unit] = z * before[row * units + unit] + (1 - z) * candidate;
        }
    }
}

static void simple_rnn_rows(size_t rows, size_t units, const float *packed, const float *const *inputs,
                            const float *before, float *after) {
    for (size_t row = 0; row < rows; row++) {
        for (size_t unit = 0; unit < units; unit++) {
            const float h = recurrent_product(before + row * units, packed, units, units, unit);
            after[row * units + unit] = tanhf(inputs[row][unit] + h);
        }
    }
}

// MARK: The same in 8 bits. A packed matrix is (k, columns) bytes behind a scale for each column.

static size_t int8_bytes(size_t k, size_t gates, size_t units) { return gates * units * (sizeof(float) + k); }

static int8_t rounded_to_8_bits(float value) {
    if (value != value) { return 0; }
    return (int8_t)rintf(fminf(fmaxf(value, -127), 127));
}

static void pack_int8(void *packed, const float *b, size_t k, size_t gates, size_t units) {
    floating_point_state state = floating_point_enter();
    const size_t columns = gates * units;
    float *scales = packed;
    int8_t *weights = (int8_t *)(scales + columns);
    for (size_t unit = 0; unit < units; unit++) {
        for (size_t gate = 0; gate < gates; gate++) {
            const size_t column = unit * gates + gate;
            float largest = 0;
            for (size_t row = 0; row < k; row++) { largest = fmaxf(largest, fabsf(b[(row * gates + gate) * units + unit])); }
            scales[column] = largest / 127;
            for (size_t row = 0; row < k; row++) {
                const float weight = b[(row * gates + gate) * units + unit];
                weights[row * columns + column] = largest > 0 ? rounded_to_8_bits(weight / scales[column]) : 0;
            }
        }
    }
    floating_point_leave(state);
}

static void multiply_int8(float *out, const float *x, size_t stride, const void *packed, const float *bias,
                          size_t rows, size_t k, size_t gates, size_t units) {
    floating_point_state state = floating_point_enter();
    const size_t columns = gates * units;
    const float *scales = packed;
    const int8_t *weights = (const int8_t *)(scales + columns);
    for (size_t row = 0; row < rows; row++) {
        const float *from = x + row * stride;
        float largest = 0;
        for (size_t i = 0; i < k; i++) { largest = fmaxf(largest, fabsf(from[i])); }
        const float inverse = largest > 0 ? 127 / largest : 0;
        for (size_t column = 0; column < columns; column++) {
            int32_t sum = 0;
            for (size_t i = 0; i < k; i++) {
                sum += rounded_to_8_bits(from[i] * inverse) * weights[i * columns + column];
            }
            out[row * columns + column] = (float)sum * (largest / 127) * scales[column] + bias[column];
        }
    }
    floating_point_leave(state);
}

// Column `column` of hidden (units) · packed, the state in 8 bits.
static float int8_product(const float *hidden, const void *packed, size_t units, size_t columns, size_t column) {
    const float *scales = packed;
    const int8_t *weights = (const int8_t *)(scales + columns);
    int32_t sum = 0;
    for (size_t k = 0; k < units; k++) {
        sum += rounded_to_8_bits(hidden[k] * 127) * weights[k * columns + column];
    }
    return (float)sum * (scales[column] / 127);
}

// The sequences in float32 and in 8 bits.
#define SEQUENCES(suffix, product)                                                                                     \
    static void lstm_sequence##suffix(size_t steps, size_t units, const void *packed, const float *input,       \
                                      ptrdiff_t input_stride, float *hidden, float *cell, float *outputs,              \
                                      ptrdiff_t output_stride) {                                                       \
        run_lstm(product, steps, units, packed, input, input_stride, hidden, cell, outputs, output_stride);            \
    }                                                                                                                  \
    static void gru_sequence##suffix(size_t steps, size_t units, const void *packed,                            \
                                     const float *recurrent_bias, const float *input, ptrdiff_t input_stride,          \
                                     float *hidden, float *outputs, ptrdiff_t output_stride) {                         \
        run_gru(product, steps, units, packed, recurrent_bias, input, input_stride, hidden, outputs, output_stride);   \
    }                                                                                                                  \
    static void gru_reset_before_sequence##suffix(                                                                     \
        size_t steps, size_t units, const void *packed_gates, const void *packed_candidate,              \
        const float *input, ptrdiff_t input_stride, float *hidden, float *scratch, float *outputs,                     \
        ptrdiff_t output_stride) {                                                                                     \
        run_gru_reset_before(product, steps, units, packed_gates, packed_candidate, input, input_stride, hidden,       \
                             scratch, outputs, output_stride);                                                         \
    }                                                                                                                  \
    static void simple_rnn_sequence##suffix(size_t steps, size_t units, const void *packed, const float *input, \
                                            ptrdiff_t input_stride, float *hidden, float *outputs,                     \
                                            ptrdiff_t output_stride) {                                                 \
        run_simple_rnn(product, steps, units, packed, input, input_stride, hidden, outputs, output_stride);            \
    }

SEQUENCES(, recurrent_product)
SEQUENCES(_int8, int8_product)

// MARK: Scans of rows in few bits

static int32_t stored_number(const sluice_scan_rows *rows, int bits, size_t row, size_t dimension) {
    const size_t width = bits == 8 ? 4 : 8, group = dimension / width, place = dimension % width;
    const uint8_t byte = rows->values[((row / 16 * rows->groups + group) * 16 + row % 16) * 4 + place % 4];
    return bits == 8 ? byte : place < 4 ? byte & 0x0f : byte >> 4;
}

static size_t scan(int bits, const sluice_scan_rows *rows, size_t from, size_t to, const sluice_scan_query *queries,
                   size_t count, int32_t *sums, uint16_t *hits) {
    floating_point_state state = floating_point_enter();
    const size_t dimensions = rows->groups * (bits == 8 ? 4 : 8);
    size_t block = from;
    for (int found = 0; block < to; block++) {
        if (rows->visited != NULL && rows->visited[block] == 0) { continue; }
        for (size_t i = 0; i < count; i++) {
            const sluice_scan_query *query = queries + i;
            hits[i] = 0;
            for (size_t lane = 0; lane < 16; lane++) {
                const size_t row = block * 16 + lane;
                int32_t sum = query->start;
                for (size_t d = 0; d < dimensions; d++) { sum += stored_number(rows, bits, row, d) * query->values[d]; }
                const float bound = (float)sum * rows->scales[row] +
                                    query->norm_factor * rows->norms[row] + query->error_factor * rows->errors[row];
                const int allowed = query->allowed == NULL || (query->allowed[block] >> lane & 1) != 0;
                if (bound > query->threshold && allowed) { hits[i] |= (uint16_t)(1u << lane); }
                sums[i * 16 + lane] = sum;
            }
            found = found || hits[i] != 0;
        }
        if (found) { break; }
    }
    floating_point_leave(state);
    return block;
}

static size_t scan_int8(const sluice_scan_rows *rows, size_t from, size_t to, const sluice_scan_query *queries,
                        size_t count, int32_t *sums, uint16_t *hits) {
    return scan(8, rows, from, to, queries, count, sums, hits);
}

static size_t scan_int4(const sluice_scan_rows *rows, size_t from, size_t to, const sluice_scan_query *queries,
                        size_t count, int32_t *sums, uint16_t *hits) {
    return scan(4, rows, from, to, queries, count, sums, hits);
}

const sluice_kernels sluice_scalar_kernels = {
    .name = "scalar",
    .packed_count = packed_count,
    .pack = pack,
    .multiply_packed = multiply_packed,
    .multiply_packed_bias = multiply_packed_bias,
    .multiply_transposed = multiply_transposed,
    .lstm_cell_forward = lstm_cell_forward,
    .lstm_cell_backward = lstm_cell_backward,
    .gru_cell_forward = gru_cell_forward,
    .gru_cell_backward = gru_cell_backward,
    .tanh = vector_tanh,
    .sigmoid = vector_sigmoid,
    .tanh_backward = tanh_backward,
    .sigmoid_backward = sigmoid_backward,
    .add = add,
    .multiply = multiply,
    .scale = scale,
    .multiply_add = multiply_add,
    .dot = dot,
    .largest = largest,
    .exponentials = exponentials,
    .sum_of_squares = sum_of_squares,
    .sum_rows = sum_rows,
    .maximum = maximum,
    .gather_sum = gather_sum,
    .gather_sum_int8 = gather_sum_int8,
    .negative_sampling = negative_sampling,
    .adam = adam,
    .adam_idle = adam_idle,
    .rmsprop = rmsprop,
    .lanes = 1,
    .arrange_gates = arrange_gates,
    .recurrent_count = recurrent_count,
    .pack_recurrent = pack_recurrent,
    .lstm_sequence = lstm_sequence,
    .gru_sequence = gru_sequence,
    .gru_reset_before_sequence = gru_reset_before_sequence,
    .simple_rnn_sequence = simple_rnn_sequence,
    .lstm_rows = lstm_rows,
    .gru_rows = gru_rows,
    .simple_rnn_rows = simple_rnn_rows,
    .int8_bytes = int8_bytes,
    .pack_int8 = pack_int8,
    .multiply_int8 = multiply_int8,
    .lstm_sequence_int8 = lstm_sequence_int8,
    .gru_sequence_int8 = gru_sequence_int8,
    .gru_reset_before_sequence_int8 = gru_reset_before_sequence_int8,
    .simple_rnn_sequence_int8 = simple_rnn_sequence_int8,
    .scan_int8 = scan_int8,
    .scan_int4 = scan_int4,
};
