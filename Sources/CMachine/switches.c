#define _GNU_SOURCE
#include "CMachineThreads.h"

#include <errno.h>
#include <linux/perf_event.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

static int open_event(void) {
  struct perf_event_attr attr = {
    .type = PERF_TYPE_SOFTWARE, .size = sizeof attr, .config = PERF_COUNT_SW_DUMMY,
    .sample_type = PERF_SAMPLE_TID | PERF_SAMPLE_TIME | PERF_SAMPLE_CPU,
    .exclude_kernel = 1, .exclude_hv = 1, .context_switch = 1, .sample_id_all = 1,
    .use_clockid = 1, .clockid = CLOCK_MONOTONIC,
  };
  return (int)syscall(SYS_perf_event_open, &attr, 0, -1, -1, PERF_FLAG_FD_CLOEXEC);
}

int machine_switches_open(machine_switch_log *log) {
  log->file = open_event();
  if (log->file < 0) return errno;
  long page = sysconf(_SC_PAGESIZE);
  // Locked memory is limited for ordinary users: take what can be had.
  for (long pages = 64; pages >= 4; pages /= 2) {
    log->bytes = (uint64_t)(page * (1 + pages));
    log->pages = mmap(NULL, log->bytes, PROT_READ | PROT_WRITE, MAP_SHARED, log->file, 0);
    if (log->pages != MAP_FAILED) return 0;
  }
  int error = errno;
  close(log->file);
  return error;
}

/// The tail of a switch record, as `sample_id_all` adds it.
struct identity {
  uint32_t pid, tid;
  uint64_t time;
  uint32_t cpu, reserved;
};

static void copy(const char *ring, uint64_t size, uint64_t from, void *to, uint64_t count) {
  for (uint64_t i = 0; i < count; i++) ((char *)to)[i] = ring[(from + i) & (size - 1)];
}

static bool take(const char *ring, uint64_t size, uint64_t tail, struct perf_event_header header,
                 machine_switch *record) {
  if (header.type == PERF_RECORD_LOST) {
    *record = (machine_switch){.kind = MACHINE_SWITCH_LOST};
    return true;
  }
  if (header.type != PERF_RECORD_SWITCH) return false;
  struct identity identity;
  copy(ring, size, tail + sizeof header, &identity, sizeof identity);
  record->time = identity.time;
  record->cpu = (int32_t)identity.cpu;
  record->kind = !(header.misc & PERF_RECORD_MISC_SWITCH_OUT) ? MACHINE_SWITCH_IN
                 : header.misc & PERF_RECORD_MISC_SWITCH_OUT_PREEMPT ? MACHINE_SWITCH_PREEMPTED
                                                                     : MACHINE_SWITCH_OUT;
  return true;
}

int machine_switches_read(machine_switch_log *log, machine_switch *records, int most) {
  struct perf_event_mmap_page *control = log->pages;
  uint64_t page = (uint64_t)sysconf(_SC_PAGESIZE), size = log->bytes - page;
  const char *ring = (const char *)log->pages + page;
  uint64_t head = __atomic_load_n(&control->data_head, __ATOMIC_ACQUIRE), tail = control->data_tail;
  int count = 0;
  while (tail < head && count < most) {
    struct perf_event_header header;
    copy(ring, size, tail, &header, sizeof header);
    if (header.size == 0) break;
    if (take(ring, size, tail, header, &records[count])) count++;
    tail += header.size;
  }
  __atomic_store_n(&control->data_tail, tail, __ATOMIC_RELEASE);
  return count;
}

void machine_switches_close(machine_switch_log *log) {
  munmap(log->pages, log->bytes);
  close(log->file);
}
