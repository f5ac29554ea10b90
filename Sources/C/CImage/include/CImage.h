// Decoding of PNG and TIFF from memory to 8-bit grey. A shim: both libraries report errors by
// longjmp or variadic callbacks, which Swift cannot receive.
#ifndef CIMAGE_H
#define CIMAGE_H

#include <stddef.h>
#include <stdint.h>

enum cimage_status {
    CIMAGE_OK = 0,
    CIMAGE_CORRUPT = 1,
    CIMAGE_TOO_LARGE = 2,
    CIMAGE_UNSUPPORTED = 3,
    CIMAGE_SEVERAL_PAGES = 4,
    CIMAGE_NO_MEMORY = 5
};

struct cimage {
    uint8_t *pixels; // width * height bytes, 0 black, 255 white; free with cimage_free
    uint32_t width;
    uint32_t height;
    char message[200]; // the library's own words when the status is not CIMAGE_OK
};

int cimage_read_png(const uint8_t *bytes, size_t count, uint64_t most_pixels, struct cimage *out);
int cimage_read_tiff(const uint8_t *bytes, size_t count, uint64_t most_pixels, struct cimage *out);
void cimage_free(struct cimage *image);

#endif
