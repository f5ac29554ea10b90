#define _GNU_SOURCE
#include "fence.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/landlock.h>
#include <linux/seccomp.h>
#include <signal.h>
#include <stddef.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "CChild.h"

// What headers of Linux 6.1 do not have: fields that later versions of Landlock added, and numbers
// that are the same on every architecture (asm-generic/unistd.h).
#ifndef __NR_io_uring_setup
#define __NR_io_uring_setup 425
#endif
#ifndef __NR_pidfd_getfd
#define __NR_pidfd_getfd 438
#endif
#define TRUNCATE (1ULL << 14)

struct ruleset {
    uint64_t access_fs;
    uint64_t access_net;
    uint64_t scoped;
};

// A set of rules against everything that this kernel's Landlock can forbid; its version, 0 where
// there is none, or a negative error number. The set's descriptor goes to `set`, its rights to `all`.
static int forbid_all(int *set, uint64_t *all) {
    long version = syscall(SYS_landlock_create_ruleset, NULL, 0, LANDLOCK_CREATE_RULESET_VERSION);
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
    *set = (int)syscall(SYS_landlock_create_ruleset, &rules, size, 0);
    *all = rules.access_fs;
    return *set < 0 ? -errno : (int)version;
}

static int hold(int set, int version) {
    int done = syscall(SYS_landlock_restrict_self, set, 0) == 0 ? version : -errno;
    close(set);
    return done;
}

static void allow(int set, const char *path, uint64_t what) {
    struct landlock_path_beneath_attr rule = {.allowed_access = what};
    rule.parent_fd = open(path, O_PATH | O_CLOEXEC);
    if (rule.parent_fd < 0) return;
    // Some rights hold for folders alone; a file takes the others.
    if (syscall(SYS_landlock_add_rule, set, LANDLOCK_RULE_PATH_BENEATH, &rule, 0) != 0) {
        rule.allowed_access &= LANDLOCK_ACCESS_FS_EXECUTE | LANDLOCK_ACCESS_FS_READ_FILE
            | LANDLOCK_ACCESS_FS_WRITE_FILE | TRUNCATE;
        syscall(SYS_landlock_add_rule, set, LANDLOCK_RULE_PATH_BENEATH, &rule, 0);
    }
    close(rule.parent_fd);
}

int fence_in(const char *folder, const char *const *own) {
    const uint64_t see = LANDLOCK_ACCESS_FS_EXECUTE | LANDLOCK_ACCESS_FS_READ_FILE
        | LANDLOCK_ACCESS_FS_READ_DIR;
    int set = -1;
    uint64_t all = 0;
    int version = forbid_all(&set, &all);
    if (version <= 0) return version;
    static const char *const seen[] = {
        "/usr", "/lib", "/lib64", "/bin", "/etc/ld.so.cache", "/etc/fonts", "/var/cache/fontconfig"};
    for (size_t i = 0; i < sizeof seen / sizeof *seen; i++) allow(set, seen[i], see);
    for (; own && *own; own++) allow(set, *own, see);
    allow(set, "/dev/null", LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_WRITE_FILE);
    allow(set, folder, all & ~LANDLOCK_ACCESS_FS_EXECUTE);
    return hold(set, version);
}

#if defined(__x86_64__)
#define THIS_MACHINE AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define THIS_MACHINE AUDIT_ARCH_AARCH64
#endif

int fence_calls(const int *calls, size_t count) {
#ifdef THIS_MACHINE
    enum { most = 40 };
    struct sock_filter filter[4 + 2 * most + 1] = {
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, arch)),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, THIS_MACHINE, 1, 0),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS),
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)),
    };
    if (count > most) return -E2BIG;
    size_t at = 4;
    for (size_t i = 0; i < count; i++) {
        filter[at++] = (struct sock_filter)BPF_JUMP(
            BPF_JMP | BPF_JEQ | BPF_K, (unsigned)calls[i], 0, 1);
        filter[at++] = (struct sock_filter)BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EPERM);
    }
    filter[at++] = (struct sock_filter)BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW);
    struct sock_fprog program = {(unsigned short)at, filter};
    return prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0 ? 0 : -errno;
#else
    (void)calls;
    (void)count;
    return -ENOSYS;
#endif
}

static int limit(int what, uint64_t most) {
    struct rlimit both = {most, most};
    return setrlimit(what, &both) == 0 ? 0 : -errno;
}

int cchild_enclose(uint64_t most_memory, uint64_t most_cpu_seconds, int dies_with_parent) {
    static const int calls[] = {
#ifdef SYS_open
        SYS_open, SYS_creat, SYS_fork, SYS_vfork, SYS_unlink, SYS_rename, SYS_mkdir, SYS_truncate,
#endif
        SYS_openat, SYS_openat2, SYS_socket, SYS_socketpair, SYS_connect, SYS_execve, SYS_execveat,
        SYS_ptrace, SYS_process_vm_readv, SYS_process_vm_writev, SYS_kill, SYS_tgkill,
        SYS_unlinkat, SYS_renameat2, SYS_linkat, SYS_symlinkat, SYS_mkdirat, SYS_mknodat,
        SYS_open_by_handle_at, SYS_memfd_create, SYS_keyctl, SYS_bpf, __NR_io_uring_setup,
        __NR_pidfd_getfd};
    if (syscall(SYS_close_range, 3U, ~0U, 0U) != 0) return -errno;
    if (dies_with_parent && prctl(PR_SET_PDEATHSIG, SIGKILL) != 0) return -errno;
    if (prctl(PR_SET_DUMPABLE, 0) != 0) return -errno;
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) return -errno;
    int set = -1;
    uint64_t all = 0;
    // Not one exception.
    int version = forbid_all(&set, &all);
    if (version > 0) version = hold(set, version);
    if (version < 0) return version;
    int error = 0;
    if ((error = limit(RLIMIT_CORE, 0))) return error;
    if ((error = limit(RLIMIT_FSIZE, 0))) return error;
    if ((error = limit(RLIMIT_CPU, most_cpu_seconds))) return error;
    if ((error = limit(RLIMIT_AS, most_memory))) return error;
    if ((error = limit(RLIMIT_NOFILE, 3))) return error;
    if ((error = fence_calls(calls, sizeof calls / sizeof *calls))) return error;
    return version;
}
