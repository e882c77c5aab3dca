/* Logs what a process does to the files of one folder, so that a power cut can be tried at every step.

   LD_PRELOAD; VRN_DISK_FOLDER is the folder, VRN_DISK_LOG the log. Each entry: operation (1 byte),
   file (4 bytes), offset or size (8), length (4), then that many bytes: data, or a path. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define MOST_FILES 4096

static int watched[MOST_FILES];
static int log_file = -2;
static const char *folder;
static size_t folder_length;

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

static int ready(void) {
    if (log_file == -2) {
        const char *path = getenv("VRN_DISK_LOG");
        folder = getenv("VRN_DISK_FOLDER");
        log_file = -1;
        if (path && folder) {
            folder_length = strlen(folder);
            log_file = REAL(open)(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
        }
    }
    return log_file >= 0;
}

static int inside(const char *path) {
    return ready() && path && strncmp(path, folder, folder_length) == 0;
}

static void put(char operation, int32_t file, int64_t place, const void *data, uint32_t length) {
    char entry[17];
    entry[0] = operation;
    memcpy(entry + 1, &file, 4);
    memcpy(entry + 5, &place, 8);
    memcpy(entry + 13, &length, 4);
    REAL(write)(log_file, entry, sizeof entry);
    if (length) REAL(write)(log_file, data, length);
}

static int is_watched(int file) { return file >= 0 && file < MOST_FILES && watched[file]; }

static void opened(int file, const char *path, int flags) {
    if (file < 0 || file >= MOST_FILES || !inside(path)) return;
    watched[file] = 1;
    put('o', file, flags & (O_CREAT | O_TRUNC | O_APPEND), path, strlen(path));
}

#define OPEN(name)                                              \
    int name(const char *path, int flags, ...) {                \
        mode_t mode = 0;                                        \
        if (flags & O_CREAT) {                                  \
            va_list rest;                                       \
            va_start(rest, flags);                              \
            mode = va_arg(rest, mode_t);                        \
            va_end(rest);                                       \
        }                                                       \
        int file = REAL(name)(path, flags, mode);               \
        opened(file, path, flags);                              \
        return file;                                            \
    }
OPEN(open)
OPEN(open64)

#define OPENAT(name)                                            \
    int name(int at, const char *path, int flags, ...) {        \
        mode_t mode = 0;                                        \
        if (flags & O_CREAT) {                                  \
            va_list rest;                                       \
            va_start(rest, flags);                              \
            mode = va_arg(rest, mode_t);                        \
            va_end(rest);                                       \
        }                                                       \
        int file = REAL(name)(at, path, flags, mode);           \
        opened(file, path, flags);                              \
        return file;                                            \
    }
OPENAT(openat)
OPENAT(openat64)

#define PWRITE(name, offset_type)                                                   \
    ssize_t name(int file, const void *data, size_t length, offset_type offset) {   \
        ssize_t done = REAL(name)(file, data, length, offset);                      \
        if (done > 0 && is_watched(file)) put('w', file, offset, data, done);       \
        return done;                                                                \
    }
PWRITE(pwrite, off_t)
PWRITE(pwrite64, off64_t)

ssize_t write(int file, const void *data, size_t length) {
    int seen = is_watched(file);
    off64_t offset = seen ? lseek64(file, 0, SEEK_CUR) : 0;
    ssize_t done = REAL(write)(file, data, length);
    if (done > 0 && seen) {
        off64_t after = lseek64(file, 0, SEEK_CUR);
        put('w', file, after >= done ? after - done : offset, data, done);
    }
    return done;
}

#define TRUNCATE(name, size_type)                                       \
    int name(int file, size_type size) {                                \
        int done = REAL(name)(file, size);                              \
        if (done == 0 && is_watched(file)) put('t', file, size, 0, 0);  \
        return done;                                                    \
    }
TRUNCATE(ftruncate, off_t)
TRUNCATE(ftruncate64, off64_t)

#define SYNC(name)                                                      \
    int name(int file) {                                                \
        int done = REAL(name)(file);                                    \
        if (done == 0 && is_watched(file)) put('s', file, 0, 0, 0);     \
        return done;                                                    \
    }
SYNC(fsync)
SYNC(fdatasync)

int close(int file) {
    if (is_watched(file)) {
        watched[file] = 0;
        put('c', file, 0, 0, 0);
    }
    return REAL(close)(file);
}

int unlink(const char *path) {
    int done = REAL(unlink)(path);
    if (done == 0 && inside(path)) put('u', -1, 0, path, strlen(path));
    return done;
}

int rename(const char *from, const char *to) {
    int done = REAL(rename)(from, to);
    if (done == 0 && inside(from)) {
        put('r', -1, 0, from, strlen(from));
        put('R', -1, 0, to, strlen(to));
    }
    return done;
}
