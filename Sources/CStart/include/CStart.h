/// What happens before `main`: a file of its own, as it takes the place of a part of Swift's runtime.

#pragma once

/// The words of the command line; their number goes into `count`. The name is the runtime's.
char **_swift_stdlib_getUnsafeArgvArgc(int *count);

/// Words that are to be taken for those of the command line from now on.
void _swift_stdlib_overrideUnsafeArgvArgc(char **words, int count);
