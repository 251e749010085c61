// protocol/openrpc.json, compiled in, so that a program that was moved still has it.

#ifndef SLUICE_COPENRPC_H
#define SLUICE_COPENRPC_H

#include <stddef.h>

const void *sluice_openrpc_begin(void);
size_t sluice_openrpc_count(void);

#endif
