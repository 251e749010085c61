/// The models that are compiled in, so that a binary that was moved still has them.
///
/// A model's files are those of its directory beside this target; where the directory is absent the catalogue
/// has no entry for it.
#ifndef CBUILTINMODELS_H
#define CBUILTINMODELS_H

#include <stddef.h>

typedef struct {
    const unsigned char *_Nullable bytes;
    size_t count;
} sluice_embedded_file;

typedef struct {
    const char *_Nonnull name;
    sluice_embedded_file config;
    /// Starts at a 64-byte boundary.
    sluice_embedded_file weights;
    sluice_embedded_file vocabulary;
    sluice_embedded_file history;
} sluice_embedded_model;

size_t sluice_embedded_model_count(void);

/// Nil from the count on.
const sluice_embedded_model *_Nullable sluice_embedded_model_at(size_t index);

#endif
