// The kernels for AVX2 with FMA: 8 lanes, 16 registers.

#if defined(__x86_64__)

#include "floating_point.h"
#include "tables.h"

#include <immintrin.h>
#include <math.h>
#include <string.h>

#if defined(__clang__)
#pragma clang attribute push(__attribute__((target("avx2,fma"))), apply_to = function)
#endif

#include "template/begin.h"

#define LANES 8
#define TILE_ROWS 6
#define TILE_VECTORS 2

typedef __m256 vector;

INLINE __m256i first(size_t count) {
    static const int32_t ones[16] = {-1, -1, -1, -1, -1, -1, -1, -1};
    return _mm256_loadu_si256((const __m256i *)(ones + 8 - count));
}

INLINE vector load(const float *p, size_t count) {
    return count >= LANES ? _mm256_loadu_ps(p) : _mm256_maskload_ps(p, first(count));
}
INLINE void store(float *p, vector v, size_t count) {
    if (count >= LANES) {
        _mm256_storeu_ps(p, v);
    } else {
        _mm256_maskstore_ps(p, first(count), v);
    }
}
INLINE vector load_int8(const int8_t *p, size_t count) {
    int64_t bytes = 0;
    memcpy(&bytes, p, count >= LANES ? LANES : count);
    return _mm256_cvtepi32_ps(_mm256_cvtepi8_epi32(_mm_cvtsi64_si128(bytes)));
}
INLINE vector all(float x) { return _mm256_set1_ps(x); }
INLINE vector plus(vector a, vector b) { return _mm256_add_ps(a, b); }
INLINE vector minus(vector a, vector b) { return _mm256_sub_ps(a, b); }
INLINE vector times(vector a, vector b) { return _mm256_mul_ps(a, b); }
INLINE vector fused(vector a, vector b, vector c) { return _mm256_fmadd_ps(a, b, c); }
INLINE vector fused_negative(vector a, vector b, vector c) { return _mm256_fnmadd_ps(a, b, c); }
INLINE vector greater(vector a, vector b) { return _mm256_max_ps(a, b); }
INLINE vector less(vector a, vector b) { return _mm256_min_ps(a, b); }
INLINE vector root(vector a) { return _mm256_sqrt_ps(a); }
INLINE vector divided(vector a, vector b) { return _mm256_div_ps(a, b); }
// The approximate reciprocal differs between makers of processors; the division does not.
INLINE vector quotient(vector a, vector b) { return _mm256_div_ps(a, b); }
INLINE vector over_root(vector a, vector b, vector c) { return divided(a, plus(root(b), c)); }
INLINE float sum(vector v) {
    __m128 half = _mm_add_ps(_mm256_castps256_ps128(v), _mm256_extractf128_ps(v, 1));
    half = _mm_add_ps(half, _mm_movehl_ps(half, half));
    return _mm_cvtss_f32(_mm_add_ss(half, _mm_movehdup_ps(half)));
}

INLINE float largest_of(vector v) {
    __m128 half = _mm_max_ps(_mm256_castps256_ps128(v), _mm256_extractf128_ps(v, 1));
    half = _mm_max_ps(half, _mm_movehl_ps(half, half));
    return _mm_cvtss_f32(_mm_max_ss(half, _mm_movehdup_ps(half)));
}

typedef __m256i ints;

INLINE ints load_ints(const int32_t *p) { return _mm256_loadu_si256((const __m256i *)p); }
INLINE void store_ints(int32_t *p, ints v) { _mm256_storeu_si256((__m256i *)p, v); }
INLINE vector to_floats(ints v) { return _mm256_cvtepi32_ps(v); }
// A bit for each lane where a > b.
INLINE uint32_t above(vector a, vector b) { return (uint32_t)_mm256_movemask_ps(_mm256_cmp_ps(a, b, _CMP_GT_OQ)); }
// 2ⁿ of whole numbers from −126 to 127, and 0 for −127.
INLINE vector power_of_two(vector n) {
    const ints exponent = _mm256_add_epi32(_mm256_cvtps_epi32(n), _mm256_set1_epi32(127));
    return _mm256_castsi256_ps(_mm256_slli_epi32(exponent, 23));
}

#define TABLE_NAME "avx2"
#include "template/all.h"

// 8-bit numbers as pairs of 16-bit ones: the instruction for pairs of 8 bits saturates.
#define INT8(name) name##_madd
#define DOT 2
#define ACTIVATION int16_t
#define WEIGHT int16_t
#define ACTIVATION_ZERO 0
#define INT8_ROWS 1

INLINE ints dot_madd(ints sum, const int16_t *pair, const int16_t *weights) {
    int32_t both;
    memcpy(&both, pair, sizeof(both));
    const __m256i w = _mm256_loadu_si256((const __m256i *)weights);
    return _mm256_add_epi32(sum, _mm256_madd_epi16(_mm256_set1_epi32(both), w));
}
INLINE void store_activations_madd(int16_t *p, vector v) {
    const ints q = _mm256_cvtps_epi32(less(all(127), greater(all(-127), v)));
    _mm_storeu_si128((__m128i *)p, _mm_packs_epi32(_mm256_castsi256_si128(q), _mm256_extracti128_si256(q, 1)));
}

#include "template/int8.h"

// Bytes as pairs of 16 bits, the even ones apart from the odd.
#define SCAN_ZERO 128
#define SCAN_TILE 4
typedef struct { ints half[2]; } scan_sums_madd;
typedef struct { ints even[2], odd[2]; } scan_four_madd;

INLINE scan_sums_madd scan_start_madd(int32_t start) {
    return (scan_sums_madd){{_mm256_set1_epi32(start), _mm256_set1_epi32(start)}};
}
INLINE scan_four_madd scan_rows_madd(const uint8_t *p) {
    scan_four_madd four;
    UNROLL
    for (size_t i = 0; i < 2; i++) {
        const __m256i bytes = _mm256_loadu_si256((const __m256i *)(p + 32 * i));
        four.even[i] = _mm256_and_si256(bytes, _mm256_set1_epi16(0xff));
        four.odd[i] = _mm256_srli_epi16(bytes, 8);
    }
    return four;
}
INLINE void scan_halves_madd(const uint8_t *p, scan_four_madd halves[2]) {
    UNROLL
    for (size_t i = 0; i < 2; i++) {
        const __m256i bytes = _mm256_loadu_si256((const __m256i *)(p + 32 * i)), low = _mm256_set1_epi16(0x0f);
        halves[0].even[i] = _mm256_and_si256(bytes, low);
        halves[0].odd[i] = _mm256_and_si256(_mm256_srli_epi16(bytes, 8), low);
        halves[1].even[i] = _mm256_and_si256(_mm256_srli_epi16(bytes, 4), low);
        halves[1].odd[i] = _mm256_srli_epi16(bytes, 12);
    }
}
INLINE scan_sums_madd scan_add_madd(scan_sums_madd sums, scan_four_madd four, const int8_t *query) {
    int32_t all_four;
    memcpy(&all_four, query, sizeof(all_four));
    const __m256i bytes = _mm256_set1_epi32(all_four);
    const __m256i even = _mm256_srai_epi16(_mm256_slli_epi16(bytes, 8), 8), odd = _mm256_srai_epi16(bytes, 8);
    UNROLL
    for (size_t i = 0; i < 2; i++) {
        const __m256i pairs =
            _mm256_add_epi32(_mm256_madd_epi16(four.even[i], even), _mm256_madd_epi16(four.odd[i], odd));
        sums.half[i] = _mm256_add_epi32(sums.half[i], pairs);
    }
    return sums;
}
INLINE void scan_finish_madd(scan_sums_madd sums, ints finished[2]) {
    finished[0] = sums.half[0];
    finished[1] = sums.half[1];
}

#include "template/scan.h"
#define TABLE sluice_avx2_kernels
#include "template/table.h"

#if defined(__clang__)
#pragma clang attribute pop
#endif

#endif
