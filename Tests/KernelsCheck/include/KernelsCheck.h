// The comparison of all kernels of one instruction set with the scalar ones: see kernels_check.c.

#ifndef SLUICE_KERNELS_CHECK_H
#define SLUICE_KERNELS_CHECK_H

typedef struct {
    int comparisons, failures;
} sluice_check_result;

/// Compares; what differs is printed. No comparisons at all where this processor has no such kernels.
sluice_check_result sluice_check_kernels(const char *name);

#endif
