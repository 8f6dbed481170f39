#define _GNU_SOURCE
#include "CLinuxShims.h"
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <linux/openat2.h>
#include <pthread.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/vfs.h>
#include <unistd.h>

/* Where a sandbox does not know openat2 (systemd-nspawn 252, old container runtimes): one component at a time, none of
   them a link. */
int tocsin_open_beneath_by_components(int directory, const char *path) {
    char name[256];
    int current = directory, next;
    if (path[0] == '/') return -EXDEV;
    for (;;) {
        size_t length = strcspn(path, "/");
        int is_last = path[length] == 0;
        if (length == 0 || length >= sizeof name) next = -1, errno = length ? ENAMETOOLONG : ENOENT;
        else {
            memcpy(name, path, length);
            name[length] = 0;
            if (strcmp(name, "..") == 0) next = -1, errno = EXDEV;
            else next = openat(current, name, is_last ? O_RDONLY | O_NONBLOCK | O_NOFOLLOW | O_NOCTTY | O_CLOEXEC
                                                      : O_PATH | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
        }
        if (next < 0) next = -errno;
        if (current != directory) close(current);
        if (next < 0 || is_last) return next;
        current = next;
        path += length + 1;
    }
}

int tocsin_open_beneath(int directory, const char *path) {
    struct open_how how = {
        .flags = O_RDONLY | O_NONBLOCK | O_NOFOLLOW | O_NOCTTY | O_CLOEXEC,
        .resolve = RESOLVE_BENEATH | RESOLVE_NO_SYMLINKS | RESOLVE_NO_MAGICLINKS,
    };
    long descriptor = syscall(SYS_openat2, directory, path, &how, sizeof how);
    if (descriptor >= 0) return (int)descriptor;
    if (errno == ENOSYS || errno == EPERM) return tocsin_open_beneath_by_components(directory, path);
    return -errno;
}

void tocsin_name_thread(const char *name) { pthread_setname_np(pthread_self(), name); }

unsigned long tocsin_file_system_type(int descriptor) {
    struct statfs about;
    return fstatfs(descriptor, &about) == 0 ? (unsigned long)about.f_type : 0;
}

static int signal_pipe[2] = {-1, -1};

static void note_signal(int number) {
    unsigned char byte = (unsigned char)number;
    int saved = errno;
    if (write(signal_pipe[1], &byte, 1) < 0) { /* the pipe is full of signals already */ }
    errno = saved;
}

int tocsin_catch_signals(void) {
    struct sigaction action = { .sa_handler = note_signal, .sa_flags = SA_RESTART };
    if (pipe2(signal_pipe, O_CLOEXEC) != 0) return -1;
    fcntl(signal_pipe[1], F_SETFL, O_NONBLOCK);
    sigemptyset(&action.sa_mask);
    sigaction(SIGTERM, &action, NULL);
    sigaction(SIGINT, &action, NULL);
    sigaction(SIGHUP, &action, NULL);
    signal(SIGPIPE, SIG_IGN);
    return signal_pipe[0];
}

int tocsin_memory_file(const char *name) { return memfd_create(name, MFD_CLOEXEC); }

int tocsin_close_from(posix_spawn_file_actions_t *actions, int first) {
    return posix_spawn_file_actions_addclosefrom_np(actions, first);
}

void tocsin_die_with_parent(void) { prctl(PR_SET_PDEATHSIG, SIGKILL); }

int tocsin_pipe(int *read_end, int *write_end) {
    int ends[2];
    if (pipe2(ends, O_CLOEXEC) != 0) return -1;
    *read_end = ends[0];
    *write_end = ends[1];
    return 0;
}
