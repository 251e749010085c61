// Scans of rows in few bits, 16 at a time. Included once for each way an instruction set has of multiplying small
// integers, with these defined before:
//
// INT8(name): names of its own.
// SCAN_ZERO: what a stored 0 of 8 bits is to `scan_add`: 128, or 0 where `scan_rows` takes the 128 away.
// SCAN_TILE: the queries whose sums fit the registers.
// INT8(scan_sums): the sums of 16 rows while they grow; INT8(scan_start): all of them the same.
// INT8(scan_four): 16 rows of four numbers: INT8(scan_rows) reads them from 8 bits, INT8(scan_halves) from 4 bits twice,
// the low halves and the high.
// INT8(scan_add): the sums and the products with four of a query's numbers, below 128 in size.
// INT8(scan_finish): the sums as 16 / LANES vectors, one after the other.

// The rows of a block for `queries` of them at once. Returns all hits together.
INLINE uint32_t INT8(scan_tile)(const size_t queries, const int four_bits, const sluice_scan_rows *rows, size_t block,
                                const sluice_scan_query *query, int32_t *sums, uint16_t *hits) {
    const uint8_t *values = rows->values + block * rows->groups * 64;
    INT8(scan_sums) partial[SCAN_TILE];
    UNROLL
    for (size_t i = 0; i < queries; i++) {
        partial[i] = INT8(scan_start)(four_bits || SCAN_ZERO != 0 ? query[i].start : 0);
    }
    for (size_t group = 0; group < rows->groups; group++) {
        // Several queries do not ask for memory early enough. Of one the processor reads long rows ahead by itself; short
        // ones come sooner where they are asked for as what is read once, past the caches that others need.
        if (queries > 1) {
            __builtin_prefetch(values + group * 64 + SCAN_AHEAD);
        } else if (rows->groups <= SCAN_SHORT) {
            __builtin_prefetch(values + group * 64 + SCAN_PASSING, 0, 0);
        }
        if (four_bits) {
            INT8(scan_four) halves[2];
            INT8(scan_halves)(values + group * 64, halves);
            UNROLL
            for (size_t i = 0; i < queries; i++) {
                partial[i] = INT8(scan_add)(partial[i], halves[0], query[i].values + group * 8);
                partial[i] = INT8(scan_add)(partial[i], halves[1], query[i].values + group * 8 + 4);
            }
        } else {
            const INT8(scan_four) four = INT8(scan_rows)(values + group * 64);
            UNROLL
            for (size_t i = 0; i < queries; i++) {
                partial[i] = INT8(scan_add)(partial[i], four, query[i].values + group * 4);
            }
        }
    }
    const float *scales = rows->scales + block * 16, *norms = rows->norms + block * 16;
    const float *errors = rows->errors + block * 16;
    if (queries == 1 && rows->groups <= SCAN_SHORT) {
        __builtin_prefetch((const char *)scales + SCAN_PASSING, 0, 0);
        __builtin_prefetch((const char *)norms + SCAN_PASSING, 0, 0);
        __builtin_prefetch((const char *)errors + SCAN_PASSING, 0, 0);
    }
    ints finished[SCAN_TILE][16 / LANES];
    uint32_t masks[SCAN_TILE];
    uint32_t any = 0;
    UNROLL
    for (size_t i = 0; i < queries; i++) {
        INT8(scan_finish)(partial[i], finished[i]);
        masks[i] = 0;
        UNROLL
        for (size_t part = 0; part < 16 / LANES; part++) {
            const size_t at = part * LANES;
            vector bound = times(to_floats(finished[i][part]), load(scales + at, LANES));
            bound = fused(all(query[i].norm_factor), load(norms + at, LANES), bound);
            bound = fused(all(query[i].error_factor), load(errors + at, LANES), bound);
            masks[i] |= above(bound, all(query[i].threshold)) << at;
        }
        any |= masks[i];
    }
    if (__builtin_expect(any == 0, 1)) {
        // A query that has hits in the block may have others beside it that have none.
        UNROLL
        for (size_t i = 0; i < queries; i++) { hits[i] = 0; }
        return 0;
    }
    any = 0;
    UNROLL
    for (size_t i = 0; i < queries; i++) {
        if (query[i].allowed != NULL) { masks[i] &= query[i].allowed[block]; }
        UNROLL
        for (size_t part = 0; part < 16 / LANES; part++) {
            store_ints(sums + i * 16 + part * LANES, finished[i][part]);
        }
        hits[i] = (uint16_t)masks[i];
        any |= masks[i];
    }
    return any;
}

INLINE size_t INT8(scan)(const int four_bits, const sluice_scan_rows *rows, size_t from, size_t to,
                         const sluice_scan_query *query, size_t count, int32_t *sums, uint16_t *hits) {
    const floating_point_state state = floating_point_enter();
    size_t block = from;
    for (; block < to; block++) {
        if (rows->visited != NULL && rows->visited[block] == 0) { continue; }
        uint32_t any = 0;
        size_t i = 0;
        for (; SCAN_TILE >= 8 && i + 8 <= count; i += 8) {
            any |= INT8(scan_tile)(8, four_bits, rows, block, query + i, sums + i * 16, hits + i);
        }
        for (; SCAN_TILE >= 4 && i + 4 <= count; i += 4) {
            any |= INT8(scan_tile)(4, four_bits, rows, block, query + i, sums + i * 16, hits + i);
        }
        for (; SCAN_TILE >= 2 && i + 2 <= count; i += 2) {
            any |= INT8(scan_tile)(2, four_bits, rows, block, query + i, sums + i * 16, hits + i);
        }
        for (; i < count; i++) {
            any |= INT8(scan_tile)(1, four_bits, rows, block, query + i, sums + i * 16, hits + i);
        }
        if (any != 0) { break; }
    }
    floating_point_leave(state);
    return block;
}

static size_t INT8(scan_rows_of_8_bits)(const sluice_scan_rows *rows, size_t from, size_t to, const sluice_scan_query *query,
                                        size_t count, int32_t *sums, uint16_t *hits) {
    return INT8(scan)(0, rows, from, to, query, count, sums, hits);
}

static size_t INT8(scan_rows_of_4_bits)(const sluice_scan_rows *rows, size_t from, size_t to, const sluice_scan_query *query,
                                        size_t count, int32_t *sums, uint16_t *hits) {
    return INT8(scan)(1, rows, from, to, query, count, sums, hits);
}

#undef SCAN_ZERO
#undef SCAN_TILE
