// The template: the table of one instruction set, in terms of its vectors. Shapes are those of CKernels.h.

#include "activations.h"
#include "elementwise.h"
#include "cells.h"
#include "products.h"
#include "transposed.h"
#include "sequences.h"

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
    .sum_of_squares = sum_of_squares,
    .sum_rows = sum_rows,
    .maximum = maximum,
    .gather_sum = gather_sum,
    .gather_sum_int8 = gather_sum_int8,
    .adam = adam,
    .rmsprop = rmsprop,
    .lanes = LANES,
    .arrange_gates = arrange_gates,
    .recurrent_count = recurrent_count,
    .pack_recurrent = pack_recurrent,
    .lstm_sequence = lstm_sequence,
    .gru_sequence = gru_sequence,
    .gru_reset_before_sequence = gru_reset_before_sequence,
    .simple_rnn_sequence = simple_rnn_sequence,
};
