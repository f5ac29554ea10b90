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
    int fence;                  // one of cchild_fence
};

enum cchild_fence {
    CCHILD_OPEN,
    // Before it runs it is kept from all files but the system's programs, libraries and fonts and its
    // folder, and from sockets.
    CCHILD_FENCED,
    // The same, but it may also run this program anew, and make pairs of sockets to talk with it.
    CCHILD_FENCED_WITH_ITSELF,
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
// started it; where the kernel has Landlock, it reaches no file but those of its fence.
//
// Returns the child's number, or the negative of the system's error.
pid_t cchild_start(
    const char *program, char *const *arguments, const char *folder,
    const struct cchild_streams *streams, const struct cchild_bounds *bounds);

// The words that this process was started with, its own name first; the list ends with NULL. Swift's
// own list is made from /proc/self/maps, which a fenced child cannot read.
char *const *cchild_own_words(void);

// Irrevocably, by a child for itself, before it looks at anything from outside: every descriptor above
// 2 is closed; no file may be opened, made or run, no connection made, no other process touched;
// memory and processor time are bounded; nothing is ever written to a file or a core. Where the
// kernel has Landlock, that holds twice: by Landlock and by refused system calls.
//
// Returns the version of Landlock that holds it, 0 where the kernel has none, or a negative error
// number when something else failed: then the child must not go on.
int cchild_enclose(uint64_t most_memory, uint64_t most_cpu_seconds, int dies_with_parent);

// Anonymous memory of so many bytes that is shared with a child, its size sealed so that the child
// cannot take it away under us; negative when there is none.
int cchild_shared_memory(uint64_t size);

// Gives back what is used of that memory; its content becomes zeros.
int cchild_release_memory(int memory, uint64_t size);

#endif
