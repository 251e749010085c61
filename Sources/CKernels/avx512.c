// The kernels for AVX-512 (F, BW, VL, DQ): 16 lanes, 32 registers, masks for what is left at the end.

#if defined(__x86_64__)

#include "floating_point.h"
#include "tables.h"

#include <immintrin.h>
#include <math.h>
#include <string.h>

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
// a / (√b + c) as near, in a quarter of the time of the exact root and division.
INLINE vector over_root(vector a, vector b, vector c) {
    // All but zeros, so that √0 is 0, and what is no number stays so.
    const __mmask16 some = _mm512_cmp_ps_mask(b, _mm512_setzero_ps(), _CMP_NLE_UQ);
    const vector guess = _mm512_maskz_rsqrt14_ps(some, b);
    const vector near = times(b, guess);
    const vector root = fused(times(near, all(0.5f)), fused_negative(near, guess, all(1)), near);
    return quotient(a, plus(root, c));
}
INLINE float sum(vector v) { return _mm512_reduce_add_ps(v); }
INLINE float largest_of(vector v) { return _mm512_reduce_max_ps(v); }

typedef __m512i ints;

INLINE ints load_ints(const int32_t *p) { return _mm512_loadu_si512(p); }
INLINE void store_ints(int32_t *p, ints v) { _mm512_storeu_si512(p, v); }
INLINE vector to_floats(ints v) { return _mm512_cvtepi32_ps(v); }
// A bit for each lane where a > b.
INLINE uint32_t above(vector a, vector b) { return _mm512_cmp_ps_mask(a, b, _CMP_GT_OQ); }
// 2ⁿ of whole numbers from −126 to 127, and 0 for −127.
INLINE vector power_of_two(vector n) {
    const ints exponent = _mm512_add_epi32(_mm512_cvtps_epi32(n), _mm512_set1_epi32(127));
    return _mm512_castsi512_ps(_mm512_slli_epi32(exponent, 23));
}
INLINE ints rounded_to_8_bits(vector v) { return _mm512_cvtps_epi32(less(all(127), greater(all(-127), v))); }

#define TABLE_NAME "avx512"
#include "template/all.h"

// 8-bit numbers as pairs of 16-bit ones.
#define INT8(name) name##_madd
#define DOT 2
#define ACTIVATION int16_t
#define WEIGHT int16_t
#define ACTIVATION_ZERO 0
#define INT8_ROWS 3

INLINE ints dot_madd(ints sum, const int16_t *pair, const int16_t *weights) {
    int32_t both;
    memcpy(&both, pair, sizeof(both));
    return _mm512_add_epi32(sum, _mm512_madd_epi16(_mm512_set1_epi32(both), _mm512_loadu_si512(weights)));
}
INLINE void store_activations_madd(int16_t *p, vector v) {
    _mm256_storeu_si256((__m256i *)p, _mm512_cvtepi32_epi16(rounded_to_8_bits(v)));
}

#include "template/int8.h"

// Bytes as pairs of 16 bits, the even ones apart from the odd.
#define SCAN_ZERO 128
#define SCAN_TILE 8
typedef ints scan_sums_madd;
typedef struct { ints even, odd; } scan_four_madd;

INLINE scan_sums_madd scan_start_madd(int32_t start) { return _mm512_set1_epi32(start); }
INLINE scan_four_madd scan_rows_madd(const uint8_t *p) {
    const ints bytes = _mm512_loadu_si512(p);
    return (scan_four_madd){_mm512_and_si512(bytes, _mm512_set1_epi16(0xff)), _mm512_srli_epi16(bytes, 8)};
}
INLINE void scan_halves_madd(const uint8_t *p, scan_four_madd halves[2]) {
    const ints bytes = _mm512_loadu_si512(p), low = _mm512_set1_epi16(0x0f);
    halves[0].even = _mm512_and_si512(bytes, low);
    halves[0].odd = _mm512_and_si512(_mm512_srli_epi16(bytes, 8), low);
    halves[1].even = _mm512_and_si512(_mm512_srli_epi16(bytes, 4), low);
    halves[1].odd = _mm512_srli_epi16(bytes, 12);
}
INLINE scan_sums_madd scan_add_madd(scan_sums_madd sums, scan_four_madd four, const int8_t *query) {
    int32_t all_four;
    memcpy(&all_four, query, sizeof(all_four));
    const ints bytes = _mm512_set1_epi32(all_four);
    const ints even = _mm512_srai_epi16(_mm512_slli_epi16(bytes, 8), 8), odd = _mm512_srai_epi16(bytes, 8);
    return _mm512_add_epi32(
        sums, _mm512_add_epi32(_mm512_madd_epi16(four.even, even), _mm512_madd_epi16(four.odd, odd)));
}
INLINE void scan_finish_madd(scan_sums_madd sums, ints finished[1]) { finished[0] = sums; }

#include "template/scan.h"
#define TABLE sluice_avx512_kernels
#include "template/table.h"

// The same sums in a quarter of the instructions, where the processor has AVX512-VNNI. It multiplies unsigned
// activations with signed weights: so activations are stored with 128 added, and a sum starts with what that adds.
#if defined(__clang__)
#pragma clang attribute pop
#pragma clang attribute push(                                                                                          \
    __attribute__((target("avx2,fma,avx512f,avx512bw,avx512vl,avx512dq,avx512vnni"))), apply_to = function)
#endif
#define INT8(name) name##_vnni
#define DOT 4
#define ACTIVATION uint8_t
#define WEIGHT int8_t
#define ACTIVATION_ZERO 128
#define INT8_ROWS 3

INLINE ints dot_vnni(ints sum, const uint8_t *four, const int8_t *weights) {
    int32_t all_four;
    memcpy(&all_four, four, sizeof(all_four));
    return _mm512_dpbusd_epi32(sum, _mm512_set1_epi32(all_four), _mm512_loadu_si512(weights));
}
INLINE void store_activations_vnni(uint8_t *p, vector v) {
    const ints q = _mm512_add_epi32(rounded_to_8_bits(v), _mm512_set1_epi32(128));
    _mm_storeu_si128((__m128i *)p, _mm512_cvtepi32_epi8(q));
}

#include "template/int8.h"

#define SCAN_ZERO 128
#define SCAN_TILE 8
typedef ints scan_sums_vnni;
typedef ints scan_four_vnni;

INLINE scan_sums_vnni scan_start_vnni(int32_t start) { return _mm512_set1_epi32(start); }
INLINE scan_four_vnni scan_rows_vnni(const uint8_t *p) { return _mm512_loadu_si512(p); }
INLINE void scan_halves_vnni(const uint8_t *p, scan_four_vnni halves[2]) {
    const ints bytes = _mm512_loadu_si512(p), low = _mm512_set1_epi8(0x0f);
    halves[0] = _mm512_and_si512(bytes, low);
    halves[1] = _mm512_and_si512(_mm512_srli_epi16(bytes, 4), low);
}
INLINE scan_sums_vnni scan_add_vnni(scan_sums_vnni sums, scan_four_vnni four, const int8_t *query) {
    int32_t all_four;
    memcpy(&all_four, query, sizeof(all_four));
    return _mm512_dpbusd_epi32(sums, four, _mm512_set1_epi32(all_four));
}
INLINE void scan_finish_vnni(scan_sums_vnni sums, ints finished[1]) { finished[0] = sums; }

#include "template/scan.h"
#define TABLE sluice_avx512_vnni_kernels
#include "template/table.h"
#if defined(__clang__)
#pragma clang attribute pop
#endif


#endif
