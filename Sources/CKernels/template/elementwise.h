// Kernels that take one element after the other.

// Runs the statements for each vector of n elements from `at`, `count` of them: LANES, or fewer at the end.
#define VECTORS(n, ...)                                                                                                \
    do {                                                                                                               \
        size_t at = 0;                                                                                                 \
        for (; at + LANES <= (n); at += LANES) {                                                                       \
            const size_t count = LANES;                                                                                \
            __VA_ARGS__                                                                                                \
        }                                                                                                              \
        if (at < (n)) {                                                                                                \
            const size_t count = (n) - at;                                                                             \
            __VA_ARGS__                                                                                                \
        }                                                                                                              \
    } while (0)

// The same as the whole body of a kernel, with denormals as zero.
#define KERNEL(n, ...)                                                                                                 \
    do {                                                                                                               \
        const floating_point_state state = floating_point_enter();                                                     \
        VECTORS(n, __VA_ARGS__);                                                                                       \
        floating_point_leave(state);                                                                                   \
    } while (0)

static void tanh_all(size_t n, const float *x, float *y) {
    KERNEL(n, store(y + at, tanh_vector(load(x + at, count)), count););
}

static void sigmoid_all(size_t n, const float *x, float *y) {
    KERNEL(n, store(y + at, sigmoid_vector(load(x + at, count)), count););
}

static void tanh_backward(size_t n, const float *y, float *d) {
    KERNEL(n, {
        const vector v = load(y + at, count);
        store(d + at, times(load(d + at, count), fused_negative(v, v, all(1))), count);
    });
}

static void sigmoid_backward(size_t n, const float *y, float *d) {
    KERNEL(n, {
        const vector v = load(y + at, count);
        store(d + at, times(load(d + at, count), fused_negative(v, v, v)), count);
    });
}

static void add(size_t n, const float *x, float *y) {
    KERNEL(n, store(y + at, plus(load(y + at, count), load(x + at, count)), count););
}

static void multiply(size_t n, const float *x, float *y) {
    KERNEL(n, store(y + at, times(load(y + at, count), load(x + at, count)), count););
}

static void scale(size_t n, float factor, float *y) {
    KERNEL(n, store(y + at, times(load(y + at, count), all(factor)), count););
}

static void multiply_add(size_t n, float factor, const float *x, float *y) {
    KERNEL(n, store(y + at, fused(all(factor), load(x + at, count), load(y + at, count)), count););
}

static void maximum(size_t n, const float *x, float *y) {
    KERNEL(n, store(y + at, greater(load(y + at, count), load(x + at, count)), count););
}

// Four sums at a time hide the latency of the addition; the order is fixed, so the bits are too.
static float dot(size_t n, const float *x, const float *y) {
    const floating_point_state state = floating_point_enter();
    vector sums[4] = {all(0), all(0), all(0), all(0)};
    const size_t whole = n - n % (4 * LANES);
    for (size_t at = 0; at < whole; at += 4 * LANES) {
        UNROLL
        for (size_t i = 0; i < 4; i++) {
            const size_t from = at + i * LANES;
            sums[i] = fused(load(x + from, LANES), load(y + from, LANES), sums[i]);
        }
    }
    VECTORS(n - whole, sums[0] = fused(load(x + whole + at, count), load(y + whole + at, count), sums[0]););
    const float result = sum(plus(plus(sums[0], sums[1]), plus(sums[2], sums[3])));
    floating_point_leave(state);
    return result;
}

static float largest(size_t n, const float *x) {
    const floating_point_state state = floating_point_enter();
    float result = -INFINITY;
    const size_t whole = n - n % LANES;
    if (whole > 0) {
        vector top = load(x, LANES);
        for (size_t at = LANES; at < whole; at += LANES) { top = greater(top, load(x + at, LANES)); }
        result = largest_of(top);
    }
    for (size_t at = whole; at < n; at++) { result = x[at] > result ? x[at] : result; }
    floating_point_leave(state);
    return result;
}

static double exponentials(size_t n, float shift, const float *x, float *y) {
    const floating_point_state state = floating_point_enter();
    // As for the sum of squares.
    const size_t block = 2048;
    double result = 0;
    for (size_t from = 0; from < n; from += block) {
        vector total = all(0);
        VECTORS(n - from < block ? n - from : block, {
            store(y + from + at, exp_vector(minus(load(x + from + at, count), all(shift))), count);
            // What lies beyond the end is zero again.
            total = plus(total, load(y + from + at, count));
        });
        result += (double)sum(total);
    }
    floating_point_leave(state);
    return result;
}

static double sum_of_squares(size_t n, const float *x) {
    // Blocks short enough that float32 sums lose nothing worth keeping, themselves summed in double.
    const size_t block = 2048;
    double result = 0;
    for (size_t from = 0; from < n; from += block) {
        const size_t count = n - from < block ? n - from : block;
        result += (double)dot(count, x + from, x + from);
    }
    return result;
}

static void sum_rows(size_t rows, size_t n, const float *x, float *sums) {
    KERNEL(n, {
        vector total = load(sums + at, count);
        for (size_t row = 0; row < rows; row++) { total = plus(total, load(x + row * n + at, count)); }
        store(sums + at, total, count);
    });
}

static void gather_sum(size_t d, const float *table, const int32_t *ids, size_t count_of_ids, float *out) {
    KERNEL(d, {
        vector total = all(0);
        for (size_t id = 0; id < count_of_ids; id++) {
            total = plus(total, load(table + (size_t)ids[id] * d + at, count));
        }
        store(out + at, total, count);
    });
}

static void gather_sum_int8(size_t d, const int8_t *table, const float *scales, const int32_t *ids,
                            size_t count_of_ids, float *out) {
    KERNEL(d, {
        vector total = all(0);
        for (size_t id = 0; id < count_of_ids; id++) {
            const vector row = load_int8(table + (size_t)ids[id] * d + at, count);
            total = fused(all(scales[ids[id]]), row, total);
        }
        store(out + at, total, count);
    });
}

static void adam(size_t n, float *w, const float *g, float *m, float *v, float gradient_scale, float alpha,
                 float beta1, float beta2, float epsilon) {
    const float rest1 = 1 - beta1, rest2 = 1 - beta2;
    KERNEL(n, {
        const vector gradient = times(load(g + at, count), all(gradient_scale));
        const vector m_before = load(m + at, count);
        const vector v_before = load(v + at, count);
        const vector mean = fused(minus(gradient, m_before), all(rest1), m_before);
        const vector square = fused(fused(gradient, gradient, minus(all(0), v_before)), all(rest2), v_before);
        const vector step = over_root(times(all(alpha), mean), square, all(epsilon));
        store(m + at, mean, count);
        store(v + at, square, count);
        store(w + at, minus(load(w + at, count), step), count);
    });
}

static void adam_idle(size_t n, float *w, float *m, float *v, float keep, float move, float epsilon, float first,
                      float second) {
    KERNEL(n, {
        const vector mean = load(m + at, count), square = load(v + at, count);
        const vector step = over_root(times(mean, all(move)), square, all(epsilon));
        store(w + at, minus(times(load(w + at, count), all(keep)), step), count);
        store(m + at, times(mean, all(first)), count);
        store(v + at, times(square, all(second)), count);
    });
}

static void rmsprop(size_t n, float *w, const float *g, float *v, float gradient_scale, float rate, float rho,
                    float epsilon) {
    const float rest = 1 - rho;
    KERNEL(n, {
        const vector gradient = times(load(g + at, count), all(gradient_scale));
        const vector v_before = load(v + at, count);
        const vector square = fused(fused(gradient, gradient, minus(all(0), v_before)), all(rest), v_before);
        const vector step = divided(times(all(rate), gradient), root(plus(square, all(epsilon))));
        store(v + at, square, count);
        store(w + at, minus(load(w + at, count), step), count);
    });
}
