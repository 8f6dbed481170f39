#define _GNU_SOURCE
#include "CLinuxShims.h"
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <linux/openat2.h>
#include <pthread.h>
#include <sys/syscall.h>
#include <sys/vfs.h>
#include <unistd.h>

int tocsin_open_beneath(int directory, const char *path) {
    struct open_how how = {
        .flags = O_RDONLY | O_NONBLOCK | O_NOFOLLOW | O_NOCTTY | O_CLOEXEC,
        .resolve = RESOLVE_BENEATH | RESOLVE_NO_SYMLINKS | RESOLVE_NO_MAGICLINKS,
    };
    long descriptor = syscall(SYS_openat2, directory, path, &how, sizeof how);
    return descriptor < 0 ? -errno : (int)descriptor;
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
