// Starts a program as a child with bounds on what it may take and reach. A shim: what must happen
// between fork and exec cannot be said in Swift.
#ifndef CCHILD_H
#define CCHILD_H

#include <stdint.h>
#include <sys/types.h>

struct cchild_bounds {
    uint64_t processor_seconds;
    uint64_t address_space; // bytes
    uint64_t file_size;     // bytes, of each file written
};

// The child runs in `folder`, in a process group of its own, without environment and input, with
// its output and error streams on the two descriptors given and no other descriptor open. It dies
// with the thread that started it and gains no rights by what it runs. It may make no socket; where
// the kernel has Landlock, it sees the system's programs, libraries and fonts, may write to
// `folder`, and reaches no other file.
//
// Returns the child's number, or the negative of the system's error.
pid_t cchild_start(
    const char *program, char *const *arguments, const char *folder, int output, int words,
    const struct cchild_bounds *bounds);

#endif
