#include "CHTTP.h"

#include <errno.h>
#include <microhttpd.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#include "Connection.h"
#include "Listening.h"

struct dobush_server {
    struct MHD_Daemon *daemon;
    struct dobush_handlers handlers;
    uint64_t discard;
    uint16_t port;
    struct dobush_lines lines;
    atomic_uint active;
    atomic_int closing; /* new connections are turned away */
    char *path;         /* of the socket in the file system, else null */
};

/* What one request carries between libmicrohttpd's calls. */
struct exchange {
    void *body;
    uint64_t announced; /* 0 when the length is not said beforehand */
    uint64_t received;
    uint64_t limit;
    int begun;
    int refusal;
    char target[];
};

static void *remember_target(void *context, const char *uri, struct MHD_Connection *connection) {
    (void)context;
    (void)connection;
    size_t size = strlen(uri) + 1;
    struct exchange *exchange = malloc(sizeof *exchange + size);
    if (!exchange) return NULL;
    memset(exchange, 0, sizeof *exchange);
    memcpy(exchange->target, uri, size);
    return exchange;
}

static void forget(void *context, struct MHD_Connection *connection, void **state,
                   enum MHD_RequestTerminationCode why) {
    (void)connection;
    (void)why;
    struct dobush_server *server = context;
    struct exchange *exchange = *state;
    if (exchange && exchange->body) server->handlers.drop(exchange->body);
    if (exchange && exchange->begun) atomic_fetch_sub(&server->active, 1);
    free(exchange);
    *state = NULL;
}

/* A stream that was replied with, and who reads it. */
struct flow {
    const struct dobush_handlers *handlers;
    void *stream;
};

static ssize_t read_flow(void *context, uint64_t position, char *buffer, size_t room) {
    (void)position;
    struct flow *flow = context;
    ssize_t count = flow->handlers->read(flow->stream, buffer, room);
    return count < 0 ? MHD_CONTENT_READER_END_OF_STREAM : count;
}

static void end_flow(void *context) {
    struct flow *flow = context;
    flow->handlers->gone(flow->handlers->context, flow->stream);
    free(flow);
}

static struct MHD_Response *make_response(const struct dobush_server *server,
                                          struct dobush_reply *reply) {
    if (!reply->stream)
        return MHD_create_response_from_buffer(reply->length, reply->body, MHD_RESPMEM_MUST_FREE);
    struct flow *flow = malloc(sizeof *flow);
    struct MHD_Response *response = NULL;
    if (flow) {
        *flow = (struct flow){&server->handlers, reply->stream};
        response =
            MHD_create_response_from_callback(MHD_SIZE_UNKNOWN, 2048, read_flow, flow, end_flow);
    }
    if (!response) {
        free(flow);
        server->handlers.gone(server->handlers.context, reply->stream);
    }
    return response;
}

static enum MHD_Result send_reply(struct dobush_server *server, struct MHD_Connection *connection,
                                  struct dobush_reply *reply) {
    struct MHD_Response *response = make_response(server, reply);
    if (!response) {
        free(reply->stream ? NULL : reply->body);
        free(reply->headers);
        return MHD_NO;
    }
    for (const char *name = reply->headers; name && *name;) {
        const char *value = name + strlen(name) + 1;
        MHD_add_response_header(response, name, value);
        name = value + strlen(value) + 1;
    }
    free(reply->headers);
    enum MHD_Result sent = MHD_queue_response(connection, reply->status, response);
    MHD_destroy_response(response);
    return sent;
}

static enum MHD_Result ask(struct dobush_server *server, struct MHD_Connection *connection,
                           const char *method, struct exchange *exchange) {
    struct dobush_request request = {.connection = connection,
                                     .method = method,
                                     .target = exchange->target,
                                     .body = exchange->body,
                                     .refusal = exchange->refusal,
                                     .limit = exchange->limit};
    dobush_write_remote(connection, request.remote, sizeof request.remote);
    struct dobush_reply reply = {0};
    server->handlers.answer(server->handlers.context, &request, &reply);
    return send_reply(server, connection, &reply);
}

static const char *header(struct MHD_Connection *connection, const char *name) {
    return MHD_lookup_connection_value(connection, MHD_HEADER_KIND, name);
}

/* The headers are there, the body is not. Decides whether it is kept, dropped, or not waited for. */
static enum MHD_Result begin(struct dobush_server *server, struct MHD_Connection *connection,
                             const char *method, struct exchange *exchange) {
    exchange->begun = 1;
    atomic_fetch_add(&server->active, 1);
    struct dobush_framing framing = dobush_read_framing(connection);
    if (framing.lengths + framing.encodings == 0) return MHD_YES;
    const char *encoding = header(connection, "Transfer-Encoding");
    /* Two readers of one line must not see two requests: RFC 9112, section 6.3. */
    if (framing.lengths + framing.encodings > 1 || (encoding && strcasecmp(encoding, "chunked"))) {
        exchange->refusal = DOBUSH_FRAMING_UNCLEAR;
        return ask(server, connection, method, exchange);
    }
    const char *length = header(connection, "Content-Length");
    exchange->announced = length ? strtoull(length, NULL, 10) : 0;
    exchange->limit = server->handlers.limit(server->handlers.context, method, exchange->target);
    if (exchange->announced <= exchange->limit) return MHD_YES;
    exchange->refusal = DOBUSH_BODY_TOO_LONG;
    /* A client in the middle of sending may never read an answer; one that waits for leave will. */
    if (!header(connection, "Expect") && exchange->announced - exchange->limit <= server->discard)
        return MHD_YES;
    return ask(server, connection, method, exchange);
}

/* MHD_NO cuts the connection. */
static enum MHD_Result take(struct dobush_server *server, struct exchange *exchange,
                            const char *bytes, size_t count) {
    exchange->received += count;
    if (exchange->received > exchange->limit) exchange->refusal = DOBUSH_BODY_TOO_LONG;
    if (exchange->refusal) {
        if (exchange->body) server->handlers.drop(exchange->body);
        exchange->body = NULL;
        uint64_t over =
            exchange->received > exchange->limit ? exchange->received - exchange->limit : 0;
        return over <= server->discard ? MHD_YES : MHD_NO;
    }
    server->handlers.keep(&exchange->body, bytes, count, exchange->announced);
    return MHD_YES;
}

static enum MHD_Result answer(void *context, struct MHD_Connection *connection, const char *url,
                              const char *method, const char *version, const char *upload,
                              size_t *upload_size, void **state) {
    (void)url;
    (void)version;
    struct dobush_server *server = context;
    struct exchange *exchange = *state;
    if (!exchange) return MHD_NO;
    if (!exchange->begun) return begin(server, connection, method, exchange);
    if (*upload_size) {
        enum MHD_Result taken = take(server, exchange, upload, *upload_size);
        *upload_size = 0;
        return taken;
    }
    return ask(server, connection, method, exchange);
}

static enum MHD_Result may_connect(void *context, const struct sockaddr *peer, socklen_t size) {
    (void)peer;
    (void)size;
    struct dobush_server *server = context;
    return atomic_load(&server->closing) ? MHD_NO : MHD_YES;
}

static int start(struct dobush_server *server, const char *address, uint16_t port,
                 const struct dobush_limits *limits) {
    struct sockaddr_storage storage;
    MHD_socket listener = MHD_INVALID_SOCKET;
    int family = 0;
    if (strncmp(address, "unix:", 5) == 0) {
        if (!(server->path = strdup(address + 5))) return -1;
        listener = dobush_listen_at_path(server->path);
        if (listener < 0) return -1;
    } else {
        family = dobush_fill_address(&storage, address, port);
        if (family < 0) return -1;
    }
    struct MHD_OptionItem place[] = {
        {listener < 0 ? MHD_OPTION_SOCK_ADDR : MHD_OPTION_LISTEN_SOCKET, listener,
         listener < 0 ? &storage : NULL},
        {MHD_OPTION_END, 0, NULL}};
    server->daemon = MHD_start_daemon(
        MHD_USE_EPOLL_INTERNAL_THREAD | MHD_ALLOW_SUSPEND_RESUME | (unsigned int)family, port,
        may_connect, server, answer, server, MHD_OPTION_ARRAY, place, MHD_OPTION_THREAD_POOL_SIZE,
        limits->threads, MHD_OPTION_CONNECTION_TIMEOUT, limits->idle_seconds,
        MHD_OPTION_CONNECTION_LIMIT, limits->connections, MHD_OPTION_PER_IP_CONNECTION_LIMIT,
        listener < 0 ? limits->per_address : 0u, MHD_OPTION_CONNECTION_MEMORY_LIMIT,
        limits->header_bytes, MHD_OPTION_STRICT_FOR_CLIENT, 1, MHD_OPTION_URI_LOG_CALLBACK,
        remember_target, NULL, MHD_OPTION_NOTIFY_COMPLETED, forget, server, MHD_OPTION_NOTIFY_CONNECTION,
        dobush_note_line, &server->lines, MHD_OPTION_END);
    if (server->daemon) return 0;
    int why = errno;
    if (listener >= 0) {
        close(listener);
        unlink(server->path);
    }
    errno = why;
    return -1;
}

struct dobush_server *dobush_listen(const char *address, uint16_t port,
                                    const struct dobush_limits *limits,
                                    const struct dobush_handlers *handlers) {
    struct dobush_server *server = calloc(1, sizeof *server);
    if (!server) return NULL;
    server->handlers = *handlers;
    server->discard = limits->discard_bytes;
    pthread_mutex_init(&server->lines.lock, NULL);
    dobush_allow_files(limits->connections);
    if (start(server, address, port, limits) != 0) {
        int why = errno;
        free(server->path);
        free(server);
        errno = why;
        return NULL;
    }
    const union MHD_DaemonInfo *info =
        server->path ? NULL : MHD_get_daemon_info(server->daemon, MHD_DAEMON_INFO_BIND_PORT);
    server->port = info ? info->port : 0;
    return server;
}

uint16_t dobush_port(const struct dobush_server *server) { return server->port; }

unsigned int dobush_connections(const struct dobush_server *server) {
    const union MHD_DaemonInfo *info =
        MHD_get_daemon_info(server->daemon, MHD_DAEMON_INFO_CURRENT_CONNECTIONS);
    return info ? info->num_connections : 0;
}

/* MHD_quiesce_daemon would say it better, but aborts when one of its threads takes the listening
   socket out of its set at the same moment. */
void dobush_close(struct dobush_server *server) { atomic_store(&server->closing, 1); }

unsigned int dobush_active(const struct dobush_server *server) {
    return atomic_load(&server->active);
}

/* libmicrohttpd 0.9.75 reads through a null pointer when it has to refuse a malformed request while
   it is being stopped (its MHD_queue_response succeeds then without a response). So no connection is
   left when it is: each is cut, and its thread given time to notice. */
static void cut_all(struct dobush_server *server) {
    const struct timespec pause = {.tv_nsec = 2000000};
    for (int tries = 0; tries < 15000 && dobush_connections(server) > 0; tries++) {
        dobush_cut_lines(&server->lines);
        nanosleep(&pause, NULL);
    }
}

void dobush_stop(struct dobush_server *server) {
    cut_all(server);
    MHD_stop_daemon(server->daemon);
    if (server->path) unlink(server->path);
    pthread_mutex_destroy(&server->lines.lock);
    free(server->path);
    free(server);
}
