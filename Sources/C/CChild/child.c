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

// No socket of any kind: nothing read can leave the machine.
static int seal(void) {
#if defined(__x86_64__)
#define THIS_MACHINE AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define THIS_MACHINE AUDIT_ARCH_AARCH64
#else
    return 0;
#endif
#ifdef THIS_MACHINE
    struct sock_filter filter[] = {
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, arch)),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, THIS_MACHINE, 1, 0),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS),
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_socket, 0, 1),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EPERM),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
    };
    struct sock_fprog program = {sizeof filter / sizeof *filter, filter};
    return prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program);
#endif
}

static int prepare(
    const char *folder, int output, int words, const struct cchild_bounds *bounds) {
    int nothing = open("/dev/null", O_RDONLY);
    sigset_t none;
    sigemptyset(&none);
    if (nothing < 0 || setpgid(0, 0) != 0 || chdir(folder) != 0 || dup2(nothing, 0) < 0
        || dup2(output, 1) < 0 || dup2(words, 2) < 0
        || syscall(SYS_close_range, 3u, ~0u, 0u) != 0
        || prctl(PR_SET_PDEATHSIG, SIGKILL) != 0 || prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0
        || bound(RLIMIT_CPU, bounds->processor_seconds) != 0
        || bound(RLIMIT_AS, bounds->address_space) != 0
        || bound(RLIMIT_FSIZE, bounds->file_size) != 0 || bound(RLIMIT_CORE, 0) != 0
        || bound(RLIMIT_NOFILE, 64) != 0) {
        return -1;
    }
    fence(folder);
    return seal() != 0 || sigprocmask(SIG_SETMASK, &none, NULL) != 0 ? -1 : 0;
}

pid_t cchild_start(
    const char *program, char *const *arguments, const char *folder, int output, int words,
    const struct cchild_bounds *bounds) {
    char *const environment[] = {NULL};
    volatile int failure = 0;
    sigset_t all, before;
    sigfillset(&all);
    // No handler of ours may run in the child while it shares our memory.
    if (pthread_sigmask(SIG_SETMASK, &all, &before) != 0) return -EINVAL;
    pid_t child = vfork();
    if (child == 0) {
        if (prepare(folder, output, words, bounds) == 0) execve(program, arguments, environment);
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
