// Which kernels this processor, and its operating system, can run.

#include "floating_point.h"
#include "tables.h"

#include <stdbool.h>
#include <string.h>

#if defined(__x86_64__)

#include <cpuid.h>

// The registers that the operating system saves at a change of thread (XCR0): an instruction set is of no use
// without them, whatever CPUID says of the processor.
static uint64_t saved_registers(void) {
    uint32_t low, high;
    __asm__ volatile("xgetbv" : "=a"(low), "=d"(high) : "c"(0));
    return (uint64_t)high << 32 | low;
}

typedef struct {
    bool avx2, avx512, vnni;
} features;

static features processor_features(void) {
    features found = {false, false, false};
    uint32_t a, b, c, d;
    if (!__get_cpuid(1, &a, &b, &c, &d)) { return found; }
    const uint32_t fma = 1u << 12, osxsave = 1u << 27, avx = 1u << 28;
    if ((c & (fma | osxsave | avx)) != (fma | osxsave | avx)) { return found; }
    const uint64_t saved = saved_registers();
    const uint64_t ymm = 0x6, zmm = 0xe6;
    if (!__get_cpuid_count(7, 0, &a, &b, &c, &d)) { return found; }
    const uint32_t avx2 = 1u << 5;
    const uint32_t avx512 = 1u << 16 /* F */ | 1u << 17 /* DQ */ | 1u << 30 /* BW */ | 1u << 31 /* VL */;
    found.avx2 = (saved & ymm) == ymm && (b & avx2) != 0;
    const uint32_t vnni = 1u << 11;
    found.avx512 = found.avx2 && (saved & zmm) == zmm && (b & avx512) == avx512;
    found.vnni = (c & vnni) != 0;
    return found;
}

// Both have the same results to the bit: one name.
static const sluice_kernels *avx512_kernels(features found) {
    return found.vnni ? &sluice_avx512_vnni_kernels : &sluice_avx512_kernels;
}

#endif

const sluice_kernels *sluice_kernels_named(const char *name) {
    if (strcmp(name, "scalar") == 0) { return &sluice_scalar_kernels; }
#if defined(__x86_64__)
    const features found = processor_features();
    if (strcmp(name, "avx2") == 0 && found.avx2) { return &sluice_avx2_kernels; }
    if (strcmp(name, "avx512") == 0 && found.avx512) { return avx512_kernels(found); }
    // What it is without VNNI, for tests.
    if (strcmp(name, "avx512-madd") == 0 && found.avx512) { return &sluice_avx512_kernels; }
#elif defined(__aarch64__)
    if (strcmp(name, "neon") == 0) { return &sluice_neon_kernels; }
#endif
    return NULL;
}

uint64_t sluice_floating_point_enter(void) { return (uint64_t)floating_point_enter(); }

void sluice_floating_point_leave(uint64_t before) { floating_point_leave((floating_point_state)before); }

const sluice_kernels *sluice_kernels_best(void) {
#if defined(__x86_64__)
    const features found = processor_features();
    if (found.avx512) { return avx512_kernels(found); }
    if (found.avx2) { return &sluice_avx2_kernels; }
#elif defined(__aarch64__)
    return &sluice_neon_kernels;
#endif
    return &sluice_scalar_kernels;
}
