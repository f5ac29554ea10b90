#define _GNU_SOURCE
#include "CChild.h"

#include <errno.h>
#include <fcntl.h>
#include <link.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "fence.h"

static char **started_with;

// Runs before main; the C library hands its constructors what main gets.
__attribute__((constructor)) static void keep_words(int count, char **words, char **environment) {
    (void)count;
    (void)environment;
    started_with = words;
}

char *const *cchild_own_words(void) {
    return started_with;
}

// `bound`, `placed` and `prepare` run in the child between vfork and exec: system calls and no others.

static int bound(int what, uint64_t most) {
    struct rlimit limit = {most, most};
    return setrlimit(what, &limit);
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
    const char *folder, const struct cchild_streams *given, const struct cchild_bounds *bounds,
    const char *const *own) {
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
    if (bounds->fence != CCHILD_OPEN) {
        // A pair of sockets that nobody else has is no way out, and its own children are heard by one.
        static const int sockets[] = {SYS_socket, SYS_connect, SYS_socketpair};
        size_t count = bounds->fence == CCHILD_FENCED_WITH_ITSELF ? 2 : 3;
        if (prctl(PR_SET_PDEATHSIG, SIGKILL) != 0 || fence_in(".", own) < 0
            || fence_calls(sockets, count) != 0)
            return -1;
    }
    return sigprocmask(SIG_SETMASK, &none, NULL);
}

enum { most_own = 255 };

struct own_files {
    const char *paths[most_own + 1];
    size_t count;
};

static int note(struct dl_phdr_info *object, size_t size, void *files) {
    (void)size;
    struct own_files *own = files;
    const char *path = object->dlpi_name;
    if (path && *path == '/' && own->count < most_own) own->paths[own->count++] = path;
    return 0;
}

pid_t cchild_start(
    const char *program, char *const *arguments, const char *folder,
    const struct cchild_streams *streams, const struct cchild_bounds *bounds) {
    char *const environment[] = {NULL};
    volatile int failure = 0;
    // This program and the libraries that it was started with.
    struct own_files own = {{"/proc/self/exe"}, 1};
    if (bounds->fence == CCHILD_FENCED_WITH_ITSELF) dl_iterate_phdr(note, &own);
    sigset_t all, before;
    sigfillset(&all);
    // No handler of ours may run in the child while it shares our memory.
    if (pthread_sigmask(SIG_SETMASK, &all, &before) != 0) return -EINVAL;
    pid_t child = vfork();
    if (child == 0) {
        const char *const *files
            = bounds->fence == CCHILD_FENCED_WITH_ITSELF ? own.paths : (const char *const *)0;
        if (prepare(folder, streams, bounds, files) == 0) execve(program, arguments, environment);
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
