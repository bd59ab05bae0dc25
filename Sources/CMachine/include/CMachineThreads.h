/// What Swift cannot see of threads and their scheduling: affinity, futexes, switch records.

#ifndef CMACHINE_THREADS_H
#define CMACHINE_THREADS_H

#include <spawn.h>
#include <stdbool.h>
#include <stdint.h>

/// Pins the calling thread to CPUs `cpus[0..<count]`. Returns 0 or errno.
int machine_pin(const int *cpus, int count);
/// Writes into `allowed[0..<count]` which CPUs the calling thread may run on. Returns 0 or errno.
int machine_allowed_cpus(unsigned char *allowed, int count);
/// The CPU the calling thread is on at this moment; -1 where the system does not tell.
int machine_current_cpu(void);
/// Names the calling thread, as `top -H` and debuggers show it; 15 bytes of the name are kept.
void machine_name_thread(const char *name);
/// The kernel's number of the calling thread.
int machine_thread_id(void);
/// CPU time the calling thread has used, in nanoseconds.
uint64_t machine_thread_cpu_time(void);
/// How often the calling thread gave up its CPU by itself and was made to.
void machine_thread_switches(int64_t *voluntary, int64_t *forced);

struct pollfd;
/// poll(2) with a patience in nanoseconds.
int machine_poll(struct pollfd *files, int count, int64_t nanoseconds);

/// A file without a name in a folder, opened for reading and writing past the page cache; -1 where
/// the folder has no disk under it or the file system refuses.
int machine_open_direct(const char *folder);

/// Opens a file below a folder for reading, without waiting and without becoming a terminal of ours;
/// no link and no `..` on the way leads anywhere, whatever others rename meanwhile (openat2(2)).
/// -1, with ENOSYS where the kernel is older than 5.6.
int machine_open_beneath(const char *folder, const char *path);

/// Memory with a descriptor (memfd_create(2)), which can be lent to a child; -1 where there is none.
int machine_memory(void);

/// A child is to close every file from this one on (glibc 2.34).
int machine_spawn_closes_from(posix_spawn_file_actions_t *actions, int first);
/// Our environment, as children inherit it.
char **machine_environment(void);

/// Words that threads wait on.
uint32_t machine_word_load(const uint32_t *word);
void machine_word_store(uint32_t *word, uint32_t value);
/// Waits while the word has the value, at most so many nanoseconds.
void machine_word_wait(uint32_t *word, uint32_t value, int64_t nanoseconds);
void machine_word_wake(uint32_t *word);

/// Opens the kernel's switch records (perf_event_open(2), PERF_RECORD_SWITCH) of a process' first
/// thread (0: of the calling thread), on one CPU (-1: on all), with threads and children it will have
/// or without. Returns a file, or errno made negative.
int machine_switches_open(int process, int cpu, bool inherit);

#endif
