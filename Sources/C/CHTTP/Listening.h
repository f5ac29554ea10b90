/* Sockets to listen on. */
#ifndef DOBUSH_LISTENING_H
#define DOBUSH_LISTENING_H

#include <stddef.h>
#include <stdint.h>
#include <sys/socket.h>

/* The flag of libmicrohttpd for the family of a numeric address, -1 and EINVAL when it is none. */
int dobush_fill_address(struct sockaddr_storage *storage, const char *text, uint16_t port);
/* A listening socket of mode 0660 in the place of a stale one; -1 when it cannot. */
int dobush_listen_at_path(const char *path);
/* Lets the process open that many more files, as far as its hard limit goes. */
void dobush_allow_files(unsigned int count);

#endif
