/// What Swift cannot see of sched.h: the CPUs the calling thread may run on, on machines of any size.

#ifndef CMACHINE_TOPOLOGY_H
#define CMACHINE_TOPOLOGY_H

/// Writes 1 into `allowed[cpu]` for each of the first `count` CPUs the calling thread may run on,
/// else 0. Returns 0, or -1 with errno set; then nothing is written.
int machine_allowed_cpus(unsigned char *allowed, int count);

#endif
