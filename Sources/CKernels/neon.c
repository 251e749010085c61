// The kernels for NEON (AArch64): 4 lanes, 32 registers.

#if defined(__aarch64__)

#include "floating_point.h"
#include "tables.h"

#include <arm_neon.h>
#include <math.h>
#include <string.h>

#include "template/begin.h"

#define LANES 4
#define TILE_ROWS 6
#define TILE_VECTORS 4

typedef float32x4_t vector;

INLINE vector load(const float *p, size_t count) {
    if (count >= LANES) { return vld1q_f32(p); }
    float some[LANES] = {0};
    memcpy(some, p, count * sizeof(float));
    return vld1q_f32(some);
}
INLINE void store(float *p, vector v, size_t count) {
    if (count >= LANES) {
        vst1q_f32(p, v);
    } else {
        float some[LANES];
        vst1q_f32(some, v);
        memcpy(p, some, count * sizeof(float));
    }
}
INLINE vector load_int8(const int8_t *p, size_t count) {
    int32_t bytes = 0;
    memcpy(&bytes, p, count >= LANES ? LANES : count);
    const int16x8_t wide = vmovl_s8(vreinterpret_s8_s32(vdup_n_s32(bytes)));
    return vcvtq_f32_s32(vmovl_s16(vget_low_s16(wide)));
}
INLINE vector all(float x) { return vdupq_n_f32(x); }
INLINE vector plus(vector a, vector b) { return vaddq_f32(a, b); }
INLINE vector minus(vector a, vector b) { return vsubq_f32(a, b); }
INLINE vector times(vector a, vector b) { return vmulq_f32(a, b); }
INLINE vector fused(vector a, vector b, vector c) { return vfmaq_f32(c, a, b); }
INLINE vector fused_negative(vector a, vector b, vector c) { return vfmsq_f32(c, a, b); }
INLINE vector greater(vector a, vector b) { return vmaxq_f32(a, b); }
INLINE vector less(vector a, vector b) { return vminq_f32(a, b); }
INLINE vector root(vector a) { return vsqrtq_f32(a); }
INLINE vector divided(vector a, vector b) { return vdivq_f32(a, b); }
INLINE vector quotient(vector a, vector b) { return vdivq_f32(a, b); }
INLINE vector over_root(vector a, vector b, vector c) { return divided(a, plus(root(b), c)); }
INLINE float sum(vector v) { return vaddvq_f32(v); }

INLINE float largest_of(vector v) { return vmaxvq_f32(v); }

typedef int32x4_t ints;

INLINE ints load_ints(const int32_t *p) { return vld1q_s32(p); }
INLINE void store_ints(int32_t *p, ints v) { vst1q_s32(p, v); }
INLINE vector to_floats(ints v) { return vcvtq_f32_s32(v); }
// A bit for each lane where a > b.
INLINE uint32_t above(vector a, vector b) {
    static const uint32_t bits[LANES] = {1, 2, 4, 8};
    return vaddvq_u32(vandq_u32(vcgtq_f32(a, b), vld1q_u32(bits)));
}
// 2ⁿ of whole numbers from −126 to 127, and 0 for −127.
INLINE vector power_of_two(vector n) {
    const ints exponent = vaddq_s32(vcvtnq_s32_f32(n), vdupq_n_s32(127));
    return vreinterpretq_f32_s32(vshlq_n_s32(exponent, 23));
}

#define TABLE_NAME "neon"
#include "template/all.h"

// 8-bit numbers as 16-bit ones, which every AArch64 processor multiplies.
#define INT8(name) name##_mlal
#define DOT 1
#define ACTIVATION int16_t
#define WEIGHT int16_t
#define ACTIVATION_ZERO 0
#define INT8_ROWS 3

INLINE ints dot_mlal(ints sum, const int16_t *one, const int16_t *weights) {
    return vmlal_n_s16(sum, vld1_s16(weights), *one);
}
INLINE void store_activations_mlal(int16_t *p, vector v) {
    vst1_s16(p, vmovn_s32(vcvtnq_s32_f32(less(all(127), greater(all(-127), v)))));
}

#include "template/int8.h"

// Products of signed bytes: the 128 of stored rows is taken away by their sign.
#define SCAN_ZERO 0
#define SCAN_TILE 2
// Two sums a row, to be added up.
typedef struct { ints pairs[8]; } scan_sums_mlal;
typedef struct { int8x16_t rows[4]; } scan_four_mlal;

INLINE scan_sums_mlal scan_start_mlal(int32_t start) {
    const int32_t first[LANES] = {start, 0, start, 0};
    scan_sums_mlal sums;
    UNROLL
    for (size_t i = 0; i < 8; i++) { sums.pairs[i] = vld1q_s32(first); }
    return sums;
}
INLINE scan_four_mlal scan_rows_mlal(const uint8_t *p) {
    scan_four_mlal four;
    UNROLL
    for (size_t i = 0; i < 4; i++) {
        four.rows[i] = vreinterpretq_s8_u8(veorq_u8(vld1q_u8(p + 16 * i), vdupq_n_u8(0x80)));
    }
    return four;
}
INLINE void scan_halves_mlal(const uint8_t *p, scan_four_mlal halves[2]) {
    UNROLL
    for (size_t i = 0; i < 4; i++) {
        const uint8x16_t bytes = vld1q_u8(p + 16 * i);
        halves[0].rows[i] = vreinterpretq_s8_u8(vandq_u8(bytes, vdupq_n_u8(0x0f)));
        halves[1].rows[i] = vreinterpretq_s8_u8(vshrq_n_u8(bytes, 4));
    }
}
INLINE scan_sums_mlal scan_add_mlal(scan_sums_mlal sums, scan_four_mlal four, const int8_t *query) {
    int32_t all_four;
    memcpy(&all_four, query, sizeof(all_four));
    const int8x8_t q = vreinterpret_s8_s32(vdup_n_s32(all_four));
    UNROLL
    for (size_t i = 0; i < 4; i++) {
        sums.pairs[2 * i] = vpadalq_s16(sums.pairs[2 * i], vmull_s8(vget_low_s8(four.rows[i]), q));
        sums.pairs[2 * i + 1] = vpadalq_s16(sums.pairs[2 * i + 1], vmull_s8(vget_high_s8(four.rows[i]), q));
    }
    return sums;
}
INLINE void scan_finish_mlal(scan_sums_mlal sums, ints finished[4]) {
    UNROLL
    for (size_t i = 0; i < 4; i++) { finished[i] = vpaddq_s32(sums.pairs[2 * i], sums.pairs[2 * i + 1]); }
}

#include "template/scan.h"
#define TABLE sluice_neon_kernels
#include "template/table.h"

#endif
