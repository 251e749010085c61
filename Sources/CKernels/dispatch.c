// Which kernels this processor, and its operating system, can run.

#include "tables.h"

#include <string.h>

const sluice_kernels *sluice_kernels_named(const char *name) {
    if (strcmp(name, "scalar") == 0) { return &sluice_scalar_kernels; }
    return NULL;
}

const sluice_kernels *sluice_kernels_best(void) { return &sluice_scalar_kernels; }
