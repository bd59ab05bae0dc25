/// sched_getaffinity with a mask that grows until the kernel's own fits.

#define _GNU_SOURCE
#include "CMachineTopology.h"

#include <errno.h>
#include <sched.h>
#include <stddef.h>

enum { FIRST_TRY = 1024, LAST_TRY = 1 << 20 };

int machine_allowed_cpus(unsigned char *allowed, int count) {
  for (int cpus = FIRST_TRY; cpus <= LAST_TRY; cpus *= 2) {
    cpu_set_t *mask = CPU_ALLOC(cpus);
    if (mask == NULL) return -1;
    size_t size = CPU_ALLOC_SIZE(cpus);
    if (sched_getaffinity(0, size, mask) == 0) {
      for (int cpu = 0; cpu < count; cpu++) allowed[cpu] = CPU_ISSET_S(cpu, size, mask) ? 1 : 0;
      CPU_FREE(mask);
      return 0;
    }
    int reason = errno;
    CPU_FREE(mask);
    errno = reason;
    if (reason != EINVAL) return -1;
  }
  return -1;
}
