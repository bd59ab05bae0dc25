// libpng and libjpeg tell of errors by longjmp, which must not cross Swift: it stays in here.
#ifndef CIMAGE_H
#define CIMAGE_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { CI_DONE, CI_BROKEN, CI_TRUNCATED, CI_TOO_LARGE };

typedef struct {
  const uint8_t *bytes;
  size_t count;
  /// What the header was found to say, and how many times smaller a JPEG comes (1, 2, 4 or 8).
  uint32_t width, height, shrink;
  /// Room for a row, or for all of them when a PNG is interlaced.
  uint32_t *pixels;
  size_t room;
  /// Gets the rows from the top: pixels 0xAARRGGBB, or bytes of what four inks leave of the light.
  void (*row)(void *owner, const uint32_t *pixels, bool inks);
  void *owner;
  char message[200];
  int how;
} ci_job;

/// Leaves behind how it ended, and what the library said when it is broken.
void ci_decode(ci_job *job, bool is_png);
#endif
