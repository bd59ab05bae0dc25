#include "CMachineTriangle.h"

// The C library has asked the CPU already; the compiler's own answer asks again at every start of
// the program, which a hypervisor makes dear.
#if defined(__x86_64__) && __has_include(<sys/platform/x86.h>)
#include <sys/platform/x86.h>
#define HAS_CPU_FEATURE(name, builtin) CPU_FEATURE_ACTIVE(name)
#elif defined(__x86_64__)
#define HAS_CPU_FEATURE(name, builtin) __builtin_cpu_supports(#builtin)
#endif

// Everything below is inlined: no vector is ever handed over by the calling convention.
#pragma clang diagnostic ignored "-Wpsabi"

// Sixteen pixels at once, whatever registers there are: the compiler cuts them to size.
enum { LANES = 16 };
typedef int32_t lanes __attribute__((ext_vector_type(LANES)));
typedef uint32_t bits __attribute__((ext_vector_type(LANES)));
typedef uint32_t pixels __attribute__((ext_vector_type(LANES), aligned(4)));

static const int32_t ONE = MACHINE_TRIANGLE_ONE;

#define INLINE static inline __attribute__((always_inline))

// Sums may wrap around, which signed ones must not.
INLINE lanes sum(lanes one, lanes other) { return (lanes)((bits)one + (bits)other); }
INLINE lanes less(lanes one, lanes other) { return (lanes)((bits)one - (bits)other); }

INLINE lanes where(lanes mask, lanes yes, lanes no) { return mask ? yes : no; }

// 0…ONE/2 to 0…255; where a function is larger its colour is full.
INLINE lanes byte(lanes part) {
  lanes twice = sum(part, part);
  lanes value = where(twice < ONE, twice, (lanes)ONE) >> (MACHINE_TRIANGLE_BITS - 8);
  return value - (value >> 8);
}

INLINE lanes color(lanes red, lanes green, lanes blue) { return red << 16 | green << 8 | blue; }

// One layer over sixteen pixels; `in` becomes which of them are covered.
INLINE lanes shade(int layer, int folds, lanes a, lanes b, lanes c, lanes *in) {
  lanes ones = (lanes)-1;
  if (layer <= 3) {
    lanes ina = a >= 0, inb = layer > 1 ? b >= 0 : ones, inc = layer > 2 ? c >= 0 : ones;
    *in = ina & inb & inc;
    lanes low = (lanes)MACHINE_TRIANGLE_LOW, high = (lanes)MACHINE_TRIANGLE_HIGH;
    return color(where(ina, high, low), layer > 1 ? where(inb, high, low) : low,
                 layer > 2 ? where(inc, high, low) : low);
  }
  *in = ~((a | b | c) >> 31);
  lanes red = byte(a), green = byte(b), blue = byte(c);
  if (layer > 4) {
    for (int fold = 0; fold < folds; fold++) {
      a = sum(a, a), b = sum(b, b), c = sum(c, c);
      lanes fa = a >= ONE, fb = b >= ONE, fc = c >= ONE;
      *in &= fa | fb | fc;
      a = less(a, fa & ONE), b = less(b, fb & ONE), c = less(c, fc & ONE);
    }
  }
  if (layer > 5) {
    lanes least = (a <= b) & (a <= c), second = b <= c;
    lanes light = where(least, (lanes)256, where(second, (lanes)200, (lanes)144));
    red = red * light >> 8, green = green * light >> 8, blue = blue * light >> 8;
  }
  return color(red, green, blue) & *in;
}

INLINE int64_t rows(const machine_triangle *job, int layer) {
  lanes ramp;
  for (int lane = 0; lane < LANES; lane++) ramp[lane] = lane;
  lanes covered = {};
  for (int row = 0; row < job->rows; row++) {
    uint32_t *out = job->pixels + (int64_t)row * job->stride;
    lanes a = ramp * job->a.right + (job->a.start + row * job->a.down);
    lanes b = ramp * job->b.right + (job->b.start + row * job->b.down);
    lanes c = ramp * job->c.right + (job->c.start + row * job->c.down);
    for (int column = 0; column < job->columns; column += LANES) {
      lanes in;
      *(pixels *)(out + column) = (pixels)shade(layer, job->folds, a, b, c, &in);
      covered -= in;
      a = sum(a, job->a.right * LANES), b = sum(b, job->b.right * LANES);
      c = sum(c, job->c.right * LANES);
    }
  }
  int64_t count = 0;
  for (int lane = 0; lane < LANES; lane++) count += covered[lane];
  return count;
}

INLINE int64_t tile(const machine_triangle *job) {
  switch (job->layer) {
    case 1: return rows(job, 1);
    case 2: return rows(job, 2);
    case 3: return rows(job, 3);
    case 4: return rows(job, 4);
    case 5: return rows(job, 5);
    default: return rows(job, 6);
  }
}

INLINE int32_t arithmetic(int64_t rounds) {
  bits sums[8];
  for (int place = 0; place < 8; place++) sums[place] = (bits)(uint32_t)place;
  for (int64_t round = 0; round < rounds; round++)
    for (int place = 0; place < 8; place++) sums[place] += sums[place] ^ (uint32_t)round;
  uint32_t result = 0;
  for (int place = 0; place < 8; place++) result += sums[place][place];
  return (int32_t)result;
}

INLINE void fill(uint32_t *out, int64_t count, uint32_t value) {
  for (int64_t place = 0; place < count; place += LANES)
    *(pixels *)(out + place) = (pixels)value;
}

#define KERNELS(name, attributes) \
  attributes static int64_t tile_##name(const machine_triangle *job) { return tile(job); } \
  attributes static int32_t arithmetic_##name(int64_t rounds) { return arithmetic(rounds); } \
  attributes static void fill_##name(uint32_t *out, int64_t count, uint32_t value) { \
    fill(out, count, value); \
  }

KERNELS(base, )
#if defined(__x86_64__)
KERNELS(avx2, __attribute__((target("avx2"))))
KERNELS(avx512, __attribute__((target("avx512f,avx512bw,avx512dq,avx512vl"), __min_vector_width__(512))))
#define CHOOSE(function, ...) \
  (level == MACHINE_LEVEL_AVX512 ? function##_avx512(__VA_ARGS__) \
   : level == MACHINE_LEVEL_AVX2 ? function##_avx2(__VA_ARGS__) \
                                 : function##_base(__VA_ARGS__))
#else
#define CHOOSE(function, ...) ((void)level, function##_base(__VA_ARGS__))
#endif

int machine_triangle_level(void) {
#if defined(__x86_64__)
  if (HAS_CPU_FEATURE(AVX512BW, avx512bw) && HAS_CPU_FEATURE(AVX512VL, avx512vl))
    return MACHINE_LEVEL_AVX512;
  return HAS_CPU_FEATURE(AVX2, avx2) ? MACHINE_LEVEL_AVX2 : MACHINE_LEVEL_BASE;
#elif defined(__aarch64__)
  return MACHINE_LEVEL_NEON;
#else
  return MACHINE_LEVEL_BASE;
#endif
}

int64_t machine_triangle_tile(int level, const machine_triangle *job) { return CHOOSE(tile, job); }

int32_t machine_triangle_arithmetic(int level, int64_t rounds) {
  return CHOOSE(arithmetic, rounds);
}

void machine_triangle_fill(int level, uint32_t *out, int64_t count, uint32_t value) {
  CHOOSE(fill, out, count, value);
}
