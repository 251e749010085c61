// The tables of this build: only those its processor family can have.

#ifndef SLUICE_TABLES_H
#define SLUICE_TABLES_H

#include "CKernels.h"

extern const sluice_kernels sluice_scalar_kernels;
#if defined(__x86_64__)
extern const sluice_kernels sluice_avx2_kernels;
extern const sluice_kernels sluice_avx512_kernels;
extern const sluice_kernels sluice_avx512_vnni_kernels;
#elif defined(__aarch64__)
extern const sluice_kernels sluice_neon_kernels;
#endif

#endif
