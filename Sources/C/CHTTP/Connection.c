#include "Connection.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/socket.h>

#include "CHTTP.h"

void dobush_write_remote(struct MHD_Connection *connection, char *text,
                         unsigned int room) {
    const union MHD_ConnectionInfo *info =
        MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CLIENT_ADDRESS);
    const struct sockaddr *peer = info ? info->client_addr : NULL;
    const char *written = NULL;
    if (peer && peer->sa_family == AF_INET)
        written = inet_ntop(AF_INET, &((const struct sockaddr_in *)peer)->sin_addr, text, room);
    if (peer && peer->sa_family == AF_INET6)
        written = inet_ntop(AF_INET6, &((const struct sockaddr_in6 *)peer)->sin6_addr, text, room);
    if (!written) strcpy(text, "unix");
}

/* Where the next header is written. */
struct writing {
    char *buffer;
    size_t room;
    size_t used; /* may pass room; then nothing more is written */
};

static int is_blank(char letter) { return letter == ' ' || letter == '\t'; }

static enum MHD_Result write_header(void *context, enum MHD_ValueKind kind, const char *name,
                                    size_t name_size, const char *value, size_t value_size) {
    (void)kind;
    struct writing *writing = context;
    if (memchr(name, 0, name_size) || (value && memchr(value, 0, value_size))) {
        writing->used = SIZE_MAX;
        return MHD_NO;
    }
    if (!value) value_size = 0;
    while (value_size && is_blank(*value)) value++, value_size--;
    while (value_size && is_blank(value[value_size - 1])) value_size--;
    size_t end = writing->used + name_size + value_size + 2;
    if (end <= writing->room) {
        char *to = writing->buffer + writing->used;
        for (size_t i = 0; i < name_size; i++)
            to[i] = name[i] >= 'A' && name[i] <= 'Z' ? (char)(name[i] + 32) : name[i];
        to[name_size] = 0;
        if (value_size) memcpy(to + name_size + 1, value, value_size);
        to[name_size + 1 + value_size] = 0;
    }
    writing->used = end;
    return MHD_YES;
}

size_t dobush_headers(struct MHD_Connection *connection, char *buffer, size_t room) {
    struct writing writing = {buffer, room, 0};
    MHD_get_connection_values_n(connection, MHD_HEADER_KIND, write_header, &writing);
    return writing.used;
}

void dobush_suspend(struct MHD_Connection *connection) { MHD_suspend_connection(connection); }

void dobush_resume(struct MHD_Connection *connection) { MHD_resume_connection(connection); }

void dobush_cut(struct MHD_Connection *connection) {
    const union MHD_ConnectionInfo *info =
        MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD);
    if (info) shutdown(info->connect_fd, SHUT_RDWR);
}

static enum MHD_Result note_framing(void *context, enum MHD_ValueKind kind, const char *name,
                                    const char *value) {
    (void)kind;
    (void)value;
    struct dobush_framing *framing = context;
    framing->lengths += strcasecmp(name, "Content-Length") == 0;
    framing->encodings += strcasecmp(name, "Transfer-Encoding") == 0;
    return MHD_YES;
}

struct dobush_framing dobush_read_framing(struct MHD_Connection *connection) {
    struct dobush_framing framing = {0};
    MHD_get_connection_values(connection, MHD_HEADER_KIND, note_framing, &framing);
    return framing;
}

struct dobush_line {
    int socket;
    struct dobush_line *before;
    struct dobush_line *after;
};

static void add_line(struct dobush_lines *lines, int socket, void **state) {
    struct dobush_line *line = malloc(sizeof *line);
    *state = line;
    if (!line) return; /* then the stop finds this one by its time limit */
    pthread_mutex_lock(&lines->lock);
    *line = (struct dobush_line){socket, NULL, lines->first};
    if (lines->first) lines->first->before = line;
    lines->first = line;
    pthread_mutex_unlock(&lines->lock);
}

static void remove_line(struct dobush_lines *lines, void **state) {
    struct dobush_line *line = *state;
    *state = NULL;
    if (!line) return;
    pthread_mutex_lock(&lines->lock);
    if (line->before) line->before->after = line->after;
    if (!line->before) lines->first = line->after;
    if (line->after) line->after->before = line->before;
    pthread_mutex_unlock(&lines->lock);
    free(line);
}

void dobush_note_line(void *context, struct MHD_Connection *connection, void **state,
                      enum MHD_ConnectionNotificationCode what) {
    if (what == MHD_CONNECTION_NOTIFY_CLOSED) return remove_line(context, state);
    const union MHD_ConnectionInfo *info =
        MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD);
    if (info) add_line(context, info->connect_fd, state);
}

/* A socket is closed only after its line was removed, so none is cut that is somebody else's now. */
void dobush_cut_lines(struct dobush_lines *lines) {
    pthread_mutex_lock(&lines->lock);
    for (struct dobush_line *line = lines->first; line; line = line->after)
        shutdown(line->socket, SHUT_RDWR);
    pthread_mutex_unlock(&lines->lock);
}
