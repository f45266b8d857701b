/*
 * Preloaded under the server: numbers its writes below a folder over all threads, and strikes one of them.
 *   FAULT_UNDER  the folder
 *   FAULT_LOG    a file that takes a line for each: its number, the call, the file's name
 *   FAULT_CALLS  which calls are numbered, such as "fsync fdatasync"; left out: all of them
 *   FAULT_FILE   a part of the file's name; left out: every file
 *   FAULT_AT     the number that is struck; 0 for none
 *   FAULT        what becomes of it: kill (before the call), torn (killed after half of the write), EIO
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

enum fate { PASS, TORN, ERROR };

static long counted;

static void note(long number, const char *call, const char *name) {
  static int file;
  char line[PATH_MAX + 64];
  if (!file) file = open(getenv("FAULT_LOG"), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  int length = snprintf(line, sizeof line, "%ld %s %s\n", number, call, name);
  syscall(SYS_write, file, line, length);
}

static void die(void) {
  kill(getpid(), SIGKILL);
  for (;;) pause();
}

static int lists(const char *words, const char *word) {
  size_t length = strlen(word);
  for (const char *at = words; (at = strstr(at, word)); at += length)
    if ((at == words || at[-1] == ' ') && (at[length] == 0 || at[length] == ' ')) return 1;
  return 0;
}

static enum fate meet(const char *call, const char *path) {
  const char *under = getenv("FAULT_UNDER"), *calls = getenv("FAULT_CALLS"), *file = getenv("FAULT_FILE");
  size_t length = under ? strlen(under) : 0;
  if (!length || strncmp(path, under, length) != 0 || path[length] != '/') return PASS;
  if ((calls && !lists(calls, call)) || (file && !strstr(path + length, file))) return PASS;
  long number = __atomic_add_fetch(&counted, 1, __ATOMIC_SEQ_CST);
  note(number, call, path + length + 1);
  if (number != atol(getenv("FAULT_AT"))) return PASS;
  const char *fault = getenv("FAULT");
  if (strcmp(fault, "kill") == 0) die();
  if (strcmp(fault, "torn") == 0) return TORN;
  errno = EIO;
  return ERROR;
}

static enum fate meet_fd(const char *call, int fd) {
  char link[32], path[PATH_MAX];
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(link, path, sizeof path - 1);
  if (length <= 0) return PASS;
  path[length] = 0;
  return meet(call, path);
}

#define NEXT(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))
#define STRUCK(fate, half) \
  if (fate == ERROR) return -1; \
  if (fate == TORN) { half; die(); }

#define POSITIONED(name, offset) \
  ssize_t name(int fd, const void *bytes, size_t count, offset at) { \
    enum fate fate = meet_fd("pwrite", fd); \
    STRUCK(fate, syscall(SYS_pwrite64, fd, bytes, count / 2, at)) \
    return NEXT(name)(fd, bytes, count, at); \
  }
POSITIONED(pwrite, off_t)
POSITIONED(pwrite64, off64_t)

ssize_t write(int fd, const void *bytes, size_t count) {
  enum fate fate = meet_fd("write", fd);
  STRUCK(fate, syscall(SYS_write, fd, bytes, count / 2))
  return NEXT(write)(fd, bytes, count);
}

#define WITH_FD(name, call, parameters, arguments) \
  int name parameters { \
    enum fate fate = meet_fd(call, fd); \
    STRUCK(fate, (void)0) \
    return NEXT(name) arguments; \
  }
WITH_FD(fsync, "fsync", (int fd), (fd))
WITH_FD(fdatasync, "fsync", (int fd), (fd))
WITH_FD(ftruncate, "ftruncate", (int fd, off_t length), (fd, length))
WITH_FD(ftruncate64, "ftruncate", (int fd, off64_t length), (fd, length))

int unlink(const char *path) {
  enum fate fate = meet("unlink", path);
  STRUCK(fate, (void)0)
  return NEXT(unlink)(path);
}

int rename(const char *from, const char *to) {
  enum fate fate = meet("rename", to);
  STRUCK(fate, (void)0)
  return NEXT(rename)(from, to);
}
