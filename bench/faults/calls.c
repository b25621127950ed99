/* Stands between a program and the C library: writes down every call that changes a file in one folder, and lets
 * chosen calls fail. Built and used by bench/faults/calls.py through LD_PRELOAD; Linux only.
 *
 * CAPOX_CALLS_UNDER  only files whose path begins so; CAPOX_CALLS_LOG  where the calls are written down ("" nowhere)
 * calls_arm(n, error, for_good)  the n-th call from now fails (0: none); calls_count()  calls since then;
 * calls_mark(text)  a line of the caller's own in the log
 */
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
#include <unistd.h>

enum { WRITE = 1, CUT, SYNC, MADE, REMOVED, RENAMED, FOLDER_SYNC, MARK };
enum { FILES = 4096 };

static pthread_mutex_t one = PTHREAD_MUTEX_INITIALIZER;
static char *paths[FILES];
static int folders[FILES];
static char under[PATH_MAX];
static int log_file = -2;
static long armed, counted;
static int failing, for_good;

static void begin(void) {
    if (log_file != -2) return;
    const char *folder = getenv("CAPOX_CALLS_UNDER"), *log = getenv("CAPOX_CALLS_LOG");
    log_file = -1;
    snprintf(under, sizeof under, "%s", folder ? folder : "/nowhere/at/all");
    if (log && *log) log_file = syscall(SYS_openat, AT_FDCWD, log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
}

static int inside(const char *path) {
    begin();
    return path && strncmp(path, under, strlen(under)) == 0;
}

static const char *path_of(int file) { return file >= 0 && file < FILES ? paths[file] : NULL; }

static void put(const void *data, size_t size) {
    while (size) {
        long done = syscall(SYS_write, log_file, data, size);
        if (done <= 0) abort();
        data = (const char *)data + done;
        size -= done;
    }
}

static void say(uint32_t what, const char *path, const char *other, int64_t offset, int64_t length, const void *data) {
    begin();
    if (log_file < 0) return;
    uint32_t head[4] = {what, path ? strlen(path) : 0, other ? strlen(other) : 0, data ? 1 : 0};
    int64_t numbers[2] = {offset, length};
    /* One write an entry: workers of the program write into the same log. */
    size_t size = sizeof head + sizeof numbers + head[1] + head[2] + (data ? length : 0);
    char *entry = malloc(size), *at = entry;
    if (!entry) abort();
    at = mempcpy(at, head, sizeof head);
    at = mempcpy(at, numbers, sizeof numbers);
    if (path) at = mempcpy(at, path, head[1]);
    if (other) at = mempcpy(at, other, head[2]);
    if (data) at = mempcpy(at, data, length);
    pthread_mutex_lock(&one);
    put(entry, size);
    pthread_mutex_unlock(&one);
    free(entry);
}

static int fails(void) {
    pthread_mutex_lock(&one);
    counted++;
    int now = armed && (counted == armed || (for_good && counted > armed));
    pthread_mutex_unlock(&one);
    if (now) errno = failing;
    return now;
}

void calls_arm(long nth, int error, int good) {
    pthread_mutex_lock(&one);
    armed = nth; failing = error; for_good = good; counted = 0;
    pthread_mutex_unlock(&one);
}
long calls_count(void) { return counted; }
void calls_mark(const char *text) { say(MARK, text, NULL, 0, 0, NULL); }

static int opened(int file, const char *path, int flags, int there) {
    if (file < 0 || file >= FILES) return file;
    struct stat status;
    free(paths[file]);
    paths[file] = strdup(path);
    folders[file] = fstat(file, &status) == 0 && S_ISDIR(status.st_mode);
    if ((flags & O_CREAT) && !there) say(MADE, path, NULL, 0, 0, NULL);
    if (flags & O_TRUNC) say(CUT, path, NULL, 0, 0, NULL);
    return file;
}

#define OPEN(NAME)                                                              \
    int NAME(const char *path, int flags, ...) {                                \
        va_list more;                                                           \
        va_start(more, flags);                                                  \
        int mode = flags & (O_CREAT | __O_TMPFILE) ? va_arg(more, int) : 0;     \
        va_end(more);                                                           \
        if (!inside(path)) return syscall(SYS_openat, AT_FDCWD, path, flags, mode); \
        if (fails()) return -1;                                                 \
        int there = access(path, F_OK) == 0;                                    \
        return opened(syscall(SYS_openat, AT_FDCWD, path, flags, mode), path, flags, there); \
    }
OPEN(open)
OPEN(open64)

int close(int file) {
    if (path_of(file)) {
        free(paths[file]);
        paths[file] = NULL;
    }
    return syscall(SYS_close, file);
}

ssize_t write(int file, const void *data, size_t size) {
    const char *path = path_of(file);
    if (!path) return syscall(SYS_write, file, data, size);
    if (fails()) return -1;
    ssize_t done = syscall(SYS_write, file, data, size);
    if (done > 0) say(WRITE, path, NULL, lseek(file, 0, SEEK_CUR) - done, done, data);
    return done;
}

#define PWRITE(NAME)                                                            \
    ssize_t NAME(int file, const void *data, size_t size, off_t offset) {       \
        const char *path = path_of(file);                                       \
        if (path && fails()) return -1;                                         \
        ssize_t done = syscall(SYS_pwrite64, file, data, size, offset);         \
        if (path && done > 0) say(WRITE, path, NULL, offset, done, data);       \
        return done;                                                            \
    }
PWRITE(pwrite)
PWRITE(pwrite64)

#define PREAD(NAME)                                                             \
    ssize_t NAME(int file, void *data, size_t size, off_t offset) {             \
        if (path_of(file) && fails()) return -1;                                \
        return syscall(SYS_pread64, file, data, size, offset);                  \
    }
PREAD(pread)
PREAD(pread64)

ssize_t read(int file, void *data, size_t size) {
    if (path_of(file) && fails()) return -1;
    return syscall(SYS_read, file, data, size);
}

#define TRUNCATE(NAME)                                                          \
    int NAME(int file, off_t length) {                                          \
        const char *path = path_of(file);                                       \
        if (path && fails()) return -1;                                         \
        int done = syscall(SYS_ftruncate, file, length);                        \
        if (path && done == 0) say(CUT, path, NULL, length, 0, NULL);           \
        return done;                                                            \
    }
TRUNCATE(ftruncate)
TRUNCATE(ftruncate64)

#define SYNCS(NAME, NUMBER)                                                     \
    int NAME(int file) {                                                        \
        const char *path = path_of(file);                                       \
        if (path && fails()) return -1;                                         \
        int done = syscall(NUMBER, file);                                       \
        if (path && done == 0) say(folders[file] ? FOLDER_SYNC : SYNC, path, NULL, 0, 0, NULL); \
        return done;                                                            \
    }
SYNCS(fsync, SYS_fsync)
SYNCS(fdatasync, SYS_fdatasync)

int unlink(const char *path) {
    if (!inside(path)) return syscall(SYS_unlinkat, AT_FDCWD, path, 0);
    if (fails()) return -1;
    int done = syscall(SYS_unlinkat, AT_FDCWD, path, 0);
    if (done == 0) say(REMOVED, path, NULL, 0, 0, NULL);
    return done;
}

int rename(const char *path, const char *other) {
    if (!inside(path)) return syscall(SYS_renameat, AT_FDCWD, path, AT_FDCWD, other);
    if (fails()) return -1;
    int done = syscall(SYS_renameat, AT_FDCWD, path, AT_FDCWD, other);
    if (done == 0) say(RENAMED, path, other, 0, 0, NULL);
    return done;
}
