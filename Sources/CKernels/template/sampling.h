// A step of negative sampling: small products of rows that lie anywhere, with all that a tile needs in registers.

// The two rows of inputs that a tile has, and one target of each register beside its sum.
#define SAMPLING_INPUTS 2

// products (inputs, targets) of a tile. Constant sizes where it is inlined: the sums stay in registers.
INLINE void sampling_products(size_t d, size_t inputs, float *const *x, size_t targets, float *const *w,
                              float *products) {
    vector sums[SAMPLING_INPUTS][SLUICE_SAMPLING_TARGETS];
    UNROLL
    for (size_t i = 0; i < inputs; i++) {
        UNROLL
        for (size_t t = 0; t < targets; t++) { sums[i][t] = all(0); }
    }
    VECTORS(d, {
        vector row[SAMPLING_INPUTS];
        UNROLL
        for (size_t i = 0; i < inputs; i++) { row[i] = load(x[i] + at, count); }
        UNROLL
        for (size_t t = 0; t < targets; t++) {
            const vector target = load(w[t] + at, count);
            UNROLL
            for (size_t i = 0; i < inputs; i++) { sums[i][t] = fused(row[i], target, sums[i][t]); }
        }
    });
    UNROLL
    for (size_t i = 0; i < inputs; i++) {
        UNROLL
        for (size_t t = 0; t < targets; t++) { products[i * targets + t] = sum(sums[i][t]); }
    }
}

INLINE void sampling_updates(size_t d, size_t inputs, float *const *x, size_t targets, float *const *w,
                             const float *errors) {
    VECTORS(d, {
        vector before[SLUICE_SAMPLING_TARGETS], after[SLUICE_SAMPLING_TARGETS];
        UNROLL
        for (size_t t = 0; t < targets; t++) { before[t] = after[t] = load(w[t] + at, count); }
        for (size_t i = 0; i < inputs; i++) {
            const vector row = load(x[i] + at, count);
            vector moved = row;
            UNROLL
            for (size_t t = 0; t < targets; t++) {
                const vector error = all(errors[i * targets + t]);
                moved = fused(error, before[t], moved);
                after[t] = fused(error, row, after[t]);
            }
            store(x[i] + at, moved, count);
        }
        UNROLL
        for (size_t t = 0; t < targets; t++) { store(w[t] + at, after[t], count); }
    });
}

INLINE void sampling_step(size_t d, size_t inputs, float *const *x, size_t targets, size_t right, float *const *w,
                          float rate, float *errors) {
    size_t i = 0;
    for (; i + SAMPLING_INPUTS <= inputs; i += SAMPLING_INPUTS) {
        sampling_products(d, SAMPLING_INPUTS, x + i, targets, w, errors + i * targets);
    }
    if (i < inputs) { sampling_products(d, 1, x + i, targets, w, errors + i * targets); }
    VECTORS(inputs * targets, {
        store(errors + at, times(all(-rate), sigmoid_vector(load(errors + at, count))), count);
    });
    for (i = 0; i < inputs; i++) {
        for (size_t t = 0; t < right; t++) { errors[i * targets + t] += rate; }
    }
    sampling_updates(d, inputs, x, targets, w, errors);
}

static void negative_sampling(size_t d, size_t inputs, float *const *x, size_t targets, size_t right, float *const *w,
                              float rate, float *errors) {
    const floating_point_state state = floating_point_enter();
    switch (targets) {
    case 1: sampling_step(d, inputs, x, 1, right, w, rate, errors); break;
    case 2: sampling_step(d, inputs, x, 2, right, w, rate, errors); break;
    case 3: sampling_step(d, inputs, x, 3, right, w, rate, errors); break;
    case 4: sampling_step(d, inputs, x, 4, right, w, rate, errors); break;
    case 5: sampling_step(d, inputs, x, 5, right, w, rate, errors); break;
    case 6: sampling_step(d, inputs, x, 6, right, w, rate, errors); break;
    default: break;
    }
    floating_point_leave(state);
}
