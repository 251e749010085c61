// The vector kernels: one table of functions for each instruction set.
//
// Matrices are float32, row-major, unpadded unless a leading dimension says otherwise; shapes stand beside
// each function as (rows, columns). "u" is the number of units of a recurrent layer, "r" the rows of a batch.
// Pointers need no alignment, sizes may be any number including zero, and outputs never alias inputs unless a
// function says so. Every function treats denormals as zero and restores the caller's floating-point state,
// so a result depends on the instruction set alone, never on the thread.

#ifndef SLUICE_CKERNELS_H
#define SLUICE_CKERNELS_H

#include <stddef.h>
#include <stdint.h>

// Pointers are never null unless marked so; compilers without the notion read past it.
#if defined(__clang__)
#pragma clang assume_nonnull begin
#define SLUICE_NULLABLE _Nullable
#define SLUICE_NONNULL _Nonnull
#else
#define SLUICE_NULLABLE
#define SLUICE_NONNULL
#endif

// The most targets of one step of `negative_sampling`.
#define SLUICE_SAMPLING_TARGETS 6

// Rows in few bits, for scans: see `scan_int8`. All arrays go on to the end of the last block.
typedef struct sluice_scan_rows {
    const uint8_t *values;
    size_t groups;
    const float *scales, *errors, *norms;
    // A bit for each row, 16 a block: blocks without one are passed over. NULL: none is.
    const uint16_t *SLUICE_NULLABLE visited;
} sluice_scan_rows;

// What is asked of each row: whether
//     sum · scales[row] + norm_factor · norms[row] + error_factor · errors[row] > threshold,
// where `sum` is that of the products of whole numbers.
typedef struct sluice_scan_query {
    const int8_t *values; // from −127 to 127, for all dimensions of all groups; 0 in what is padding
    int32_t start;        // what a sum starts with: −128 · Σ values for rows of 8 bits, −8 · Σ values for 4
    float norm_factor, error_factor, threshold;
    // A bit for each row that may be a hit, 16 a block; NULL: all may.
    const uint16_t *SLUICE_NULLABLE allowed;
} sluice_scan_query;

typedef struct sluice_kernels {
    const char *name; // "scalar", "avx2", "avx512", "neon"

    // --- Matrix products -------------------------------------------------------------------------------

    // The floats that `pack` writes for a (k, n) matrix.
    size_t (*packed_count)(size_t k, size_t n);
    // Packs B for `multiply_packed`. B is (k, n) with leading dimension ldb; with transposed != 0 the source is
    // (n, k) and its transpose is packed.
    void (*pack)(float *packed, const float *b, size_t ldb, size_t k, size_t n, int transposed);
    // C (m, n) = A (m, k) · B, or C += A · B with accumulate != 0; B comes from `pack`.
    void (*multiply_packed)(float *c, size_t ldc, const float *a, size_t lda, const float *packed,
                            size_t m, size_t n, size_t k, int accumulate);
    // C (m, n) = A (m, k) · B + bias, the same bias (n) for every row.
    void (*multiply_packed_bias)(float *c, size_t ldc, const float *a, size_t lda, const float *packed,
                                 const float *bias, size_t m, size_t n, size_t k);
    // C (m, n) += Aᵀ · B, with A (k, m) and B (k, n): the gradient of a weight from inputs and deltas.
    void (*multiply_transposed)(float *c, size_t ldc, const float *a, size_t lda, const float *b, size_t ldb,
                                size_t m, size_t n, size_t k);

    // --- Recurrent cells over a batch, with what back-propagation needs ----------------------------------

    // gates (r, 4u), order i f c o: in, x·W + h₋₁·U + b; out, the activated gates.
    // cell_before (r, u); cell, hidden (r, u) are written.
    void (*lstm_cell_forward)(size_t rows, size_t units, float *gates, const float *cell_before, float *cell,
                              float *hidden);
    // gates: as lstm_cell_forward left them. d_hidden (r, u): ∂L/∂h. d_cell (r, u): in ∂L/∂c, out ∂L/∂c₋₁.
    // d_gates (r, 4u): written, ∂L/∂ of the values before activation; may be the same memory as gates.
    void (*lstm_cell_backward)(size_t rows, size_t units, const float *gates, const float *cell_before,
                               const float *cell, const float *d_hidden, float *d_cell, float *d_gates);
    // reset_after = true. input (r, 3u) = x·W + b₀, order z r h: in; out, the activated z, r and h̃.
    // recurrent (r, 3u) = h₋₁·U + b₁, kept for the backward pass. hidden (r, u) is written.
    void (*gru_cell_forward)(size_t rows, size_t units, float *input, const float *recurrent,
                             const float *hidden_before, float *hidden);
    // gates (r, 3u): `input` as gru_cell_forward left it. d_hidden (r, u): in ∂L/∂h, out the part of ∂L/∂h₋₁
    // that comes directly through z. d_input, d_recurrent (r, 3u) are written.
    void (*gru_cell_backward)(size_t rows, size_t units, const float *gates, const float *recurrent,
                              const float *hidden_before, float *d_hidden, float *d_input, float *d_recurrent);

    // --- Vectors (y may be x) -------------------------------------------------------------------------------

    void (*tanh)(size_t n, const float *x, float *y);
    void (*sigmoid)(size_t n, const float *x, float *y);
    // d[i] *= 1 − y[i]², y = tanh(…).     d[i] *= y[i]·(1 − y[i]), y = sigmoid(…).
    void (*tanh_backward)(size_t n, const float *y, float *d);
    void (*sigmoid_backward)(size_t n, const float *y, float *d);
    void (*add)(size_t n, const float *x, float *y);               // y += x
    void (*multiply)(size_t n, const float *x, float *y);          // y *= x
    void (*scale)(size_t n, float factor, float *y);               // y *= factor
    void (*multiply_add)(size_t n, float factor, const float *x, float *y); // y += factor·x
    float (*dot)(size_t n, const float *x, const float *y);
    float (*largest)(size_t n, const float *x); // −∞ where n is 0; any where one is no number
    // y = exp(x − shift), for differences of at most 88; returns the sum of y. Below −87 y is 0.
    double (*exponentials)(size_t n, float shift, const float *x, float *y);
    double (*sum_of_squares)(size_t n, const float *x);
    void (*sum_rows)(size_t rows, size_t n, const float *x, float *sum); // sum (n) += the rows of x (r, n)
    void (*maximum)(size_t n, const float *x, float *y);           // y = max(y, x)

    // --- Embedding ----------------------------------------------------------------------------------------

    // out (d) = Σ table[ids[i]] over i < count; ids below zero or not below `entries` are never passed.
    void (*gather_sum)(size_t d, const float *table, const int32_t *ids, size_t count, float *out);
    // The same for 8-bit rows: out = Σ scales[ids[i]] · table[ids[i]].
    void (*gather_sum_int8)(size_t d, const int8_t *table, const float *scales, const int32_t *ids, size_t count,
                            float *out);

    // --- Word vectors -------------------------------------------------------------------------------------

    // A step of negative sampling (Mikolov et al., 2013) of each of `inputs` rows x with each of 1 to
    // SLUICE_SAMPLING_TARGETS rows w, of d floats, of which the first `right` are what should be foretold:
    // errors (inputs, targets) = rate·(label − σ(x·w)), label 1 for those and 0 for the others; then
    // x += Σ errors·w and w += Σ errors·x, both of the rows as they were. No x overlaps another row; of targets that
    // are the same row the last counts alone.
    void (*negative_sampling)(size_t d, size_t inputs, float *SLUICE_NONNULL const *SLUICE_NONNULL x, size_t targets,
                              size_t right, float *SLUICE_NONNULL const *SLUICE_NONNULL w, float rate, float *errors);

    // --- Optimisers ---------------------------------------------------------------------------------------

    // Keras's Adam on n weights: g' = g·gradient_scale; m, v updated; w −= alpha·m/(√v + epsilon),
    // alpha = lr·√(1−β₂ᵗ)/(1−β₁ᵗ).
    void (*adam)(size_t n, float *w, const float *g, float *m, float *v, float gradient_scale, float alpha,
                 float beta1, float beta2, float epsilon);
    // What Adam does in steps whose gradients are 0, taken together: w = w·keep − move·m/(√v + epsilon);
    // m *= first; v *= second.
    void (*adam_idle)(size_t n, float *w, float *m, float *v, float keep, float move, float epsilon, float first,
                      float second);
    // Keras's RMSprop on n weights, not centred and without momentum: g' = g·gradient_scale;
    // v = rho·v + (1 − rho)·g'²; w −= rate·g' / √(v + epsilon).
    void (*rmsprop)(size_t n, float *w, const float *g, float *v, float gradient_scale, float rate, float rho,
                    float epsilon);

    // --- Inference of whole sequences, batch 1 -----------------------------------------------------------
    //
    // These work on "arranged" columns: the units are padded to U = units rounded up to a multiple of `lanes`,
    // and the columns of a layer with g gates are (U / lanes, g, lanes): a vector of units, one gate after the
    // other. `input` (steps, g·U) holds x·W + b so arranged. hidden (2·U) holds the state in its first half,
    // before and after, and scratch in the second. outputs (steps, units), or NULL, receives every state.
    // Strides count floats from one step to the next and may be negative, to read or to write backwards.
    // The padding of states and packed matrices must be zero and stays zero. A sequence gives the same bits in one
    // call and in several that hand the state on.

    size_t lanes;
    // out (rows, g·U) arranged from in (rows, g·units), zero where padded.
    void (*arrange_gates)(float *out, const float *in, size_t rows, size_t gates, size_t units);
    // The floats that pack_recurrent writes, and the packing of a recurrent kernel (units, g·units).
    size_t (*recurrent_count)(size_t gates, size_t units);
    void (*pack_recurrent)(float *packed, const float *recurrent, size_t gates, size_t units);
    // g = 4, order i f c o. cell (U).
    void (*lstm_sequence)(size_t steps, size_t units, const void *packed, const float *input,
                          ptrdiff_t input_stride, float *hidden, float *cell, float *SLUICE_NULLABLE outputs,
                          ptrdiff_t output_stride);
    // g = 3, order z r h, reset_after = true. recurrent_bias (3·U), arranged.
    void (*gru_sequence)(size_t steps, size_t units, const void *packed, const float *recurrent_bias,
                         const float *input, ptrdiff_t input_stride, float *hidden,
                         float *SLUICE_NULLABLE outputs, ptrdiff_t output_stride);
    // g = 3, order z r h, reset_after = false. packed_gates: the columns of z and r (g = 2); packed_candidate:
    // those of h (g = 1). scratch (2·U).
    void (*gru_reset_before_sequence)(size_t steps, size_t units, const void *packed_gates,
                                      const void *packed_candidate, const float *input, ptrdiff_t input_stride,
                                      float *hidden, float *scratch, float *SLUICE_NULLABLE outputs,
                                      ptrdiff_t output_stride);
    // g = 1.
    void (*simple_rnn_sequence)(size_t steps, size_t units, const void *packed, const float *input,
                                ptrdiff_t input_stride, float *hidden, float *SLUICE_NULLABLE outputs,
                                ptrdiff_t output_stride);

    // One step of several rows, each with the bits of its sequence alone. inputs: the addresses of the rows' x·W + b,
    // arranged. before, after (r, U): the state; cell (r, U): in and out. The packed matrices are float32.
    void (*lstm_rows)(size_t rows, size_t units, const float *packed, const float *SLUICE_NONNULL const *SLUICE_NONNULL inputs,
                      const float *before, float *after, float *cell);
    void (*gru_rows)(size_t rows, size_t units, const float *packed, const float *recurrent_bias,
                     const float *SLUICE_NONNULL const *SLUICE_NONNULL inputs, const float *before, float *after);
    void (*simple_rnn_rows)(size_t rows, size_t units, const float *packed,
                            const float *SLUICE_NONNULL const *SLUICE_NONNULL inputs, const float *before, float *after);

    // --- The same in 8 bits ----------------------------------------------------------------------------------
    //
    // Weights are integers in −127…127 times a scale for each column; inputs are rounded so with a scale for each
    // row, states with the scale 1/127, since they lie between −1 and 1: one beyond is taken for the bound. The
    // sums of integers are exact, so all instruction sets add the same. k and units are below 65,536.

    // The bytes of a packed (k, g·units) matrix, and its packing from columns that are not arranged.
    size_t (*int8_bytes)(size_t k, size_t gates, size_t units);
    void (*pack_int8)(void *packed, const float *b, size_t k, size_t gates, size_t units);
    // out (rows, g·U) = x (rows, k) at a stride · B + bias (g·U), arranged.
    void (*multiply_int8)(float *out, const float *x, size_t stride, const void *packed, const float *bias,
                          size_t rows, size_t k, size_t gates, size_t units);
    // As their namesakes, the recurrent kernels packed by `pack_int8`.
    void (*lstm_sequence_int8)(size_t steps, size_t units, const void *packed, const float *input,
                               ptrdiff_t input_stride, float *hidden, float *cell, float *SLUICE_NULLABLE outputs,
                               ptrdiff_t output_stride);
    void (*gru_sequence_int8)(size_t steps, size_t units, const void *packed, const float *recurrent_bias,
                              const float *input, ptrdiff_t input_stride, float *hidden,
                              float *SLUICE_NULLABLE outputs, ptrdiff_t output_stride);
    void (*gru_reset_before_sequence_int8)(size_t steps, size_t units, const void *packed_gates,
                                           const void *packed_candidate, const float *input,
                                           ptrdiff_t input_stride, float *hidden, float *scratch,
                                           float *SLUICE_NULLABLE outputs, ptrdiff_t output_stride);
    void (*simple_rnn_sequence_int8)(size_t steps, size_t units, const void *packed, const float *input,
                                     ptrdiff_t input_stride, float *hidden, float *SLUICE_NULLABLE outputs,
                                     ptrdiff_t output_stride);

    // --- Scans of rows in few bits ---------------------------------------------------------------------------
    //
    // Rows lie in blocks of 16. Of 8 bits: (blocks, groups, 16, 4), a number q from −127 to 127 as q + 128, groups of
    // four dimensions. Of 4 bits: the same with groups of eight, q from −8 to 7 as q + 8, dimension i of the group in
    // the low half of byte i, dimension 4 + i in its high half. Sums of integers are exact, so all instruction sets
    // have the same; dimensions are at most 65,536.
    //
    // Looks at blocks from `from` on and returns the first that has a hit for one of `count` queries, or `to`.
    // hits (count): a bit for each row of that block. sums (count, 16): theirs, of queries that have a hit.
    size_t (*scan_int8)(const sluice_scan_rows *rows, size_t from, size_t to, const sluice_scan_query *queries,
                        size_t count, int32_t *sums, uint16_t *hits);
    size_t (*scan_int4)(const sluice_scan_rows *rows, size_t from, size_t to, const sluice_scan_query *queries,
                        size_t count, int32_t *sums, uint16_t *hits);
} sluice_kernels;

/// The kernels by name, or NULL when this processor or build does not have them.
const sluice_kernels *SLUICE_NULLABLE sluice_kernels_named(const char *name);

/// Sets the floating-point mode of the kernels for this thread, so that many small ones need not, and returns what it
/// was before, for `sluice_floating_point_leave`.
uint64_t sluice_floating_point_enter(void);
void sluice_floating_point_leave(uint64_t before);

/// Asks for `count` floats to be brought near, to be read and written soon: for rows that lie anywhere.
static inline void sluice_prefetch(const float *start, size_t count) {
    for (size_t at = 0; at < count; at += 16) { __builtin_prefetch(start + at, 1); }
}

/// Asks for the cache line at an address to be brought near, to be read soon. Nothing is read: it may be any address.
static inline void sluice_prefetch_line(const void *address) { __builtin_prefetch(address); }

/// The best kernels this processor has.
const sluice_kernels *sluice_kernels_best(void);

#if defined(__clang__)
#pragma clang assume_nonnull end
#endif

#endif
