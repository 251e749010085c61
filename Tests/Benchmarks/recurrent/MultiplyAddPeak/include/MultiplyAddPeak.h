#ifndef MULTIPLY_ADD_PEAK_H
#define MULTIPLY_ADD_PEAK_H

#include <stddef.h>

/// Does `rounds` rounds of multiply-adds that wait for nothing but the processor's own arithmetic, with the widest
/// vectors it has. Returns how many multiplications and additions one round is; 0 where the processor has neither
/// AVX-512 nor AVX2 with FMA.
size_t multiply_add_rounds(size_t rounds);

#endif
