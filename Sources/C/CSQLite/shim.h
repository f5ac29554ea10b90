/* A doorway to SQLite: what Swift cannot import, casts in macros and functions with a variable
   number of arguments. No logic lives here. */
#ifndef DOBUSH_CSQLITE_H
#define DOBUSH_CSQLITE_H

#include <sqlite3.h>

static inline int dobush_sqlite_bind_bytes(sqlite3_stmt *statement, int place, const void *bytes,
                                           sqlite3_uint64 length) {
    return length == 0 ? sqlite3_bind_zeroblob(statement, place, 0)
                       : sqlite3_bind_blob64(statement, place, bytes, length, SQLITE_TRANSIENT);
}

static inline int dobush_sqlite_bind_text(sqlite3_stmt *statement, int place, const char *text,
                                          sqlite3_uint64 length) {
    return sqlite3_bind_text64(statement, place, text, length, SQLITE_TRANSIENT, SQLITE_UTF8);
}

/* Takes away what only a hostile database file would need. */
static inline int dobush_sqlite_defend(sqlite3 *database) {
    int result = sqlite3_db_config(database, SQLITE_DBCONFIG_DEFENSIVE, 1, (int *)0);
    return result != SQLITE_OK
               ? result
               : sqlite3_db_config(database, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, (int *)0);
}

#endif
