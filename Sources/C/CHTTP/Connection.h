/* What is asked of one connection. */
#ifndef DOBUSH_CONNECTION_H
#define DOBUSH_CONNECTION_H

#include <microhttpd.h>
#include <pthread.h>

struct dobush_line;

/* The open connections of a server. */
struct dobush_lines {
    pthread_mutex_t lock;
    struct dobush_line *first;
};

/* For MHD_OPTION_NOTIFY_CONNECTION, with the lines as its context. */
void dobush_note_line(void *context, struct MHD_Connection *connection, void **state,
                      enum MHD_ConnectionNotificationCode what);
/* Closes both directions of every one. */
void dobush_cut_lines(struct dobush_lines *lines);

/* How often the client says where the body ends. */
struct dobush_framing {
    unsigned int lengths;
    unsigned int encodings;
};

struct dobush_framing dobush_read_framing(struct MHD_Connection *connection);
/* The peer's numeric address, "unix" for a socket of the file system. */
void dobush_write_remote(struct MHD_Connection *connection, char *text, unsigned int room);

#endif
