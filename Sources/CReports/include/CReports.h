// The files of the report's page, compiled in, so that a program that was moved still has them.

#ifndef SLUICE_CREPORTS_H
#define SLUICE_CREPORTS_H

#include <stddef.h>

typedef struct {
    const unsigned char *_Nonnull bytes;
    size_t count;
} sluice_report_file;

/// The page, with a comment in place of each of the others.
sluice_report_file sluice_report_html(void);
sluice_report_file sluice_report_css(void);
sluice_report_file sluice_report_js(void);

#endif
