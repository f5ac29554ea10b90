/* A small doorway to libmicrohttpd: its callbacks are variadic and its enumerations closed, which
   Swift cannot import as they are. What is decided here is only what must be decided between
   libmicrohttpd's calls: whether a body is kept, dropped or refused. */
#ifndef DOBUSH_CHTTP_H
#define DOBUSH_CHTTP_H

#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

struct MHD_Connection;

enum { DOBUSH_ACCEPTED = 0, DOBUSH_BODY_TOO_LONG = 1, DOBUSH_FRAMING_UNCLEAR = 2 };

/* One request, whole. Everything in it lives as long as the call. */
struct dobush_request {
    struct MHD_Connection *connection;
    const char *method;
    const char *target; /* as sent, query included */
    char remote[48];    /* numeric; "unix" for a socket of the file system */
    void *body;         /* what `keep` made, null without a body */
    int refusal;        /* one of the names above */
    uint64_t limit;     /* bytes the body could have had, when it is too long */
};

/* Filled in by the handler. Both buffers come from malloc; the doorway frees them. `headers` is a
   list of name, NUL, value, NUL, closed by one more NUL; it may be null. With `stream` set the body
   is what `read` gives until it ends. */
struct dobush_reply {
    unsigned int status;
    char *headers;
    void *body;
    size_t length;
    void *stream;
};

/* All are called from the server's threads. */
struct dobush_handlers {
    void *context;
    /* Bytes that the body of this request may have; asked only when there is one. */
    uint64_t (*limit)(void *context, const char *method, const char *target);
    /* Keeps one more piece; `*body` is null at the first. `announced` is 0 when unknown. */
    void (*keep)(void **body, const void *bytes, size_t count, uint64_t announced);
    /* The body is not needed any more. */
    void (*drop)(void *body);
    void (*answer)(void *context, const struct dobush_request *request, struct dobush_reply *reply);
    /* Bytes written; 0 after dobush_suspend; -1 at the end. */
    ssize_t (*read)(void *stream, char *buffer, size_t room);
    /* The stream's connection has ended. Called once for every stream that was replied with. */
    void (*gone)(void *context, void *stream);
};

struct dobush_limits {
    unsigned int threads;
    unsigned int connections;
    unsigned int per_address; /* 0 for no limit */
    unsigned int idle_seconds;
    size_t header_bytes;
    uint64_t discard_bytes; /* read and dropped beyond a body's limit before the line is cut */
};

struct dobush_server;

/* Listens on a numeric address, or on `unix:` and a path; port 0 takes any free one. Null when it
   cannot, errno says why. */
struct dobush_server *dobush_listen(const char *address, uint16_t port,
                                    const struct dobush_limits *limits,
                                    const struct dobush_handlers *handlers);
uint16_t dobush_port(const struct dobush_server *server);
/* Connections open now. */
unsigned int dobush_connections(const struct dobush_server *server);
/* Requests whose headers are there and whose answer is not yet sent, streams among them. */
unsigned int dobush_active(const struct dobush_server *server);
/* From here on a new connection is closed at once. */
void dobush_close(struct dobush_server *server);
/* Cuts every connection, after waiting for the handlers that run. No stream may be suspended. */
void dobush_stop(struct dobush_server *server);

/* Writes name, NUL, value, NUL for every header, names in lower case. Returns the bytes that all of
   them take, whether or not they fit into `room`; SIZE_MAX when a header holds a NUL. */
size_t dobush_headers(struct MHD_Connection *connection, char *buffer, size_t room);

void dobush_suspend(struct MHD_Connection *connection);
void dobush_resume(struct MHD_Connection *connection);
/* Closes both directions, so that the server ends the connection soon. */
void dobush_cut(struct MHD_Connection *connection);

#endif
