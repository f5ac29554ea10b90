#include "Listening.h"

#include <arpa/inet.h>
#include <errno.h>
#include <microhttpd.h>
#include <netinet/in.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

int dobush_fill_address(struct sockaddr_storage *storage, const char *text, uint16_t port) {
    struct sockaddr_in *four = (struct sockaddr_in *)storage;
    struct sockaddr_in6 *six = (struct sockaddr_in6 *)storage;
    memset(storage, 0, sizeof *storage);
    if (inet_pton(AF_INET, text, &four->sin_addr) == 1) {
        four->sin_family = AF_INET;
        four->sin_port = htons(port);
        return 0;
    }
    if (inet_pton(AF_INET6, text, &six->sin6_addr) == 1) {
        six->sin6_family = AF_INET6;
        six->sin6_port = htons(port);
        return MHD_USE_IPv6;
    }
    errno = EINVAL;
    return -1;
}

/* Removes a socket that nobody answers at. Anything else at that path stays, and is an error. */
static int clear_stale(const struct sockaddr_un *place) {
    struct stat found;
    if (lstat(place->sun_path, &found) != 0) return errno == ENOENT ? 0 : -1;
    if (!S_ISSOCK(found.st_mode)) {
        errno = EEXIST;
        return -1;
    }
    int probe = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (probe < 0) return -1;
    int answered = connect(probe, (const struct sockaddr *)place, sizeof *place) == 0;
    int why = errno;
    close(probe);
    if (answered || why != ECONNREFUSED) { /* EAGAIN: somebody listens, with a full queue */
        errno = answered || why == EAGAIN ? EADDRINUSE : why;
        return -1;
    }
    return unlink(place->sun_path);
}

int dobush_listen_at_path(const char *path) {
    struct sockaddr_un place = {.sun_family = AF_UNIX};
    if (*path == 0 || strlen(path) >= sizeof place.sun_path) {
        errno = *path ? ENAMETOOLONG : EINVAL;
        return -1;
    }
    strcpy(place.sun_path, path);
    if (clear_stale(&place) != 0) return -1;
    int listener = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (listener < 0) return -1;
    /* The mode is set before listen(): until then nobody can connect. */
    if (bind(listener, (const struct sockaddr *)&place, sizeof place) != 0 ||
        chmod(path, 0660) != 0 || listen(listener, SOMAXCONN) != 0) {
        int why = errno;
        close(listener);
        errno = why;
        return -1;
    }
    return listener;
}

void dobush_allow_files(unsigned int count) {
    struct rlimit limit;
    rlim_t wanted = (rlim_t)count + 256; /* the program's own files */
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur >= wanted) return;
    limit.rlim_cur = wanted < limit.rlim_max ? wanted : limit.rlim_max;
    setrlimit(RLIMIT_NOFILE, &limit);
}
