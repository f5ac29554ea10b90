// Decoding of PNG and TIFF from memory to 8-bit grey, into memory of the caller. A shim: both
// libraries report errors by longjmp or variadic callbacks, which Swift cannot receive. It decides
// nothing: what is accepted, and how large, is said by the caller.
#ifndef CIMAGE_H
#define CIMAGE_H

#include <stddef.h>
#include <stdint.h>

enum cimage_status {
    CIMAGE_OK = 0,
    CIMAGE_CORRUPT = 1,
    CIMAGE_UNSUPPORTED = 2,
    CIMAGE_NO_MEMORY = 3
};

// The library's own words when the status is not CIMAGE_OK.
struct cimage_words {
    char text[160];
};

// `pixels` takes width * height bytes, 0 black, 255 white; width and height must be those of the
// file. A picture whose rows come interlaced is gathered first; `most_scratch` bounds the bytes
// for that.
int cimage_read_png(
    const uint8_t *bytes, size_t count, uint32_t width, uint32_t height, uint64_t most_scratch,
    uint8_t *pixels, struct cimage_words *words);

// What a directory of a TIFF file says of its picture; numbers as the tags have them.
struct cimage_tiff {
    uint32_t width;
    uint32_t height;
    uint32_t tile_width;  // 0 when the picture is in strips
    uint32_t tile_height; // 0 when the picture is in strips
    uint16_t bits;
    uint16_t samples;
    uint16_t photometric;
    uint16_t compression;
    uint16_t planar;
    uint16_t sample_format;
    uint16_t orientation;
    uint16_t resolution_unit; // 2 inch, 3 centimetre
    float resolution_x;       // 0 when not said
    float resolution_y;
};

int cimage_describe_tiff(
    const uint8_t *bytes, size_t count, uint64_t directory, struct cimage_tiff *out,
    struct cimage_words *words);

// 1-bit and 8-bit grey, 8-bit RGB with the samples side by side, and YCbCr in JPEG; strips or
// tiles. `pixels` takes out->width * out->height bytes of what cimage_describe_tiff told.
int cimage_read_tiff(
    const uint8_t *bytes, size_t count, uint64_t directory, const struct cimage_tiff *told,
    uint8_t *pixels, struct cimage_words *words);

#endif
