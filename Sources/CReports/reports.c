#include "CReports.h"

static const unsigned char html[] = {
#embed "report.html"
};

static const unsigned char css[] = {
#embed "report.css"
};

static const unsigned char js[] = {
#embed "report.js"
};

sluice_report_file sluice_report_html(void) { return (sluice_report_file){html, sizeof html}; }

sluice_report_file sluice_report_css(void) { return (sluice_report_file){css, sizeof css}; }

sluice_report_file sluice_report_js(void) { return (sluice_report_file){js, sizeof js}; }
