#define _GNU_SOURCE
#include "CConfine.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stddef.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

// The same numbers on every architecture (asm-generic/unistd.h); headers of Linux 6.1 have them, but
// not the fields that later versions of Landlock added.
#ifndef __NR_landlock_create_ruleset
#define __NR_landlock_create_ruleset 444
#define __NR_landlock_restrict_self 446
#endif
#ifndef __NR_close_range
#define __NR_close_range 436
#endif

struct ruleset {
    uint64_t access_fs;
    uint64_t access_net;
    uint64_t scoped;
};

static int limit(int what, uint64_t most) {
    struct rlimit both = {most, most};
    return setrlimit(what, &both) == 0 ? 0 : -errno;
}

// Everything that this version of Landlock can forbid, and not one exception.
static int wall(void) {
    long version = syscall(__NR_landlock_create_ruleset, NULL, 0, 1U);
    if (version < 1) return 0;
    struct ruleset rules = {0};
    // 13 rights in the first version; then one each in 2 (refer), 3 (truncate) and 5 (devices).
    int rights = 13 + (version >= 2) + (version >= 3) + (version >= 5);
    rules.access_fs = (1ULL << rights) - 1;
    size_t size = offsetof(struct ruleset, access_net);
    if (version >= 4) {
        rules.access_net = 3; // bind and connect
        size = offsetof(struct ruleset, scoped);
    }
    if (version >= 6) {
        rules.scoped = 3; // abstract sockets and signals
        size = sizeof rules;
    }
    long set = syscall(__NR_landlock_create_ruleset, &rules, size, 0U);
    if (set < 0) return -errno;
    long done = syscall(__NR_landlock_restrict_self, (int)set, 0U);
    int error = done == 0 ? 0 : -errno;
    close((int)set);
    return error < 0 ? error : (int)version;
}

int cconfine_self(uint64_t most_memory, uint64_t most_cpu_seconds) {
    if (syscall(__NR_close_range, 3U, ~0U, 0U) != 0) return -errno;
    if (prctl(PR_SET_PDEATHSIG, SIGKILL) != 0) return -errno;
    if (prctl(PR_SET_DUMPABLE, 0) != 0) return -errno;
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) return -errno;
    int version = wall();
    if (version < 0) return version;
    int error = 0;
    if ((error = limit(RLIMIT_CORE, 0))) return error;
    if ((error = limit(RLIMIT_FSIZE, 0))) return error;
    if ((error = limit(RLIMIT_CPU, most_cpu_seconds))) return error;
    if ((error = limit(RLIMIT_AS, most_memory))) return error;
    if ((error = limit(RLIMIT_NOFILE, 3))) return error;
    return version;
}

int cconfine_pipe(int ends[2]) {
    return pipe2(ends, O_CLOEXEC);
}
