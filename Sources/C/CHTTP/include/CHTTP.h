/* A small doorway to libmicrohttpd: its callbacks are variadic and its enumerations closed, which
   Swift cannot import as they are. No logic lives here. */
#ifndef DOBUSH_CHTTP_H
#define DOBUSH_CHTTP_H

#include <stddef.h>
#include <stdint.h>

/* Filled in by the handler. Both buffers come from malloc; the doorway frees them. `headers` is a
   list of name, NUL, value, NUL, closed by one more NUL; it may be null. */
struct dobush_reply {
    unsigned int status;
    char *headers;
    void *body;
    size_t length;
};

/* `target` is the request target as sent, query included. `language` may be null.
   Called from the server's threads. */
typedef void (*dobush_handler)(void *context, const char *method, const char *target,
                               const char *language, struct dobush_reply *reply);

struct dobush_server;

/* Listens on a numeric address; port 0 takes any free one. Null when it cannot, errno says why. */
struct dobush_server *dobush_listen(const char *address, uint16_t port, unsigned int threads,
                                    dobush_handler handler, void *context);
uint16_t dobush_port(const struct dobush_server *server);
void dobush_stop(struct dobush_server *server);

#endif
