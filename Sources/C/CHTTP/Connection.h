/* What is asked of one connection. */
#ifndef DOBUSH_CONNECTION_H
#define DOBUSH_CONNECTION_H

struct MHD_Connection;

/* The peer's numeric address, "unix" for a socket of the file system. */
void dobush_write_remote(struct MHD_Connection *connection, char *text, unsigned int room);

#endif
