// Starts a program as a child with bounds on what it may take and reach. A shim: what must happen
// between fork and exec cannot be said in Swift.
#ifndef CCHILD_H
#define CCHILD_H

#include <stdint.h>
#include <sys/types.h>

struct cchild_bounds {
    uint64_t processor_seconds; // UINT64_MAX: no bound
    uint64_t address_space;     // bytes
    uint64_t file_size;         // bytes, of each file written
    int fenced;                 // nonzero: kept from files and sockets before it runs
};

// Descriptors that the child gets; -1 where it gets none.
struct cchild_streams {
    int input;  // as 0; /dev/null instead of none
    int output; // as 1
    int words;  // as 2; /dev/null instead of none
    int shared; // as 3
};

// The child runs in `folder`, in a process group of its own, without environment and with no other
// descriptor open, and gains no rights by what it runs. A fenced one dies with the thread that
// started it and may make no socket; where the kernel has Landlock, it sees the system's programs,
// libraries and fonts, may write to `folder`, and reaches no other file.
//
// Returns the child's number, or the negative of the system's error.
pid_t cchild_start(
    const char *program, char *const *arguments, const char *folder,
    const struct cchild_streams *streams, const struct cchild_bounds *bounds);

// Called by a child that has all it needs: from now on it opens no file, makes no socket, starts
// no program and touches no other process. Returns 0, or -1 when the system has no such fence.
int cchild_enclose(void);

// Anonymous memory of so many bytes that is shared with a child, its size sealed so that the child
// cannot take it away under us; negative when there is none.
int cchild_shared_memory(uint64_t size);

// Gives back what is used of that memory; its content becomes zeros.
int cchild_release_memory(int memory, uint64_t size);

#endif
