#include "MultiplyAddPeak.h"

#if defined(__x86_64__)

#include <immintrin.h>

// More chains than a multiply-add takes cycles, twice, and fewer than there are registers.
#define CHAINS 12

// What the compiler cannot know to be unused.
static volatile float sink;

__attribute__((target("avx512f"))) static size_t wide(size_t rounds) {
    __m512 sums[CHAINS];
    const __m512 factor = _mm512_set1_ps(0.999f), term = _mm512_set1_ps(0.001f);
    for (int chain = 0; chain < CHAINS; chain++) sums[chain] = _mm512_set1_ps((float)chain);
    for (size_t round = 0; round < rounds; round++) {
#pragma clang loop unroll(full)
        for (int chain = 0; chain < CHAINS; chain++) sums[chain] = _mm512_fmadd_ps(sums[chain], factor, term);
    }
    float total = 0;
    for (int chain = 0; chain < CHAINS; chain++) total += _mm512_reduce_add_ps(sums[chain]);
    sink = total;
    return CHAINS * 16 * 2;
}

__attribute__((target("avx2,fma"))) static size_t narrow(size_t rounds) {
    __m256 sums[CHAINS];
    const __m256 factor = _mm256_set1_ps(0.999f), term = _mm256_set1_ps(0.001f);
    for (int chain = 0; chain < CHAINS; chain++) sums[chain] = _mm256_set1_ps((float)chain);
    for (size_t round = 0; round < rounds; round++) {
#pragma clang loop unroll(full)
        for (int chain = 0; chain < CHAINS; chain++) sums[chain] = _mm256_fmadd_ps(sums[chain], factor, term);
    }
    float values[8], total = 0;
    for (int chain = 0; chain < CHAINS; chain++) {
        _mm256_storeu_ps(values, sums[chain]);
        for (int lane = 0; lane < 8; lane++) total += values[lane];
    }
    sink = total;
    return CHAINS * 8 * 2;
}

size_t multiply_add_rounds(size_t rounds) {
    if (__builtin_cpu_supports("avx512f")) return wide(rounds);
    if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")) return narrow(rounds);
    return 0;
}

#else

size_t multiply_add_rounds(size_t rounds) { return 0; }

#endif
