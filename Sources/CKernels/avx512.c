// The kernels for AVX-512 (F, BW, VL, DQ): 16 lanes, 32 registers, masks for what is left at the end.

#if defined(__x86_64__)

#include "floating_point.h"
#include "tables.h"

#include <immintrin.h>

#if defined(__clang__)
#pragma clang attribute push(__attribute__((target("avx2,fma,avx512f,avx512bw,avx512vl,avx512dq"))),                   \
                             apply_to = function)
#endif

#include "template/begin.h"

#define LANES 16
#define TILE_ROWS 6
#define TILE_VECTORS 4

typedef __m512 vector;

INLINE __mmask16 first(size_t count) { return (__mmask16)((1u << count) - 1); }

INLINE vector load(const float *p, size_t count) {
    return count >= LANES ? _mm512_loadu_ps(p) : _mm512_maskz_loadu_ps(first(count), p);
}
INLINE void store(float *p, vector v, size_t count) {
    if (count >= LANES) {
        _mm512_storeu_ps(p, v);
    } else {
        _mm512_mask_storeu_ps(p, first(count), v);
    }
}
INLINE vector load_int8(const int8_t *p, size_t count) {
    const __m128i bytes = count >= LANES ? _mm_loadu_si128((const __m128i *)p)
                                         : _mm_maskz_loadu_epi8(first(count), p);
    return _mm512_cvtepi32_ps(_mm512_cvtepi8_epi32(bytes));
}
INLINE vector all(float x) { return _mm512_set1_ps(x); }
INLINE vector plus(vector a, vector b) { return _mm512_add_ps(a, b); }
INLINE vector minus(vector a, vector b) { return _mm512_sub_ps(a, b); }
INLINE vector times(vector a, vector b) { return _mm512_mul_ps(a, b); }
INLINE vector fused(vector a, vector b, vector c) { return _mm512_fmadd_ps(a, b, c); }
INLINE vector fused_negative(vector a, vector b, vector c) { return _mm512_fnmadd_ps(a, b, c); }
INLINE vector greater(vector a, vector b) { return _mm512_max_ps(a, b); }
INLINE vector less(vector a, vector b) { return _mm512_min_ps(a, b); }
INLINE vector root(vector a) { return _mm512_sqrt_ps(a); }
INLINE vector divided(vector a, vector b) { return _mm512_div_ps(a, b); }
// a / b within 2⁻²³ of itself, in a third of the time: one step of Newton from 14 bits.
INLINE vector quotient(vector a, vector b) {
    const vector guess = _mm512_rcp14_ps(b);
    const vector near = times(a, guess);
    return fused(near, fused_negative(b, guess, all(1)), near);
}
INLINE float sum(vector v) { return _mm512_reduce_add_ps(v); }

#define TABLE_NAME "avx512"
#define TABLE sluice_avx512_kernels
#include "template/all.h"

#if defined(__clang__)
#pragma clang attribute pop
#endif

#endif
