#include "CStart.h"

/// The runtime looks for the words of the command line in its own memory, whose map it reads from
/// /proc before `main`: at every start, and it finds nothing where there is no /proc. The loader of
/// glibc hands them to every constructor, so they are just kept. What is defined here is not taken
/// from the runtime's archive, as the linker sees it first; where the runtime is a shared library, it
/// keeps its own.

static char **arguments;
static int argument_count;

__attribute__((constructor)) static void keep_arguments(int count, char **words) {
  argument_count = count;
  arguments = words;
}

char **_swift_stdlib_getUnsafeArgvArgc(int *count) {
  *count = argument_count;
  return arguments;
}

void _swift_stdlib_overrideUnsafeArgvArgc(char **words, int count) {
  argument_count = count;
  arguments = words;
}
