// The pixel function of the triangle as one writes it in C, for a compiler to do its best with.
// Built by lectern-bench while it runs, with and without -march=native.

#include <stdint.h>

enum { BITS = 27, ONE = 1 << BITS, LOW = 24, HIGH = 232 };

typedef struct {
  int32_t start, right, down;
} edge;

static inline uint32_t side(int32_t value) { return value >= 0 ? HIGH : LOW; }

static inline uint32_t byte(int32_t part) {
  int32_t twice = part + part;
  uint32_t value = (uint32_t)(twice < ONE ? twice : ONE) >> (BITS - 8);
  return value - (value >> 8);
}

static inline uint32_t color(uint32_t red, uint32_t green, uint32_t blue) {
  return red << 16 | green << 8 | blue;
}

// One pixel, left as soon as nothing can come of it.
static inline uint32_t pixel(int layer, int folds, int32_t a, int32_t b, int32_t c, int *covered) {
  *covered = 0;
  if (layer <= 3) {
    *covered = a >= 0 && (layer < 2 || b >= 0) && (layer < 3 || c >= 0);
    return color(side(a), layer > 1 ? side(b) : LOW, layer > 2 ? side(c) : LOW);
  }
  if ((a | b | c) < 0) return 0;
  uint32_t red = byte(a), green = byte(b), blue = byte(c);
  if (layer > 4)
    for (int fold = 0; fold < folds; fold++) {
      a += a, b += b, c += c;
      if (a < ONE && b < ONE && c < ONE) return 0;
      if (a >= ONE) a -= ONE;
      if (b >= ONE) b -= ONE;
      if (c >= ONE) c -= ONE;
    }
  if (layer > 5) {
    uint32_t light = a <= b && a <= c ? 256 : b <= c ? 200 : 144;
    red = red * light >> 8, green = green * light >> 8, blue = blue * light >> 8;
  }
  *covered = 1;
  return color(red, green, blue);
}

// The same without a way out, so that pixels can be done side by side.
static inline uint32_t straight(int layer, int folds, int32_t a, int32_t b, int32_t c, int *covered) {
  if (layer <= 3) return pixel(layer, folds, a, b, c, covered);
  int in = (a | b | c) >= 0;
  uint32_t red = byte(a), green = byte(b), blue = byte(c), x = a, y = b, z = c;
  if (layer > 4)
    for (int fold = 0; fold < folds; fold++) {
      x += x, y += y, z += z;
      int fx = (int32_t)x >= ONE, fy = (int32_t)y >= ONE, fz = (int32_t)z >= ONE;
      in &= fx | fy | fz;
      x -= fx ? ONE : 0, y -= fy ? ONE : 0, z -= fz ? ONE : 0;
    }
  if (layer > 5) {
    int32_t p = x, q = y, r = z;
    uint32_t light = p <= q && p <= r ? 256 : q <= r ? 200 : 144;
    red = red * light >> 8, green = green * light >> 8, blue = blue * light >> 8;
  }
  *covered = in;
  return in ? color(red, green, blue) : 0;
}

#define ROWS(name, function, layer) \
  static int64_t name##layer(uint32_t *out, int rows, int columns, int folds, edge a, edge b, edge c) { \
    int64_t sum = 0; \
    for (int y = 0; y < rows; y++) \
      for (int x = 0; x < columns; x++) { \
        int covered; \
        out[(int64_t)y * columns + x] = \
            function(layer, folds, a.start + y * a.down + x * a.right, \
                     b.start + y * b.down + x * b.right, c.start + y * c.down + x * c.right, \
                     &covered); \
        sum += covered; \
      } \
    return sum; \
  }

#define LAYERS(name, function) \
  ROWS(name, function, 1) ROWS(name, function, 2) ROWS(name, function, 3) \
  ROWS(name, function, 4) ROWS(name, function, 5) ROWS(name, function, 6) \
  int64_t name(int layer, uint32_t *out, int rows, int columns, int folds, const edge *edges) { \
    int64_t (*all[])(uint32_t *, int, int, int, edge, edge, edge) = { \
        name##1, name##2, name##3, name##4, name##5, name##6}; \
    return all[layer - 1](out, rows, columns, folds, edges[0], edges[1], edges[2]); \
  }

LAYERS(reference_pixel, pixel)
LAYERS(reference_straight, straight)
