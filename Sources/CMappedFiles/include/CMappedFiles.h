// What keeps a process alive when a file that it has mapped is shortened by somebody else.
//
// Touching a page that lies behind the new end of the file raises SIGBUS. The handler here looks whether the address
// lies in a range that was registered; if so it maps pages of zeros from there to the end of the range and marks the
// range as poisoned, and the read goes on. Whoever reads asks afterwards whether the range is poisoned, and throws
// away what was made of it. A fault anywhere else goes to the handler that was there before.

#ifndef SLUICE_CMAPPEDFILES_H
#define SLUICE_CMAPPEDFILES_H

#include <stdbool.h>
#include <stddef.h>

#if defined(__clang__)
#pragma clang assume_nonnull begin
#define SLUICE_NULLABLE _Nullable
#else
#define SLUICE_NULLABLE
#endif

// A range in the registry.
typedef struct sluice_mapped_range sluice_mapped_range;

// Registers the pages of a mapping, installing the handler at the first call. NULL where there is no memory for it or
// the handler cannot be installed. From any thread; takes no lock.
sluice_mapped_range *SLUICE_NULLABLE sluice_mapped_range_add(const void *start, size_t count);

// Takes the range out again: before it is unmapped, and after the last read.
void sluice_mapped_range_remove(sluice_mapped_range *range);

// Whether a read has met pages that were gone.
bool sluice_mapped_range_is_poisoned(const sluice_mapped_range *range);

#if defined(__clang__)
#pragma clang assume_nonnull end
#endif

#endif
