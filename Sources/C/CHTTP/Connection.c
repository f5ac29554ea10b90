#include "Connection.h"

#include <arpa/inet.h>
#include <microhttpd.h>
#include <netinet/in.h>
#include <string.h>

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
