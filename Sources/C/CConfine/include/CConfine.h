// Shuts a process in before it looks at anything from outside. A shim: the kernel's calls have no
// wrapper in the C library of Debian 12, and their constants change from header to header.
#ifndef CCONFINE_H
#define CCONFINE_H

#include <stdint.h>

// Irrevocably, for the calling process: every descriptor above 2 is closed, no file may be opened,
// made or run, no connection made, memory and processor time are bounded, nothing is ever written to
// a file or a core, and the process dies with its parent. Returns the version of Landlock that holds
// it, 0 where the kernel has none, or a negative error number when something else failed.
int cconfine_self(uint64_t most_memory, uint64_t most_cpu_seconds);

// A pipe whose ends no other child inherits; 0, or -1 with errno. (Swift does not see pipe2.)
int cconfine_pipe(int ends[2]);

#endif
