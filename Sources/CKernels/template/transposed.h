// C += Aᵀ · B: the sum over the rows of A and B, which are many. Parts of both are packed on the stack first,
// since their rows lie apart at strides that fall into few sets of the cache.

#define TRANSPOSED_DEPTH 128
#define TRANSPOSED_ROWS 96

_Static_assert(TRANSPOSED_ROWS % LANES == 0, "A is packed in whole vectors");

// A's columns [0, m) of `depth` rows, at a stride of TRANSPOSED_ROWS.
INLINE void pack_columns(float *packed, const float *a, size_t lda, size_t m, size_t depth) {
    for (size_t step = 0; step < depth; step++) {
        for (size_t i = 0; i < m; i += LANES) {
            store(packed + i, load(a + step * lda + i, at_most(m - i, LANES)), LANES);
        }
        packed += TRANSPOSED_ROWS;
    }
}

#define TRANSPOSED_TILES(name, vectors)                                                                                \
    static __attribute__((noinline)) void name(float *c, size_t ldc, const float *columns, const float *panel,         \
                                               size_t m, size_t depth, size_t last) {                                  \
        for (size_t row = 0; row < m; row += TILE_ROWS) {                                                              \
            float *out = c + row * ldc;                                                                                \
            tile_of_rows(at_most(m - row, TILE_ROWS), vectors, out, ldc, out, ldc, columns + row, 1, TRANSPOSED_ROWS,  \
                         panel, depth, last);                                                                          \
        }                                                                                                              \
    }

TRANSPOSED_TILES(transposed_tiles_1, 1)
TRANSPOSED_TILES(transposed_tiles_2, 2)
#if TILE_VECTORS > 2
TRANSPOSED_TILES(transposed_tiles_3, 3)
TRANSPOSED_TILES(transposed_tiles_4, 4)
#endif

static void transposed_tiles(size_t vectors, float *c, size_t ldc, const float *columns, const float *panel,
                             size_t m, size_t depth, size_t last) {
    switch (vectors) {
    case 1: transposed_tiles_1(c, ldc, columns, panel, m, depth, last); break;
    case 2: transposed_tiles_2(c, ldc, columns, panel, m, depth, last); break;
#if TILE_VECTORS > 2
    case 3: transposed_tiles_3(c, ldc, columns, panel, m, depth, last); break;
    default: transposed_tiles_4(c, ldc, columns, panel, m, depth, last); break;
#else
    default: break;
#endif
    }
}

// `depth` rows of B's columns [0, count) as a panel (depth, width), zero where padded.
INLINE void pack_panel(float *panel, const float *b, size_t ldb, size_t count, size_t width, size_t depth) {
    for (size_t step = 0; step < depth; step++) {
        for (size_t j = 0; j < width; j += LANES) {
            store(panel + j, load(b + step * ldb + j, at_most(count - j, LANES)), LANES);
        }
        panel += width;
    }
}

static void multiply_transposed(float *c, size_t ldc, const float *a, size_t lda, const float *b, size_t ldb,
                                size_t m, size_t n, size_t k) {
    const floating_point_state state = floating_point_enter();
    _Alignas(64) float columns[TRANSPOSED_DEPTH * TRANSPOSED_ROWS];
    _Alignas(64) float panel[TRANSPOSED_DEPTH * PANEL];
    for (size_t from = 0; from < k; from += TRANSPOSED_DEPTH) {
        const size_t depth = at_most(k - from, TRANSPOSED_DEPTH);
        for (size_t row = 0; row < m; row += TRANSPOSED_ROWS) {
            const size_t rows = at_most(m - row, TRANSPOSED_ROWS);
            pack_columns(columns, a + from * lda + row, lda, rows, depth);
            for (size_t column = 0; column < n; column += PANEL) {
                const size_t count = at_most(n - column, PANEL), width = rounded_to_lanes(count);
                pack_panel(panel, b + from * ldb + column, ldb, count, width, depth);
                transposed_tiles(width / LANES, c + row * ldc + column, ldc, columns, panel, rows, depth,
                                 count - (width - LANES));
            }
        }
    }
    floating_point_leave(state);
}
