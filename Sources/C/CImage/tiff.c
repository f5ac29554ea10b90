#include "CImage.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <tiffio.h>

struct source {
    const uint8_t *bytes;
    uint64_t count;
    uint64_t at;
    struct cimage *out;
    int failed;
};

static int note(TIFF *file, void *user, const char *module, const char *text, va_list list) {
    (void)file;
    (void)module;
    struct source *source = user;
    vsnprintf(source->out->message, sizeof source->out->message, text, list);
    source->failed = 1;
    return 1;
}

// Unknown tags warn and do no harm; damaged data also warns, and then the picture is not what was
// scanned. The two are told apart by whether pixels are being read.
static int warn(TIFF *file, void *user, const char *module, const char *text, va_list list) {
    struct source *source = user;
    if (source->out->pixels) return note(file, user, module, text, list);
    return 1;
}

static tmsize_t read_bytes(thandle_t handle, void *buffer, tmsize_t size) {
    struct source *source = handle;
    if (size < 0 || source->at >= source->count) return 0;
    uint64_t left = source->count - source->at;
    uint64_t take = (uint64_t)size < left ? (uint64_t)size : left;
    memcpy(buffer, source->bytes + source->at, take);
    source->at += take;
    return (tmsize_t)take;
}

static tmsize_t write_bytes(thandle_t handle, void *buffer, tmsize_t size) {
    (void)handle;
    (void)buffer;
    (void)size;
    return 0;
}

static toff_t seek(thandle_t handle, toff_t offset, int whence) {
    struct source *source = handle;
    if (whence == SEEK_SET) source->at = offset;
    if (whence == SEEK_CUR) source->at += offset;
    if (whence == SEEK_END) source->at = source->count + offset;
    return source->at;
}

static int finish(thandle_t handle) {
    (void)handle;
    return 0;
}

static toff_t size_of(thandle_t handle) { return ((struct source *)handle)->count; }

static int one_bit_rows(TIFF *file, struct cimage *out, int white_is_zero, uint8_t *line) {
    for (uint32_t y = 0; y < out->height; y++) {
        if (TIFFReadScanline(file, line, y, 0) < 0) return 0;
        uint8_t *row = out->pixels + (size_t)y * out->width;
        for (uint32_t x = 0; x < out->width; x++) {
            int bit = line[x >> 3] >> (7 - (x & 7)) & 1;
            row[x] = bit != white_is_zero ? 255 : 0;
        }
    }
    return 1;
}

static int byte_rows(TIFF *file, struct cimage *out, int white_is_zero, uint8_t *line) {
    for (uint32_t y = 0; y < out->height; y++) {
        if (TIFFReadScanline(file, line, y, 0) < 0) return 0;
        uint8_t *row = out->pixels + (size_t)y * out->width;
        for (uint32_t x = 0; x < out->width; x++) {
            row[x] = white_is_zero ? (uint8_t)(255 - line[x]) : line[x];
        }
    }
    return 1;
}

static int colour_rows(TIFF *file, struct cimage *out, uint8_t *line) {
    for (uint32_t y = 0; y < out->height; y++) {
        if (TIFFReadScanline(file, line, y, 0) < 0) return 0;
        uint8_t *row = out->pixels + (size_t)y * out->width;
        for (uint32_t x = 0; x < out->width; x++) {
            const uint8_t *p = line + 3 * (size_t)x;
            // ITU-R BT.601 luma, the grey that JPEG uses.
            row[x] = (uint8_t)((299u * p[0] + 587u * p[1] + 114u * p[2] + 500u) / 1000u);
        }
    }
    return 1;
}

static int read_rows(TIFF *file, struct source *source, struct cimage *out) {
    uint16_t bits = 1, samples = 1, photometric = 0, planar = PLANARCONFIG_CONTIG;
    TIFFGetFieldDefaulted(file, TIFFTAG_BITSPERSAMPLE, &bits);
    TIFFGetFieldDefaulted(file, TIFFTAG_SAMPLESPERPIXEL, &samples);
    TIFFGetFieldDefaulted(file, TIFFTAG_PLANARCONFIG, &planar);
    if (!TIFFGetField(file, TIFFTAG_PHOTOMETRIC, &photometric)) return CIMAGE_UNSUPPORTED;
    int grey = photometric == PHOTOMETRIC_MINISWHITE || photometric == PHOTOMETRIC_MINISBLACK;
    int colour = photometric == PHOTOMETRIC_RGB && samples == 3 && bits == 8
        && planar == PLANARCONFIG_CONTIG;
    if (TIFFIsTiled(file) || !(colour || (grey && samples == 1 && (bits == 1 || bits == 8)))) {
        return CIMAGE_UNSUPPORTED;
    }
    tmsize_t length = TIFFScanlineSize(file);
    uint64_t needed = ((uint64_t)out->width * bits * samples + 7) / 8;
    if (length <= 0 || (uint64_t)length < needed) return CIMAGE_CORRUPT;
    uint8_t *line = malloc((size_t)length);
    out->pixels = malloc((size_t)out->width * out->height);
    if (!line || !out->pixels) {
        free(line);
        return CIMAGE_NO_MEMORY;
    }
    int white_is_zero = photometric == PHOTOMETRIC_MINISWHITE;
    int whole = colour ? colour_rows(file, out, line)
        : bits == 1    ? one_bit_rows(file, out, white_is_zero, line)
                       : byte_rows(file, out, white_is_zero, line);
    free(line);
    return whole && !source->failed ? CIMAGE_OK : CIMAGE_CORRUPT;
}

int cimage_read_tiff(const uint8_t *bytes, size_t count, uint64_t most_pixels, struct cimage *out) {
    memset(out, 0, sizeof *out);
    struct source source = {bytes, count, 0, out, 0};
    TIFFOpenOptions *options = TIFFOpenOptionsAlloc();
    if (!options) return CIMAGE_NO_MEMORY;
    // A hostile header may ask for any amount of memory in one piece.
    TIFFOpenOptionsSetMaxSingleMemAlloc(options, 1 << 28);
    TIFFOpenOptionsSetErrorHandlerExtR(options, note, &source);
    TIFFOpenOptionsSetWarningHandlerExtR(options, warn, &source);
    TIFF *file = TIFFClientOpenExt(
        "page", "rm", &source, read_bytes, write_bytes, seek, finish, size_of, NULL, NULL, options);
    TIFFOpenOptionsFree(options);
    if (!file) return CIMAGE_CORRUPT;
    int status = CIMAGE_CORRUPT;
    if (TIFFGetField(file, TIFFTAG_IMAGEWIDTH, &out->width)
        && TIFFGetField(file, TIFFTAG_IMAGELENGTH, &out->height)) {
        if (out->width == 0 || out->height == 0
            || (uint64_t)out->width * out->height > most_pixels) {
            status = CIMAGE_TOO_LARGE;
        } else {
            status = read_rows(file, &source, out);
        }
    }
    if (status == CIMAGE_OK && !TIFFLastDirectory(file)) status = CIMAGE_SEVERAL_PAGES;
    TIFFClose(file);
    if (status != CIMAGE_OK) cimage_free(out);
    return status;
}
