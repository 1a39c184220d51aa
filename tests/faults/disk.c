/* A disk that remembers and a disk that fails, between a program and the C library (LD_PRELOAD, Linux).

   Remembers: every open, write, truncation, fsync, rename and unlink below one folder goes, in its order, into a log
   from which the states that a power cut could leave are rebuilt. What the program says on its standard output goes
   into the same log, so that it is known what had been acknowledged.
   Fails: the n-th such call returns an error, once or from then on. Reads are left alone.

   Environment: DISK_FOLDER (watched folder), DISK_LOG (log file). From inside: disk_watch, disk_arm, disk_seen.
   A log entry: one letter, then four 64-bit numbers (a, b, length of path, length of data), path, data.
   O open (a: flags), W write (a: offset), T truncate (a: length), S fsync, R rename (data: new path), U unlink,
   D mkdir, A said on standard output. */

#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

#define FDS 4096
static char *names[FDS];
static char folder[PATH_MAX];
static int log_fd = -1;
static long seen, fail_at;
static int fail_errno, sticky;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

__attribute__((constructor)) static void begin(void) {
    const char *watched = getenv("DISK_FOLDER"), *log = getenv("DISK_LOG");
    if (watched) snprintf(folder, sizeof folder, "%s", watched);
    if (log) log_fd = (int)syscall(SYS_openat, AT_FDCWD, log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
}

void disk_watch(const char *watched) { snprintf(folder, sizeof folder, "%s", watched); }
void disk_arm(long n, int error, int from_then_on) { seen = 0; fail_at = n; fail_errno = error; sticky = from_then_on; }
long disk_seen(void) { return seen; }

static int watched(const char *path) {
    size_t length = strlen(folder);
    return length && path && strncmp(path, folder, length) == 0 && !strstr(path, "-shm");
}

static const char *name_of(int fd) { return fd >= 0 && fd < FDS ? names[fd] : NULL; }

static void put(const void *data, size_t length) {
    const char *p = data;
    while (length) {
        long n = syscall(SYS_write, log_fd, p, length);
        if (n <= 0) abort();
        p += n;
        length -= (size_t)n;
    }
}

static void note(char what, uint64_t a, const char *path, const void *data, size_t length) {
    if (log_fd < 0) return;
    int kept = errno;
    uint64_t head[4] = {a, 0, strlen(path), length};
    pthread_mutex_lock(&lock);
    put(&what, 1);
    put(head, sizeof head);
    put(path, strlen(path));
    put(data, length);
    pthread_mutex_unlock(&lock);
    errno = kept;
}

static int fails(void) {
    long n = __sync_add_and_fetch(&seen, 1);
    if (fail_at && (n == fail_at || (sticky && n > fail_at))) {
        errno = fail_errno;
        return 1;
    }
    return 0;
}

static int opened(int fd, const char *path, int flags) {
    if (fd >= 0 && fd < FDS) {
        free(names[fd]);
        names[fd] = watched(path) ? strdup(path) : NULL;
        if (names[fd] && (flags & (O_CREAT | O_TRUNC))) note('O', (uint64_t)flags, path, "", 0);
    }
    return fd;
}

#define OPEN(name, before, first, call)                                                       \
    int name before {                                                                         \
        mode_t mode = 0;                                                                      \
        if (flags & (O_CREAT | O_TMPFILE)) {                                                  \
            va_list rest;                                                                     \
            va_start(rest, flags);                                                            \
            mode = va_arg(rest, mode_t);                                                      \
            va_end(rest);                                                                     \
        }                                                                                     \
        if (watched(path) && (flags & O_CREAT) && fails()) return -1;                         \
        return opened(call, path, flags);                                                     \
    }
OPEN(open, (const char *path, int flags, ...), path, REAL(open)(path, flags, mode))
OPEN(open64, (const char *path, int flags, ...), path, REAL(open64)(path, flags, mode))
OPEN(openat, (int at, const char *path, int flags, ...), at, REAL(openat)(at, path, flags, mode))
OPEN(openat64, (int at, const char *path, int flags, ...), at, REAL(openat64)(at, path, flags, mode))

int close(int fd) {
    if (name_of(fd)) {
        free(names[fd]);
        names[fd] = NULL;
    }
    return REAL(close)(fd);
}

ssize_t write(int fd, const void *data, size_t length) {
    const char *path = name_of(fd);
    if (path && fails()) return -1;
    off_t at = path ? lseek(fd, 0, SEEK_CUR) : 0;
    ssize_t done = REAL(write)(fd, data, length);
    if (path && done > 0) note('W', (uint64_t)at, path, data, (size_t)done);
    if (fd == 1 && done > 0) note('A', 0, "", data, (size_t)done);
    return done;
}

static ssize_t positioned(int fd, const void *data, size_t length, off64_t at) {
    const char *path = name_of(fd);
    if (path && fails()) return -1;
    ssize_t done = syscall(SYS_pwrite64, fd, data, length, at);
    if (path && done > 0) note('W', (uint64_t)at, path, data, (size_t)done);
    return done;
}
ssize_t pwrite(int fd, const void *data, size_t length, off_t at) { return positioned(fd, data, length, at); }
ssize_t pwrite64(int fd, const void *data, size_t length, off64_t at) { return positioned(fd, data, length, at); }

static int truncated(int fd, off64_t length) {
    const char *path = name_of(fd);
    if (path && fails()) return -1;
    int done = (int)syscall(SYS_ftruncate, fd, length);
    if (path && done == 0) note('T', (uint64_t)length, path, "", 0);
    return done;
}
int ftruncate(int fd, off_t length) { return truncated(fd, length); }
int ftruncate64(int fd, off64_t length) { return truncated(fd, length); }

static int synced(int fd, long call) {
    const char *path = name_of(fd);
    if (path && fails()) return -1;
    int done = (int)syscall(call, fd);
    if (path && done == 0) note('S', 0, path, "", 0);
    return done;
}
int fsync(int fd) { return synced(fd, SYS_fsync); }
int fdatasync(int fd) { return synced(fd, SYS_fdatasync); }

ssize_t sendfile64(int to, int from, off64_t *offset, size_t length) {
    if (name_of(to)) { /* copies go by write, so that they are seen */
        errno = EINVAL;
        return -1;
    }
    return syscall(SYS_sendfile, to, from, offset, length);
}
ssize_t sendfile(int to, int from, off_t *offset, size_t length) { return sendfile64(to, from, offset, length); }

int rename(const char *from, const char *to) {
    int is_ours = watched(from) || watched(to);
    if (is_ours && fails()) return -1;
    int done = REAL(rename)(from, to);
    if (is_ours && done == 0) note('R', 0, from, to, strlen(to));
    return done;
}

int unlink(const char *path) {
    if (watched(path) && fail_errno != ENOSPC && fails()) return -1; /* a full disk still lets go of files */
    int done = REAL(unlink)(path);
    if (watched(path) && done == 0) note('U', 0, path, "", 0);
    return done;
}

int mkdir(const char *path, mode_t mode) {
    if (watched(path) && fails()) return -1;
    int done = REAL(mkdir)(path, mode);
    if (watched(path) && done == 0) note('D', 0, path, "", 0);
    return done;
}
