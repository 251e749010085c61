// Checks the kernels named on the command line. Exits 0 if all agree with the scalar ones.

#include "KernelsCheck.h"

#include <stdio.h>

int main(int count, char **arguments) {
    if (count != 2) {
        fprintf(stderr, "usage: kernels_check NAME\n");
        return 2;
    }
    const sluice_check_result result = sluice_check_kernels(arguments[1]);
    printf("%s: %d comparisons with the scalar kernels, %d failures\n", arguments[1], result.comparisons,
           result.failures);
    return result.comparisons > 0 && result.failures == 0 ? 0 : 1;
}
