#pragma once
#include <sys/inotify.h>
/* openat2(2) has no wrapper in Debian 12's C library. Opens for reading a path below `directory`, through no
   symbolic link and no magic link, without blocking on a FIFO. Answers a descriptor or -errno. */
int tocsin_open_beneath(int directory, const char *path);
/* The same without openat2, for sandboxes that do not know it; shown so that a test can hold both to one contract. */
int tocsin_open_beneath_by_components(int directory, const char *path);
/* Names the calling thread, 15 letters (Swift sees no GNU extensions of pthread). */
void tocsin_name_thread(const char *name);
/* The type number of an open file's file system (statfs(2), f_type); 0 when it cannot be told. */
unsigned long tocsin_file_system_type(int descriptor);
/* Catches SIGTERM, SIGINT and SIGHUP from now on; answers a descriptor from which each can be read as one byte, its
   number. (A mask would not do: libdispatch parks the main thread in sigsuspend with an empty one.) -1 on failure. */
int tocsin_catch_signals(void);
/* A file in memory, closed on exec; -1 on failure. (memfd_create is a GNU extension.) */
int tocsin_memory_file(const char *name);
/* A started process keeps nothing open from this descriptor on. */
#include <spawn.h>
int tocsin_close_from(posix_spawn_file_actions_t *actions, int first);
/* The calling process is killed when the one that started it ends. */
void tocsin_die_with_parent(void);
/* A pipe, closed on exec. (pipe2 is a GNU extension.) */
int tocsin_pipe(int *read_end, int *write_end);
