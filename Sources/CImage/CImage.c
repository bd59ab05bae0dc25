#include "CImage.h"
#include <setjmp.h>
#include <stdio.h>
#include <string.h>
#include <jpeglib.h>
#include <jerror.h>
#include <png.h>

enum { CHUNK_BYTES = 1 << 20, JPEG_BYTES = 96 << 20, SCANS = 100, SCANNED_PIXELS = 1000000000 };

typedef struct {
  struct jpeg_error_mgr errors; // the first, as libjpeg knows only its address
  struct jpeg_progress_mgr progress;
  ci_job *job;
  jmp_buf back;
} trap;

static _Noreturn void end(trap *trap, int how, const char *message) {
  snprintf(trap->job->message, sizeof trap->job->message, "%s", message);
  trap->job->how = how;
  longjmp(trap->back, 1);
}

static _Noreturn void png_failed(png_structp png, const char *message) {
  end(png_get_error_ptr(png), CI_BROKEN, message);
}

static void png_warned(png_structp png, const char *message) { (void)png, (void)message; }

static void png_take(png_structp png, png_bytep to, size_t count) {
  trap *trap = png_get_io_ptr(png);
  if (count > trap->job->count) end(trap, CI_TRUNCATED, "");
  memcpy(to, trap->job->bytes, count);
  trap->job->bytes += count;
  trap->job->count -= count;
}

static void limit_png(const ci_job *job, png_structp png) {
  png_set_user_limits(png, job->width, job->height);
  png_set_chunk_malloc_max(png, CHUNK_BYTES);
  png_set_crc_action(png, PNG_CRC_ERROR_QUIT, PNG_CRC_ERROR_QUIT);
  // of chunks that make no pixels only the checksums are read
  png_set_keep_unknown_chunks(png, PNG_HANDLE_CHUNK_NEVER, NULL, -1);
}

static void read_png(trap *trap, png_structp png, png_infop info) {
  ci_job *job = trap->job;
  png_set_read_fn(png, trap, png_take);
  limit_png(job, png);
  png_read_info(png, info);
  png_set_expand(png);
  png_set_scale_16(png);
  png_set_gray_to_rgb(png);
  png_set_bgr(png);
  png_set_add_alpha(png, 255, PNG_FILLER_AFTER);
  int passes = png_set_interlace_handling(png);
  png_read_update_info(png, info);
  size_t width = png_get_image_width(png, info), height = png_get_image_height(png, info);
  size_t step = passes > 1 ? width : 0;
  if (width != job->width || height != job->height || png_get_rowbytes(png, info) != width * 4 ||
      job->room < (step ? width * height : width)) end(trap, CI_BROKEN, "two headers");
  for (int pass = 1; pass <= passes; pass++) {
    for (size_t y = 0; y < height; y++) {
      png_read_row(png, (png_bytep)(job->pixels + y * step), NULL);
      if (pass == passes) job->row(job->owner, job->pixels + y * step, false);
    }
  }
  png_read_end(png, NULL);
}

static _Noreturn void jpeg_failed(j_common_ptr jpeg) {
  char message[JMSG_LENGTH_MAX];
  jpeg->err->format_message(jpeg, message);
  bool large = jpeg->err->msg_code == JERR_NO_BACKING_STORE;
  end((trap *)jpeg->err, large ? CI_TOO_LARGE : CI_BROKEN, message);
}

/// What libjpeg would paint over in grey is an error; oddities that cost no pixels are not.
static void jpeg_warned(j_common_ptr jpeg, int level) {
  int code = level < 0 ? jpeg->err->msg_code : JMSG_NOMESSAGE;
  if (code == JWRN_JPEG_EOF) end((trap *)jpeg->err, CI_TRUNCATED, "");
  if (code == JWRN_HIT_MARKER || code == JWRN_HUFF_BAD_CODE || code == JWRN_MUST_RESYNC)
    jpeg_failed(jpeg);
}

/// A scan of a few bytes can go over the whole picture.
static void jpeg_watched(j_common_ptr jpeg) {
  const ci_job *job = ((trap *)jpeg->err)->job;
  uint64_t scans = ((j_decompress_ptr)jpeg)->input_scan_number;
  if (scans > SCANS || scans * job->width * job->height > SCANNED_PIXELS)
    end((trap *)jpeg->err, CI_BROKEN, "too many scans");
}

static void read_jpeg(trap *trap, j_decompress_ptr jpeg) {
  ci_job *job = trap->job;
  jpeg_create_decompress(jpeg);
  jpeg->progress = &trap->progress;
  jpeg->mem->max_memory_to_use = JPEG_BYTES;
  jpeg_mem_src(jpeg, job->bytes, job->count);
  jpeg_read_header(jpeg, TRUE);
  bool inks = jpeg->num_components == 4;
  jpeg->out_color_space = inks ? JCS_CMYK : JCS_EXT_BGRA;
  jpeg->scale_denom = job->shrink;
  jpeg_calc_output_dimensions(jpeg);
  if (jpeg->image_width != job->width || jpeg->image_height != job->height ||
      job->room < jpeg->output_width || jpeg->arith_code) end(trap, CI_BROKEN, "two headers");
  jpeg_start_decompress(jpeg);
  while (jpeg->output_scanline < jpeg->output_height) {
    jpeg_read_scanlines(jpeg, (JSAMPROW[]){(JSAMPROW)job->pixels}, 1);
    job->row(job->owner, job->pixels, inks);
  }
  jpeg_finish_decompress(jpeg);
}

static void read_either(trap *trap, j_decompress_ptr jpeg, png_structp png, png_infop info) {
  if (setjmp(trap->back)) return;
  if (png) read_png(trap, png, info);
  else read_jpeg(trap, jpeg);
}

void ci_decode(ci_job *job, bool is_png) {
  trap trap = {.job = job, .progress.progress_monitor = jpeg_watched};
  struct jpeg_decompress_struct jpeg = {.err = jpeg_std_error(&trap.errors)};
  trap.errors.error_exit = jpeg_failed;
  trap.errors.emit_message = jpeg_warned;
  png_structp png =
    is_png ? png_create_read_struct(PNG_LIBPNG_VER_STRING, &trap, png_failed, png_warned) : NULL;
  png_infop info = png ? png_create_info_struct(png) : NULL;
  job->how = is_png && !info ? CI_TOO_LARGE : CI_DONE;
  if (job->how == CI_DONE) read_either(&trap, &jpeg, png, info);
  png_destroy_read_struct(&png, &info, NULL);
  jpeg_destroy_decompress(&jpeg);
}
