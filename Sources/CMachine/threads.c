#define _GNU_SOURCE
#include "CMachineThreads.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/futex.h>
#include <linux/magic.h>
#include <linux/openat2.h>
#include <poll.h>
#include <sched.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/statfs.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

void machine_name_thread(const char *name) { prctl(PR_SET_NAME, name); }

int machine_pin(const int *cpus, int count) {
  int most = 0;
  for (int i = 0; i < count; i++) most = cpus[i] > most ? cpus[i] : most;
  cpu_set_t *set = CPU_ALLOC(most + 1);
  if (!set) return ENOMEM;
  size_t size = CPU_ALLOC_SIZE(most + 1);
  CPU_ZERO_S(size, set);
  for (int i = 0; i < count; i++) CPU_SET_S(cpus[i], size, set);
  int result = sched_setaffinity(0, size, set) == 0 ? 0 : errno;
  CPU_FREE(set);
  return result;
}

int machine_allowed_cpus(unsigned char *allowed, int count) {
  // larger than any kernel's own mask: a smaller one is refused
  enum { MOST = 1 << 16 };
  cpu_set_t *set = CPU_ALLOC(MOST);
  if (!set) return ENOMEM;
  size_t size = CPU_ALLOC_SIZE(MOST);
  int result = sched_getaffinity(0, size, set) == 0 ? 0 : errno;
  for (int cpu = 0; result == 0 && cpu < count; cpu++) allowed[cpu] = CPU_ISSET_S(cpu, size, set) != 0;
  CPU_FREE(set);
  return result;
}

int machine_current_cpu(void) { return sched_getcpu(); }

int machine_thread_id(void) { return (int)syscall(SYS_gettid); }

uint64_t machine_thread_cpu_time(void) {
  struct timespec time;
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return (uint64_t)time.tv_sec * 1000000000u + (uint64_t)time.tv_nsec;
}

void machine_thread_switches(int64_t *voluntary, int64_t *forced) {
  struct rusage usage = {0};
  getrusage(RUSAGE_THREAD, &usage);
  *voluntary = usage.ru_nvcsw;
  *forced = usage.ru_nivcsw;
}

int machine_poll(struct pollfd *files, int count, int64_t nanoseconds) {
  struct timespec time = {nanoseconds / 1000000000, nanoseconds % 1000000000};
  return ppoll(files, (nfds_t)count, &time, NULL);
}

int machine_open_direct(const char *folder) {
  struct statfs system;
  if (statfs(folder, &system) != 0 || system.f_type == TMPFS_MAGIC) return -1;
  return open(folder, O_TMPFILE | O_RDWR | O_DIRECT | O_CLOEXEC, 0600);
}

int machine_open_beneath(const char *folder, const char *path) {
  int root = open(folder, O_PATH | O_DIRECTORY | O_CLOEXEC);
  if (root < 0) return -1;
  struct open_how how = {
    .flags = O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY,
    .resolve = RESOLVE_BENEATH | RESOLVE_NO_SYMLINKS,
  };
  int file = (int)syscall(SYS_openat2, root, path, &how, sizeof how);
  int problem = errno;
  close(root);
  errno = problem;
  return file;
}

int machine_memory(void) { return memfd_create("lectern", MFD_CLOEXEC); }

int machine_spawn_closes_from(posix_spawn_file_actions_t *actions, int first) {
  return posix_spawn_file_actions_addclosefrom_np(actions, first);
}

char **machine_environment(void) { return environ; }

uint32_t machine_word_load(const uint32_t *word) { return __atomic_load_n(word, __ATOMIC_ACQUIRE); }

void machine_word_store(uint32_t *word, uint32_t value) {
  __atomic_store_n(word, value, __ATOMIC_RELEASE);
}

void machine_word_wait(uint32_t *word, uint32_t value, int64_t nanoseconds) {
  struct timespec time = {nanoseconds / 1000000000, nanoseconds % 1000000000};
  syscall(SYS_futex, word, FUTEX_WAIT_PRIVATE, value, &time, NULL, 0);
}

void machine_word_wake(uint32_t *word) {
  syscall(SYS_futex, word, FUTEX_WAKE_PRIVATE, 1 << 30, NULL, NULL, 0);
}
