#!/bin/sh
# Builds the C kernels for AArch64 and runs them, against the scalar ones, in an emulator.
# Needs aarch64-linux-gnu-gcc (Debian: gcc-aarch64-linux-gnu libc6-dev-arm64-cross) and qemu-aarch64 (qemu-user).
set -eu
here=$(cd "$(dirname "$0")" && pwd)
kernels=$here/../../Sources/CKernels
check=$here/../KernelsCheck
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
${AARCH64_CC:-aarch64-linux-gnu-gcc} -std=gnu2x -O2 -Wall -Wextra -Werror -Wno-unknown-pragmas -static \
    -I "$kernels/include" -I "$check/include" -o "$work/kernels_check" \
    "$here/main.c" "$check"/*.c "$kernels"/*.c -lm
${QEMU_AARCH64:-qemu-aarch64} "$work/kernels_check" neon
