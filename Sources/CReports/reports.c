#include "CReports.h"

static const unsigned char page_html[] = {
#embed "page.html"
};

static const unsigned char page_css[] = {
#embed "page.css"
};

static const unsigned char page_js[] = {
#embed "page.js"
};

static const unsigned char sections_js[] = {
#embed "sections.js"
};

static const unsigned char report_html[] = {
#embed "report.html"
};

static const unsigned char report_js[] = {
#embed "report.js"
};

static const unsigned char forecast_html[] = {
#embed "forecast.html"
};

static const unsigned char forecast_js[] = {
#embed "forecast.js"
};

static const unsigned char outlier_html[] = {
#embed "outlier.html"
};

static const unsigned char outlier_js[] = {
#embed "outlier.js"
};

#define FILE_OF(name) {name, sizeof name}

sluice_page_files sluice_pages(void) {
    return (sluice_page_files){
        .page_html = FILE_OF(page_html),
        .page_css = FILE_OF(page_css),
        .page_js = FILE_OF(page_js),
        .sections_js = FILE_OF(sections_js),
        .report_html = FILE_OF(report_html),
        .report_js = FILE_OF(report_js),
        .forecast_html = FILE_OF(forecast_html),
        .forecast_js = FILE_OF(forecast_js),
        .outlier_html = FILE_OF(outlier_html),
        .outlier_js = FILE_OF(outlier_js),
    };
}
