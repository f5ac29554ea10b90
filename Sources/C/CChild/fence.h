// What CChild's own files share.
#ifndef FENCE_H
#define FENCE_H

#include <stddef.h>

// Called between vfork and exec: system calls and no others. What the process runs from then on may
// see the system's programs, libraries and fonts and the files of `own` (a list that ends with NULL,
// or NULL), write to `folder`, and reach no other file. Returns the version of Landlock, 0 where the
// kernel has none, or a negative error number.
int fence_in(const char *folder, const char *const *own);

// Refuses the system calls listed, by their numbers; all others go through. 0 or a negative error.
int fence_calls(const int *calls, size_t count);

#endif
