#define _GNU_SOURCE
#include "CMachineThreads.h"

#include <errno.h>
#include <linux/perf_event.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

int machine_switches_open(int process, int cpu, bool inherit) {
  struct perf_event_attr attr = {
    .type = PERF_TYPE_SOFTWARE, .size = sizeof attr, .config = PERF_COUNT_SW_DUMMY,
    .sample_type = PERF_SAMPLE_TID | PERF_SAMPLE_TIME | PERF_SAMPLE_CPU,
    .read_format = PERF_FORMAT_TOTAL_TIME_RUNNING,
    .exclude_kernel = 1, .exclude_hv = 1, .context_switch = 1, .sample_id_all = 1,
    .use_clockid = 1, .clockid = CLOCK_MONOTONIC, .inherit = inherit,
  };
  int file = (int)syscall(SYS_perf_event_open, &attr, process, cpu, -1, PERF_FLAG_FD_CLOEXEC);
  return file >= 0 ? file : -errno;
}
