/// The vector kernels of the half-plane rasteriser (Pineda 1988), chosen by what the CPU has.

#ifndef CMACHINE_TRIANGLE_H
#define CMACHINE_TRIANGLE_H

#include <stdint.h>

enum { MACHINE_TRIANGLE_BITS = 27, MACHINE_TRIANGLE_ONE = 1 << MACHINE_TRIANGLE_BITS };
enum { MACHINE_TRIANGLE_LOW = 24, MACHINE_TRIANGLE_HIGH = 232 };

/// One edge function over a tile: its value at the first pixel and what a step right and down adds;
/// MACHINE_TRIANGLE_ONE is 1.
/// Values from -16 to 16 have room; what lies outside the triangle may wrap around when it is folded.
typedef struct {
  int32_t start, right, down;
} machine_edge;

/// A tile of so many rows and columns (a multiple of 16), its first pixel, pixels from row to row.
typedef struct {
  uint32_t *pixels;
  int32_t stride, rows, columns, layer, folds;
  machine_edge a, b, c;
} machine_triangle;

enum { MACHINE_LEVEL_BASE, MACHINE_LEVEL_AVX2, MACHINE_LEVEL_AVX512, MACHINE_LEVEL_NEON };

/// The best instruction set that this CPU has kernels for.
int machine_triangle_level(void);
/// Computes a tile by an instruction set that the CPU has; returns how many pixels are covered.
int64_t machine_triangle_tile(int level, const machine_triangle *tile);
/// Fills memory with one value, as fast as stores go.
void machine_triangle_fill(int level, uint32_t *pixels, int64_t count, uint32_t value);
/// So many rounds of 128 additions and 128 exclusive ors that wait for nobody: what the arithmetic
/// units can do at best. Returns their sum.
int32_t machine_triangle_arithmetic(int level, int64_t rounds);

#endif
