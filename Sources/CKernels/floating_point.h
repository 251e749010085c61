// Denormals as zero for the length of a kernel: they make recurrent networks slow, and an answer must not
// depend on what the calling thread had set.

#ifndef SLUICE_FLOATING_POINT_H
#define SLUICE_FLOATING_POINT_H

#include <stdint.h>

// The barriers keep loads, and with them the arithmetic, from moving across the change of mode.
#define SLUICE_BARRIER() __asm__ volatile("" ::: "memory")

#if defined(__x86_64__)

#include <xmmintrin.h>

typedef uint32_t floating_point_state;

// Flush to zero (bit 15), denormals are zero (bit 6), exceptions masked, rounding to nearest.
#define SLUICE_MODE 0x9fc0u

// The low bits say which exceptions there have been. Setting the mode stops the processor's look-ahead: a caller
// with many small kernels to run sets it once.
static inline int floating_point_is_set(floating_point_state state) { return (state & ~0x3fu) == SLUICE_MODE; }

static inline floating_point_state floating_point_enter(void) {
    floating_point_state before = _mm_getcsr();
    if (!floating_point_is_set(before)) { _mm_setcsr(SLUICE_MODE); }
    SLUICE_BARRIER();
    return before;
}

static inline void floating_point_leave(floating_point_state before) {
    SLUICE_BARRIER();
    if (!floating_point_is_set(before)) { _mm_setcsr(before); }
}

#elif defined(__aarch64__)

typedef uint64_t floating_point_state;

#define SLUICE_MODE ((uint64_t)1 << 24)

// FZ (bit 24) flushes both inputs and results; the rounding mode 0 is to nearest.
static inline floating_point_state floating_point_enter(void) {
    floating_point_state before;
    __asm__ volatile("mrs %0, fpcr" : "=r"(before));
    if (before != SLUICE_MODE) { __asm__ volatile("msr fpcr, %0" ::"r"(SLUICE_MODE)); }
    SLUICE_BARRIER();
    return before;
}

static inline void floating_point_leave(floating_point_state before) {
    SLUICE_BARRIER();
    if (before != SLUICE_MODE) { __asm__ volatile("msr fpcr, %0" ::"r"(before)); }
}

#else

typedef int floating_point_state;

static inline floating_point_state floating_point_enter(void) { return 0; }
static inline void floating_point_leave(floating_point_state before) { (void)before; }

#endif
#endif
