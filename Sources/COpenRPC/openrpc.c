#include "COpenRPC.h"

static const unsigned char document[] = {
#embed "../../protocol/openrpc.json"
};

const void *sluice_openrpc_begin(void) { return document; }

size_t sluice_openrpc_count(void) { return sizeof document; }
