/*
 * Preloaded under the server, it keeps the order of everything that is written below one folder: the tape from which the images
 * of a disk are made that lost its power. Built by the suite with the compiler of the machine.
 *
 * RECORD_BELOW: the folder; RECORD_TO: the tape. A record: op (1 byte), length of the path (2), offset (8), length of the bytes
 * (4), the path inside the folder, the bytes. Ops: w written, t cut or grown to the offset, s synced, u unlinked, r renamed to
 * the path in the bytes. Numbers are little-endian.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <unistd.h>

#define FILES 65536
#define NEXT(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

static char *paths[FILES];
static char *below;
static size_t below_length;
static int tape = -1;
static pthread_mutex_t order = PTHREAD_MUTEX_INITIALIZER;

__attribute__((constructor)) static void begin(void) {
  below = getenv("RECORD_BELOW");
  below_length = below ? strlen(below) : 0;
  if (below) tape = open(getenv("RECORD_TO"), O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600);
}

static const char *inside(const char *path) {
  return tape >= 0 && path && strncmp(path, below, below_length) == 0 && path[below_length] == '/' ? path + below_length + 1 : NULL;
}

static const char *path_of(int fd) { return fd >= 0 && fd < FILES ? paths[fd] : NULL; }

static void note(char op, const char *path, uint64_t offset, const void *bytes, uint32_t length) {
  uint16_t path_length = (uint16_t)strlen(path);
  size_t size = 15 + path_length + length;
  char *record = malloc(size);
  record[0] = op;
  memcpy(record + 1, &path_length, 2);
  memcpy(record + 3, &offset, 8);
  memcpy(record + 11, &length, 4);
  memcpy(record + 15, path, path_length);
  if (length) memcpy(record + 15 + path_length, bytes, length);
  if (syscall(SYS_write, tape, record, size) != (long)size) abort();
  free(record);
}

static int opened(int fd, const char *path, int flags) {
  const char *name = inside(path);
  if (fd < 0 || fd >= FILES) return fd;
  free(paths[fd]);
  paths[fd] = name ? strdup(name) : NULL;
  if (name && (flags & O_TRUNC)) note('t', name, 0, NULL, 0);
  return fd;
}

#define OPEN(name) \
  int name(const char *path, int flags, ...) { \
    va_list more; va_start(more, flags); int mode = va_arg(more, int); va_end(more); \
    pthread_mutex_lock(&order); int fd = opened(NEXT(name)(path, flags, mode), path, flags); pthread_mutex_unlock(&order); \
    return fd; \
  }
#define OPENAT(name) \
  int name(int folder, const char *path, int flags, ...) { \
    va_list more; va_start(more, flags); int mode = va_arg(more, int); va_end(more); \
    pthread_mutex_lock(&order); int fd = opened(NEXT(name)(folder, path, flags, mode), path, flags); pthread_mutex_unlock(&order); \
    return fd; \
  }
/* Done and noted as one: no other write comes between. */
#define NOTED(call, good, ...) \
  pthread_mutex_lock(&order); __typeof__(call) done = (call); if (good) note(__VA_ARGS__); pthread_mutex_unlock(&order); return done
#define PWRITE(name, offset_type) \
  ssize_t name(int fd, const void *bytes, size_t length, offset_type offset) { \
    const char *path = path_of(fd); \
    if (!path) return NEXT(name)(fd, bytes, length, offset); \
    NOTED(NEXT(name)(fd, bytes, length, offset), done > 0, 'w', path, (uint64_t)offset, bytes, (uint32_t)done); \
  }
#define TRUNCATE(name, length_type) \
  int name(int fd, length_type length) { \
    const char *path = path_of(fd); \
    if (!path) return NEXT(name)(fd, length); \
    NOTED(NEXT(name)(fd, length), done == 0, 't', path, (uint64_t)length, NULL, 0); \
  }
#define SYNC(name) \
  int name(int fd) { \
    const char *path = path_of(fd); \
    if (!path) return NEXT(name)(fd); \
    NOTED(NEXT(name)(fd), done == 0, 's', path, 0, NULL, 0); \
  }

OPEN(open)
OPEN(open64)
OPENAT(openat)
OPENAT(openat64)
PWRITE(pwrite, off_t)
PWRITE(pwrite64, off64_t)
TRUNCATE(ftruncate, off_t)
TRUNCATE(ftruncate64, off64_t)
SYNC(fsync)
SYNC(fdatasync)

ssize_t write(int fd, const void *bytes, size_t length) {
  const char *path = path_of(fd);
  /* libuv closes past us: what cannot seek is another thing by now, with the number of a file */
  if (!path || lseek(fd, 0, SEEK_CUR) < 0) return NEXT(write)(fd, bytes, length);
  NOTED(NEXT(write)(fd, bytes, length), done > 0, 'w', path, (uint64_t)(lseek(fd, 0, SEEK_CUR) - done), bytes, (uint32_t)done);
}

int unlink(const char *path) {
  const char *name = inside(path);
  if (!name) return NEXT(unlink)(path);
  NOTED(NEXT(unlink)(path), done == 0, 'u', name, 0, NULL, 0);
}

int rename(const char *from, const char *to) {
  const char *name = inside(from);
  if (!name) return NEXT(rename)(from, to);
  const char *other = inside(to);
  NOTED(NEXT(rename)(from, to), done == 0 && other, 'r', name, 0, other, (uint32_t)strlen(other));
}

int close(int fd) {
  if (path_of(fd)) {
    pthread_mutex_lock(&order);
    free(paths[fd]);
    paths[fd] = NULL;
    pthread_mutex_unlock(&order);
  }
  return NEXT(close)(fd);
}
