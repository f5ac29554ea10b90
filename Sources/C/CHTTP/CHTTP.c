#include "CHTTP.h"

#include <arpa/inet.h>
#include <errno.h>
#include <microhttpd.h>
#include <netinet/in.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>

struct dobush_server {
    struct MHD_Daemon *daemon;
    dobush_handler handler;
    void *context;
    uint16_t port;
};

/* What one request carries between libmicrohttpd's calls. */
struct request {
    char *target;
    int begun;
};

static void *remember_target(void *context, const char *uri, struct MHD_Connection *connection) {
    (void)context;
    (void)connection;
    struct request *request = calloc(1, sizeof *request);
    if (request) request->target = strdup(uri);
    return request;
}

static void forget(void *context, struct MHD_Connection *connection, void **state,
                   enum MHD_RequestTerminationCode why) {
    (void)context;
    (void)connection;
    (void)why;
    struct request *request = *state;
    if (request) {
        free(request->target);
        free(request);
    }
    *state = NULL;
}

static enum MHD_Result send_reply(struct MHD_Connection *connection, struct dobush_reply *reply) {
    struct MHD_Response *response =
        MHD_create_response_from_buffer(reply->length, reply->body, MHD_RESPMEM_MUST_FREE);
    if (!response) {
        free(reply->body);
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

static enum MHD_Result answer(void *context, struct MHD_Connection *connection, const char *url,
                              const char *method, const char *version, const char *upload,
                              size_t *upload_size, void **state) {
    (void)url;
    (void)version;
    (void)upload;
    struct dobush_server *server = context;
    struct request *request = *state;
    if (!request || !request->target) return MHD_NO;
    if (!request->begun) {
        request->begun = 1;
        return MHD_YES;
    }
    if (*upload_size) {
        *upload_size = 0; /* bodies are read and dropped; no page takes one yet */
        return MHD_YES;
    }
    struct dobush_reply reply = {0};
    server->handler(server->context, method, request->target,
                    MHD_lookup_connection_value(connection, MHD_HEADER_KIND, "Accept-Language"),
                    &reply);
    return send_reply(connection, &reply);
}

static int fill_address(struct sockaddr_storage *storage, const char *text, uint16_t port) {
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

struct dobush_server *dobush_listen(const char *address, uint16_t port, unsigned int threads,
                                    dobush_handler handler, void *context) {
    struct sockaddr_storage storage;
    int family = fill_address(&storage, address, port);
    if (family < 0) return NULL;
    struct dobush_server *server = calloc(1, sizeof *server);
    if (!server) return NULL;
    server->handler = handler;
    server->context = context;
    server->daemon = MHD_start_daemon(
        MHD_USE_EPOLL_INTERNAL_THREAD | (unsigned int)family, port, NULL, NULL, answer, server,
        MHD_OPTION_SOCK_ADDR, (struct sockaddr *)&storage, MHD_OPTION_THREAD_POOL_SIZE, threads,
        MHD_OPTION_CONNECTION_TIMEOUT, 15u, MHD_OPTION_CONNECTION_LIMIT, 512u,
        MHD_OPTION_CONNECTION_MEMORY_LIMIT, (size_t)32768, MHD_OPTION_URI_LOG_CALLBACK,
        remember_target, NULL, MHD_OPTION_NOTIFY_COMPLETED, forget, NULL, MHD_OPTION_END);
    if (!server->daemon) {
        free(server);
        return NULL;
    }
    const union MHD_DaemonInfo *info = MHD_get_daemon_info(server->daemon, MHD_DAEMON_INFO_BIND_PORT);
    server->port = info ? info->port : port;
    return server;
}

uint16_t dobush_port(const struct dobush_server *server) { return server->port; }

void dobush_stop(struct dobush_server *server) {
    MHD_stop_daemon(server->daemon);
    free(server);
}
