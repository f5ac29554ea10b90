#define _GNU_SOURCE
#include "CChild.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/landlock.h>
#include <linux/seccomp.h>
#include <signal.h>
#include <stddef.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

// Everything below runs in the child between vfork and exec: system calls and no others.

static int bound(int what, uint64_t most) {
    struct rlimit limit = {most, most};
    return setrlimit(what, &limit);
}

static void allow(int rules, const char *path, uint64_t what) {
    struct landlock_path_beneath_attr rule = {.allowed_access = what};
    rule.parent_fd = open(path, O_PATH | O_CLOEXEC);
    if (rule.parent_fd < 0) return;
    // Some rights hold for folders alone; a file takes the others.
    if (syscall(SYS_landlock_add_rule, rules, LANDLOCK_RULE_PATH_BENEATH, &rule, 0) != 0) {
        rule.allowed_access &= LANDLOCK_ACCESS_FS_EXECUTE | LANDLOCK_ACCESS_FS_READ_FILE
            | LANDLOCK_ACCESS_FS_WRITE_FILE;
        syscall(SYS_landlock_add_rule, rules, LANDLOCK_RULE_PATH_BENEATH, &rule, 0);
    }
    close(rule.parent_fd);
}

// A kernel without Landlock bounds the child by its user's rights alone.
static void fence(const char *folder) {
    const uint64_t see = LANDLOCK_ACCESS_FS_EXECUTE | LANDLOCK_ACCESS_FS_READ_FILE
        | LANDLOCK_ACCESS_FS_READ_DIR;
    const uint64_t all = (LANDLOCK_ACCESS_FS_MAKE_SYM << 1) - 1; // the rights of its first version
    struct landlock_ruleset_attr held = {.handled_access_fs = all};
    int rules = (int)syscall(SYS_landlock_create_ruleset, &held, sizeof held, 0);
    if (rules < 0) return;
    static const char *const seen[] = {
        "/usr", "/lib", "/lib64", "/bin", "/etc/ld.so.cache", "/etc/fonts", "/var/cache/fontconfig",
        "/dev/null"};
    for (size_t i = 0; i < sizeof seen / sizeof *seen; i++) allow(rules, seen[i], see);
    allow(rules, folder, all & ~LANDLOCK_ACCESS_FS_EXECUTE);
    syscall(SYS_landlock_restrict_self, rules, 0);
    close(rules);
}

#if defined(__x86_64__)
#define THIS_MACHINE AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define THIS_MACHINE AUDIT_ARCH_AARCH64
#endif

// Refuses the system calls listed, by their numbers; all others go through.
static int forbid(const int *calls, size_t count) {
#ifdef THIS_MACHINE
    struct sock_filter filter[4 + 2 * 24 + 1] = {
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, arch)),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, THIS_MACHINE, 1, 0),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS),
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)),
    };
    size_t at = 4;
    for (size_t i = 0; i < count && i < 24; i++) {
        filter[at++] = (struct sock_filter)BPF_JUMP(
            BPF_JMP | BPF_JEQ | BPF_K, (unsigned)calls[i], 0, 1);
        filter[at++] = (struct sock_filter)BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EPERM);
    }
    filter[at++] = (struct sock_filter)BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW);
    struct sock_fprog program = {(unsigned short)at, filter};
    return prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program);
#else
    (void)calls;
    (void)count;
    return -1;
#endif
}

int cchild_enclose(void) {
    static const int calls[] = {
#ifdef SYS_open
        SYS_open, SYS_creat, SYS_fork, SYS_vfork, SYS_unlink, SYS_rename,
#endif
        SYS_openat, SYS_openat2, SYS_socket, SYS_socketpair, SYS_connect, SYS_execve, SYS_execveat,
        SYS_ptrace, SYS_process_vm_readv, SYS_process_vm_writev, SYS_kill, SYS_tgkill,
        SYS_unlinkat, SYS_renameat2, SYS_linkat, SYS_symlinkat};
    return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0
            || forbid(calls, sizeof calls / sizeof *calls) != 0
        ? -1
        : 0;
}

int cchild_shared_memory(uint64_t size) {
    int memory = memfd_create("dobush-pictures", MFD_CLOEXEC | MFD_ALLOW_SEALING);
    if (memory < 0) return -1;
    if (ftruncate(memory, (off_t)size) == 0
        && fcntl(memory, F_ADD_SEALS, F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_SEAL) == 0) {
        return memory;
    }
    close(memory);
    return -1;
}

int cchild_release_memory(int memory, uint64_t size) {
    return fallocate(memory, FALLOC_FL_PUNCH_HOLE | FALLOC_FL_KEEP_SIZE, 0, (off_t)size);
}

static int placed(int from, int to) {
    return from == to ? fcntl(to, F_SETFD, 0) : dup2(from, to) < 0 ? -1 : 0;
}

static int prepare(
    const char *folder, const struct cchild_streams *given, const struct cchild_bounds *bounds) {
    int nothing = open("/dev/null", O_RDWR);
    // Above the numbers that are handed out, so that none is overwritten before its turn.
    int input = fcntl(given->input < 0 ? nothing : given->input, F_DUPFD, 10);
    int output = fcntl(given->output < 0 ? nothing : given->output, F_DUPFD, 10);
    int words = fcntl(given->words < 0 ? nothing : given->words, F_DUPFD, 10);
    int shared = given->shared < 0 ? -1 : fcntl(given->shared, F_DUPFD, 10);
    sigset_t none;
    sigemptyset(&none);
    if (nothing < 0 || input < 0 || output < 0 || words < 0 || setpgid(0, 0) != 0
        || chdir(folder) != 0 || placed(input, 0) != 0 || placed(output, 1) != 0
        || placed(words, 2) != 0 || (shared >= 0 && placed(shared, 3) != 0)
        || syscall(SYS_close_range, shared < 0 ? 3u : 4u, ~0u, 0u) != 0
        || prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0
        || bound(RLIMIT_CPU, bounds->processor_seconds) != 0
        || bound(RLIMIT_AS, bounds->address_space) != 0
        || bound(RLIMIT_FSIZE, bounds->file_size) != 0 || bound(RLIMIT_CORE, 0) != 0
        || bound(RLIMIT_NOFILE, 64) != 0) {
        return -1;
    }
    if (bounds->fenced) {
        static const int sockets[] = {SYS_socket, SYS_socketpair, SYS_connect};
        if (prctl(PR_SET_PDEATHSIG, SIGKILL) != 0) return -1;
        fence(folder);
#ifdef THIS_MACHINE
        if (forbid(sockets, sizeof sockets / sizeof *sockets) != 0) return -1;
#endif
    }
    return sigprocmask(SIG_SETMASK, &none, NULL);
}

pid_t cchild_start(
    const char *program, char *const *arguments, const char *folder,
    const struct cchild_streams *streams, const struct cchild_bounds *bounds) {
    char *const environment[] = {NULL};
    volatile int failure = 0;
    sigset_t all, before;
    sigfillset(&all);
    // No handler of ours may run in the child while it shares our memory.
    if (pthread_sigmask(SIG_SETMASK, &all, &before) != 0) return -EINVAL;
    pid_t child = vfork();
    if (child == 0) {
        if (prepare(folder, streams, bounds) == 0) execve(program, arguments, environment);
        failure = errno ? errno : EINVAL;
        _exit(127);
    }
    int error = errno;
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    if (child < 0) return -error;
    if (failure) {
        int status;
        while (waitpid(child, &status, 0) < 0 && errno == EINTR) continue;
        return -failure;
    }
    return child;
}
