// A table of an instruction set's functions, with one of its ways of multiplying 8-bit numbers.

const sluice_kernels TABLE = {
    .name = TABLE_NAME,
    .packed_count = packed_count,
    .pack = pack,
    .multiply_packed = multiply_packed,
    .multiply_packed_bias = multiply_packed_bias,
    .multiply_transposed = multiply_transposed,
    .lstm_cell_forward = lstm_cell_forward,
    .lstm_cell_backward = lstm_cell_backward,
    .gru_cell_forward = gru_cell_forward,
    .gru_cell_backward = gru_cell_backward,
    .tanh = tanh_all,
    .sigmoid = sigmoid_all,
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
    .lanes = LANES,
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
    .int8_bytes = INT8(bytes),
    .pack_int8 = INT8(pack),
    .multiply_int8 = INT8(multiply),
    .lstm_sequence_int8 = INT8(lstm_sequence),
    .gru_sequence_int8 = INT8(gru_sequence),
    .gru_reset_before_sequence_int8 = INT8(gru_reset_before_sequence),
    .simple_rnn_sequence_int8 = INT8(simple_rnn_sequence),
    .scan_int8 = INT8(scan_rows_of_8_bits),
    .scan_int4 = INT8(scan_rows_of_4_bits),
};

// For the next way.
#undef TABLE
#undef INT8
#undef DOT
#undef ACTIVATION
#undef WEIGHT
#undef ACTIVATION_ZERO
#undef INT8_ROWS
