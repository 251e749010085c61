// sigaction, MAP_ANONYMOUS
#define _GNU_SOURCE
#define _DARWIN_C_SOURCE

#include "CMappedFiles.h"

#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

// Ranges are never freed, since the handler may be walking over them, but used again: `start` is 0 in a free one.
struct sluice_mapped_range {
    _Atomic(uintptr_t) start;
    _Atomic(uintptr_t) end;
    atomic_bool is_poisoned;
    atomic_bool is_taken;
    sluice_mapped_range *next;
};

static _Atomic(sluice_mapped_range *) first_range;
static struct sigaction previous;
static uintptr_t page_size;
static atomic_bool is_installed;
static pthread_once_t once = PTHREAD_ONCE_INIT;

// Sent by a process, not by a read that failed: the address means nothing, and no instruction is run again.
static bool is_sent(const siginfo_t *information) {
    return information->si_code <= 0 || information->si_code == SI_USER;
}

static void pass_on(int number, siginfo_t *information, void *context) {
    if (previous.sa_flags & SA_SIGINFO) {
        previous.sa_sigaction(number, information, context);
    } else if (previous.sa_handler == SIG_DFL || previous.sa_handler == SIG_IGN) {
        if (is_sent(information) && previous.sa_handler == SIG_IGN) { return; }
        // The instruction is run again, and this time ends the process as it would have without us.
        struct sigaction plain = {.sa_handler = SIG_DFL};
        sigaction(number, &plain, NULL);
        if (is_sent(information)) { raise(number); }
    } else {
        previous.sa_handler(number);
    }
}

// Only what a signal handler may do: atomic loads and stores, and a system call.
static void handle(int number, siginfo_t *information, void *context) {
    int saved = errno;
    uintptr_t address = (uintptr_t)information->si_addr;
    sluice_mapped_range *range = is_sent(information) ? NULL : atomic_load(&first_range);
    for (; range; range = range->next) {
        uintptr_t start = atomic_load(&range->start);
        uintptr_t end = atomic_load(&range->end);
        // The range was removed meanwhile, and its place perhaps taken by another: then it is not the one that failed,
        // since that is in use.
        if (atomic_load(&range->start) != start) { continue; }
        if (start == 0 || address < start || address >= end) { continue; }
        uintptr_t page = address & ~(page_size - 1);
        atomic_store(&range->is_poisoned, true);
        void *zeros = mmap((void *)page, end - page, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, -1, 0);
        errno = saved;
        if (zeros != MAP_FAILED) { return; }
        break;
    }
    errno = saved;
    pass_on(number, information, context);
}

static void install(void) {
    page_size = (uintptr_t)sysconf(_SC_PAGESIZE);
    struct sigaction action = {.sa_sigaction = handle, .sa_flags = SA_SIGINFO | SA_ONSTACK};
    sigemptyset(&action.sa_mask);
    if (sigaction(SIGBUS, &action, &previous) == 0) { atomic_store(&is_installed, true); }
}

sluice_mapped_range *sluice_mapped_range_add(const void *start, size_t count) {
    if (pthread_once(&once, install) != 0 || !atomic_load(&is_installed)) { return NULL; }
    sluice_mapped_range *range = atomic_load(&first_range);
    for (; range; range = range->next) {
        bool is_taken = false;
        if (atomic_compare_exchange_strong(&range->is_taken, &is_taken, true)) { break; }
    }
    if (!range) {
        range = calloc(1, sizeof *range);
        if (!range) { return NULL; }
        atomic_store(&range->is_taken, true);
        range->next = atomic_load(&first_range);
        while (!atomic_compare_exchange_weak(&first_range, &range->next, range)) {}
    }
    atomic_store(&range->is_poisoned, false);
    // The handler believes an end only if the start is the same before and after it.
    atomic_store(&range->end, (uintptr_t)start + count);
    atomic_store(&range->start, (uintptr_t)start);
    return range;
}

void sluice_mapped_range_remove(sluice_mapped_range *range) {
    atomic_store(&range->start, 0);
    atomic_store(&range->end, 0);
    atomic_store(&range->is_taken, false);
}

bool sluice_mapped_range_is_poisoned(const sluice_mapped_range *range) {
    return atomic_load(&((sluice_mapped_range *)range)->is_poisoned);
}
