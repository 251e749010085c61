// The files of pages, compiled in, so that a program that was moved still has them.

#ifndef SLUICE_CREPORTS_H
#define SLUICE_CREPORTS_H

#include <stddef.h>

typedef struct {
    const unsigned char *_Nonnull bytes;
    size_t count;
} sluice_page_file;

typedef struct {
    /// What all pages have in common; page_html has a comment in place of each of the others.
    sluice_page_file page_html, page_css, page_js;
    /// Sections that pages of networks have in common.
    sluice_page_file sections_js;
    /// A page's own sections, and what draws them.
    sluice_page_file report_html, report_js;
    sluice_page_file forecast_html, forecast_js;
    sluice_page_file outlier_html, outlier_js;
} sluice_page_files;

sluice_page_files sluice_pages(void);

#endif
