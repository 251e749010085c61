// Matrix products on packed panels.
//
// B (k, n) is packed in panels of PANEL columns, the last one as narrow as whole vectors allow, zero where
// padded: a panel is (k, its width). A tile of C, TILE_ROWS × TILE_VECTORS vectors, stays in registers while
// k runs; a panel's part of DEPTH rows stays in the first-level cache while the rows of A run.

#define PANEL (TILE_VECTORS * LANES)
#define DEPTH 160

// k in equal parts of at most DEPTH, so that no short part is left at the end.
INLINE size_t depth_of_part(size_t k) {
    const size_t parts = (k + DEPTH - 1) / DEPTH;
    return parts == 0 ? 0 : (k + parts - 1) / parts;
}

INLINE size_t at_most(size_t value, size_t limit) { return value < limit ? value : limit; }

INLINE size_t rounded_to_lanes(size_t n) { return (n + LANES - 1) / LANES * LANES; }

// C (rows, vectors · LANES) = start + A · panel. A's element (i, j) is a[i · row_stride + j · step_stride].
// `start` has rows at start_stride: those of C itself, one of a bias with stride 0, or NULL for zero.
// `last` columns of the last vector exist in C and in `start`.
INLINE void tile(const size_t rows, const size_t vectors, float *c, size_t ldc, const float *start,
                 size_t start_stride, const float *a, size_t row_stride, size_t step_stride, const float *panel,
                 size_t k, size_t last) {
    vector sums[TILE_ROWS][TILE_VECTORS];
    UNROLL
    for (size_t i = 0; i < rows; i++) {
        UNROLL
        for (size_t j = 0; j < vectors; j++) {
            const size_t count = j + 1 < vectors ? LANES : last;
            sums[i][j] = start == NULL ? all(0) : load(start + i * start_stride + j * LANES, count);
        }
    }
    for (size_t step = 0; step < k; step++) {
        vector b[TILE_VECTORS];
        UNROLL
        for (size_t j = 0; j < vectors; j++) { b[j] = load(panel + j * LANES, LANES); }
        UNROLL
        for (size_t i = 0; i < rows; i++) {
            const vector factor = all(a[i * row_stride]);
            UNROLL
            for (size_t j = 0; j < vectors; j++) { sums[i][j] = fused(factor, b[j], sums[i][j]); }
        }
        panel += vectors * LANES;
        a += step_stride;
    }
    UNROLL
    for (size_t i = 0; i < rows; i++) {
        UNROLL
        for (size_t j = 0; j < vectors; j++) {
            store(c + i * ldc + j * LANES, sums[i][j], j + 1 < vectors ? LANES : last);
        }
    }
}

// The tile of any number of rows up to TILE_ROWS.
INLINE void tile_of_rows(size_t rows, const size_t vectors, float *c, size_t ldc, const float *start,
                         size_t start_stride, const float *a, size_t row_stride, size_t step_stride,
                         const float *panel, size_t k, size_t last) {
#define TILE(rows) tile(rows, vectors, c, ldc, start, start_stride, a, row_stride, step_stride, panel, k, last)
    switch (rows) {
    case 1: TILE(1); break;
    case 2: TILE(2); break;
    case 3: TILE(3); break;
    case 4: TILE(4); break;
    case 5: TILE(5); break;
    default: TILE(6); break;
    }
#undef TILE
}

_Static_assert(TILE_ROWS == 6 && TILE_VECTORS <= 4, "the cases above and below name every size");

// All rows of a panel whose width is a compile-time number of vectors.
#define PANEL_ROWS(name, vectors)                                                                                      \
    static __attribute__((noinline)) void name(float *c, size_t ldc, const float *start, size_t start_stride,          \
                                               const float *a, size_t lda, const float *panel, size_t m, size_t k,     \
                                               size_t last) {                                                          \
        for (size_t row = 0; row < m; row += TILE_ROWS) {                                                              \
            tile_of_rows(at_most(m - row, TILE_ROWS), vectors, c + row * ldc, ldc,                                     \
                         start == NULL ? NULL : start + row * start_stride, start_stride, a + row * lda, lda, 1,       \
                         panel, k, last);                                                                              \
        }                                                                                                              \
    }

PANEL_ROWS(panel_rows_1, 1)
PANEL_ROWS(panel_rows_2, 2)
#if TILE_VECTORS > 2
PANEL_ROWS(panel_rows_3, 3)
PANEL_ROWS(panel_rows_4, 4)
#endif

static void panel_rows(size_t vectors, float *c, size_t ldc, const float *start, size_t start_stride,
                       const float *a, size_t lda, const float *panel, size_t m, size_t k, size_t last) {
    switch (vectors) {
    case 1: panel_rows_1(c, ldc, start, start_stride, a, lda, panel, m, k, last); break;
    case 2: panel_rows_2(c, ldc, start, start_stride, a, lda, panel, m, k, last); break;
#if TILE_VECTORS > 2
    case 3: panel_rows_3(c, ldc, start, start_stride, a, lda, panel, m, k, last); break;
    default: panel_rows_4(c, ldc, start, start_stride, a, lda, panel, m, k, last); break;
#else
    default: break;
#endif
    }
}

static size_t packed_count(size_t k, size_t n) { return k * rounded_to_lanes(n); }

static void pack(float *packed, const float *b, size_t ldb, size_t k, size_t n, int transposed) {
    for (size_t column = 0; column < n; column += PANEL) {
        const size_t count = at_most(n - column, PANEL), width = rounded_to_lanes(count);
        for (size_t row = 0; row < k; row++) {
            for (size_t j = 0; j < count; j++) {
                packed[j] = transposed ? b[(column + j) * ldb + row] : b[row * ldb + column + j];
            }
            for (size_t j = count; j < width; j++) { packed[j] = 0; }
            packed += width;
        }
    }
}

// The rows of A that are taken through all panels before the next: their part must stay in the second-level
// cache.
#define ROWS_AT_ONCE 240

// C = start + A · B: `start` as for a tile.
static void product(float *c, size_t ldc, const float *start, size_t start_stride, const float *a, size_t lda,
                    const float *packed, size_t m, size_t n, size_t k) {
    const floating_point_state state = floating_point_enter();
    const size_t depth = depth_of_part(k);
    for (size_t row = 0; row < m; row += ROWS_AT_ONCE) {
        const size_t rows = at_most(m - row, ROWS_AT_ONCE);
        const float *panel = packed;
        for (size_t column = 0; column < n; column += PANEL) {
            const size_t count = at_most(n - column, PANEL), width = rounded_to_lanes(count);
            const size_t last = count - (width - LANES);
            float *out = c + row * ldc + column;
            const float *from = start == NULL ? NULL : start + row * start_stride + column;
            size_t from_stride = start_stride, done = 0;
            // At least once: with k = 0 the product is zero, and must be written.
            do {
                const size_t part = at_most(k - done, depth);
                panel_rows(width / LANES, out, ldc, from, from_stride, a + row * lda + done, lda,
                           panel + done * width, rows, part, last);
                done += part;
                from = out;
                from_stride = ldc;
            } while (done < k);
            panel += k * width;
        }
    }
    floating_point_leave(state);
}

static void multiply_packed(float *c, size_t ldc, const float *a, size_t lda, const float *packed, size_t m,
                            size_t n, size_t k, int accumulate) {
    product(c, ldc, accumulate ? c : NULL, accumulate ? ldc : 0, a, lda, packed, m, n, k);
}

static void multiply_packed_bias(float *c, size_t ldc, const float *a, size_t lda, const float *packed,
                                 const float *bias, size_t m, size_t n, size_t k) {
    product(c, ldc, bias, 0, a, lda, packed, m, n, k);
}
