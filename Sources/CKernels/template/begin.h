// What the vector types of an instruction set and the template over them both need.
//
// The template is included once by each instruction set's file, after that file has defined LANES, `vector`
// and the functions on it; everything in it is static there, so nothing needs a prefix.

#define INLINE static inline __attribute__((always_inline))

// Loops over registers must unroll in full, or the registers become memory.
#if defined(__clang__)
#define UNROLL _Pragma("clang loop unroll(full)")
#else
#define UNROLL _Pragma("GCC unroll 32")
#endif

// How far ahead a scan asks for its rows, of several queries and of one, in bytes.
#define SCAN_AHEAD 4096
#define SCAN_PASSING 256
// Groups of a row, up to which it is short.
#define SCAN_SHORT 32
