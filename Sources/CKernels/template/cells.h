// The recurrent cells over a batch, forward and backward: for training.

static void lstm_cell_forward(size_t rows, size_t units, float *gates, const float *cell_before, float *cell,
                              float *hidden) {
    const floating_point_state state = floating_point_enter();
    for (size_t row = 0; row < rows; row++) {
        float *gate = gates + row * 4 * units;
        const size_t first_unit = row * units;
        VECTORS(units, {
            const vector i = sigmoid_vector(load(gate + at, count));
            const vector f = sigmoid_vector(load(gate + units + at, count));
            const vector g = tanh_vector(load(gate + 2 * units + at, count));
            const vector o = sigmoid_vector(load(gate + 3 * units + at, count));
            const vector c = fused(f, load(cell_before + first_unit + at, count), times(i, g));
            store(gate + at, i, count);
            store(gate + units + at, f, count);
            store(gate + 2 * units + at, g, count);
            store(gate + 3 * units + at, o, count);
            store(cell + first_unit + at, c, count);
            store(hidden + first_unit + at, times(o, tanh_vector(c)), count);
        });
    }
    floating_point_leave(state);
}

static void lstm_cell_backward(size_t rows, size_t units, const float *gates, const float *cell_before,
                               const float *cell, const float *d_hidden, float *d_cell, float *d_gates) {
    const floating_point_state state = floating_point_enter();
    for (size_t row = 0; row < rows; row++) {
        const float *gate = gates + row * 4 * units;
        float *out = d_gates + row * 4 * units;
        const size_t first_unit = row * units;
        VECTORS(units, {
            const vector i = load(gate + at, count);
            const vector f = load(gate + units + at, count);
            const vector g = load(gate + 2 * units + at, count);
            const vector o = load(gate + 3 * units + at, count);
            const vector t = tanh_vector(load(cell + first_unit + at, count));
            const vector dh = load(d_hidden + first_unit + at, count);
            const vector dc = fused(times(dh, o), fused_negative(t, t, all(1)), load(d_cell + first_unit + at, count));
            store(out + at, times(times(dc, g), fused_negative(i, i, i)), count);
            store(out + units + at,
                  times(times(dc, load(cell_before + first_unit + at, count)), fused_negative(f, f, f)), count);
            store(out + 2 * units + at, times(times(dc, i), fused_negative(g, g, all(1))), count);
            store(out + 3 * units + at, times(times(dh, t), fused_negative(o, o, o)), count);
            store(d_cell + first_unit + at, times(dc, f), count);
        });
    }
    floating_point_leave(state);
}

static void gru_cell_forward(size_t rows, size_t units, float *input, const float *recurrent,
                             const float *hidden_before, float *hidden) {
    const floating_point_state state = floating_point_enter();
    for (size_t row = 0; row < rows; row++) {
        float *x = input + row * 3 * units;
        const float *h = recurrent + row * 3 * units;
        const size_t first_unit = row * units;
        VECTORS(units, {
            const vector z = sigmoid_vector(plus(load(x + at, count), load(h + at, count)));
            const vector r = sigmoid_vector(plus(load(x + units + at, count), load(h + units + at, count)));
            const vector candidate =
                tanh_vector(fused(r, load(h + 2 * units + at, count), load(x + 2 * units + at, count)));
            store(x + at, z, count);
            store(x + units + at, r, count);
            store(x + 2 * units + at, candidate, count);
            const vector before = load(hidden_before + first_unit + at, count);
            store(hidden + first_unit + at, fused(z, minus(before, candidate), candidate), count);
        });
    }
    floating_point_leave(state);
}

static void gru_cell_backward(size_t rows, size_t units, const float *gates, const float *recurrent,
                              const float *hidden_before, float *d_hidden, float *d_input, float *d_recurrent) {
    const floating_point_state state = floating_point_enter();
    for (size_t row = 0; row < rows; row++) {
        const size_t first_gate = row * 3 * units, first_unit = row * units;
        const float *gate = gates + first_gate;
        const float *h = recurrent + first_gate;
        float *dx = d_input + first_gate;
        float *dr = d_recurrent + first_gate;
        VECTORS(units, {
            const vector z = load(gate + at, count);
            const vector r = load(gate + units + at, count);
            const vector candidate = load(gate + 2 * units + at, count);
            const vector dh = load(d_hidden + first_unit + at, count);
            const vector before = load(hidden_before + first_unit + at, count);
            const vector d_candidate =
                times(times(dh, minus(all(1), z)), fused_negative(candidate, candidate, all(1)));
            const vector d_z = times(times(dh, minus(before, candidate)), fused_negative(z, z, z));
            const vector d_r =
                times(times(d_candidate, load(h + 2 * units + at, count)), fused_negative(r, r, r));
            store(dx + at, d_z, count);
            store(dx + units + at, d_r, count);
            store(dx + 2 * units + at, d_candidate, count);
            store(dr + at, d_z, count);
            store(dr + units + at, d_r, count);
            store(dr + 2 * units + at, times(d_candidate, r), count);
            store(d_hidden + first_unit + at, times(dh, z), count);
        });
    }
    floating_point_leave(state);
}
