#include "CImage.h"
#include "luma.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <tiffio.h>

struct source {
    const uint8_t *bytes;
    uint64_t count;
    uint64_t at;
    struct cimage_words *words;
    int pixels_begun;
    int failed;
};

static int note(TIFF *file, void *user, const char *module, const char *text, va_list list) {
    (void)file;
    (void)module;
    struct source *source = user;
    // The first complaint is the cause, later ones follow from it.
    if (!source->failed) vsnprintf(source->words->text, sizeof source->words->text, text, list);
    source->failed = 1;
    return 1;
}

// Unknown tags warn and do no harm; damaged data also warns, and then the picture is not what was
// scanned. The two are told apart by whether pixels are being read.
static int warn(TIFF *file, void *user, const char *module, const char *text, va_list list) {
    struct source *source = user;
    if (source->pixels_begun) return note(file, user, module, text, list);
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

static TIFF *open_at(struct source *source, uint64_t directory) {
    TIFFOpenOptions *options = TIFFOpenOptionsAlloc();
    if (!options) return NULL;
    // A hostile directory may ask for any amount of memory in one piece.
    TIFFOpenOptionsSetMaxSingleMemAlloc(options, 1 << 28);
    TIFFOpenOptionsSetErrorHandlerExtR(options, note, source);
    TIFFOpenOptionsSetWarningHandlerExtR(options, warn, source);
    // h: only the header; the directory wanted is read by its place.
    TIFF *file = TIFFClientOpenExt(
        "page", "rhm", source, read_bytes, write_bytes, seek, finish, size_of, NULL, NULL, options);
    TIFFOpenOptionsFree(options);
    if (file && !TIFFSetSubDirectory(file, directory)) {
        TIFFClose(file);
        file = NULL;
    }
    return file;
}

int cimage_describe_tiff(
    const uint8_t *bytes, size_t count, uint64_t directory, struct cimage_tiff *out,
    struct cimage_words *words) {
    memset(out, 0, sizeof *out);
    memset(words, 0, sizeof *words);
    struct source source = {bytes, count, 0, words, 0, 0};
    TIFF *file = open_at(&source, directory);
    if (!file) return CIMAGE_CORRUPT;
    int whole = TIFFGetField(file, TIFFTAG_IMAGEWIDTH, &out->width)
        && TIFFGetField(file, TIFFTAG_IMAGELENGTH, &out->height)
        && TIFFGetField(file, TIFFTAG_PHOTOMETRIC, &out->photometric);
    TIFFGetFieldDefaulted(file, TIFFTAG_BITSPERSAMPLE, &out->bits);
    TIFFGetFieldDefaulted(file, TIFFTAG_SAMPLESPERPIXEL, &out->samples);
    TIFFGetFieldDefaulted(file, TIFFTAG_PLANARCONFIG, &out->planar);
    TIFFGetFieldDefaulted(file, TIFFTAG_SAMPLEFORMAT, &out->sample_format);
    TIFFGetFieldDefaulted(file, TIFFTAG_COMPRESSION, &out->compression);
    TIFFGetFieldDefaulted(file, TIFFTAG_ORIENTATION, &out->orientation);
    TIFFGetFieldDefaulted(file, TIFFTAG_RESOLUTIONUNIT, &out->resolution_unit);
    TIFFGetField(file, TIFFTAG_XRESOLUTION, &out->resolution_x);
    TIFFGetField(file, TIFFTAG_YRESOLUTION, &out->resolution_y);
    if (TIFFIsTiled(file)) {
        whole = whole && TIFFGetField(file, TIFFTAG_TILEWIDTH, &out->tile_width)
            && TIFFGetField(file, TIFFTAG_TILELENGTH, &out->tile_height);
    }
    TIFFClose(file);
    return whole && !source.failed ? CIMAGE_OK : CIMAGE_CORRUPT;
}

// How samples become grey.
struct painter {
    int bits;
    int samples;
    int white_is_zero;
    uint8_t eight[256][8]; // the grey of the eight pixels in a byte of 1-bit pixels
};

static void prepare(struct painter *painter, const struct cimage_tiff *told) {
    painter->bits = told->bits;
    painter->samples = told->samples;
    painter->white_is_zero = told->photometric == PHOTOMETRIC_MINISWHITE;
    for (int byte = 0; byte < 256; byte++) {
        for (int i = 0; i < 8; i++) {
            painter->eight[byte][i] = (byte >> (7 - i) & 1) != painter->white_is_zero ? 255 : 0;
        }
    }
}

static void put_row(
    const struct painter *painter, const uint8_t *from, uint8_t *to, uint32_t width) {
    if (painter->samples == 3) {
        for (uint32_t x = 0; x < width; x++, from += 3) to[x] = luma(from[0], from[1], from[2]);
    } else if (painter->bits == 1) {
        uint32_t whole = width / 8;
        for (uint32_t i = 0; i < whole; i++) memcpy(to + 8 * (size_t)i, painter->eight[from[i]], 8);
        if (width % 8) memcpy(to + 8 * (size_t)whole, painter->eight[from[whole]], width % 8);
    } else if (painter->white_is_zero) {
        for (uint32_t x = 0; x < width; x++) to[x] = (uint8_t)(255 - from[x]);
    } else {
        memcpy(to, from, width);
    }
}

static int read_strips(
    TIFF *file, const struct painter *painter, const struct cimage_tiff *told, uint8_t *scratch,
    uint8_t *pixels) {
    for (uint32_t y = 0; y < told->height; y++) {
        if (TIFFReadScanline(file, scratch, y, 0) < 0) return 0;
        put_row(painter, scratch, pixels + (size_t)y * told->width, told->width);
    }
    return 1;
}

static int read_tiles(
    TIFF *file, const struct painter *painter, const struct cimage_tiff *told, uint8_t *scratch,
    uint8_t *pixels) {
    size_t stride = ((size_t)told->tile_width * painter->bits * painter->samples + 7) / 8;
    for (uint32_t top = 0; top < told->height; top += told->tile_height) {
        uint32_t rows = told->height - top < told->tile_height ? told->height - top : told->tile_height;
        for (uint32_t left = 0; left < told->width; left += told->tile_width) {
            if (TIFFReadTile(file, scratch, left, top, 0, 0) < 0) return 0;
            uint32_t right = told->width - left;
            uint32_t width = right < told->tile_width ? right : told->tile_width;
            for (uint32_t y = 0; y < rows; y++) {
                put_row(
                    painter, scratch + y * stride,
                    pixels + ((size_t)top + y) * told->width + left, width);
            }
        }
    }
    return 1;
}

static int read_open(
    TIFF *file, struct source *source, const struct cimage_tiff *told, uint8_t *pixels) {
    uint64_t bits = (uint64_t)told->bits * told->samples;
    uint64_t needed = told->tile_width
        ? ((told->tile_width * bits + 7) / 8) * told->tile_height
        : (told->width * bits + 7) / 8;
    uint64_t scratch_bytes = told->tile_width ? TIFFTileSize64(file) : TIFFScanlineSize64(file);
    if (source->failed || scratch_bytes < needed || scratch_bytes > 2 * needed + 64) {
        return CIMAGE_CORRUPT;
    }
    struct painter *painter = malloc(sizeof *painter);
    uint8_t *scratch = calloc(1, (size_t)scratch_bytes);
    int status = CIMAGE_NO_MEMORY;
    if (painter && scratch) {
        prepare(painter, told);
        source->pixels_begun = 1;
        int whole = told->tile_width ? read_tiles(file, painter, told, scratch, pixels)
                                     : read_strips(file, painter, told, scratch, pixels);
        status = whole && !source->failed ? CIMAGE_OK : CIMAGE_CORRUPT;
    }
    free(painter);
    free(scratch);
    return status;
}

int cimage_read_tiff(
    const uint8_t *bytes, size_t count, uint64_t directory, const struct cimage_tiff *told,
    uint8_t *pixels, struct cimage_words *words) {
    memset(words, 0, sizeof *words);
    int grey = told->photometric == PHOTOMETRIC_MINISWHITE
        || told->photometric == PHOTOMETRIC_MINISBLACK;
    int ycc = told->photometric == PHOTOMETRIC_YCBCR && told->compression == COMPRESSION_JPEG;
    int colour = (told->photometric == PHOTOMETRIC_RGB || ycc) && told->samples == 3
        && told->bits == 8 && told->planar == PLANARCONFIG_CONTIG;
    int fits = colour || (grey && told->samples == 1 && (told->bits == 1 || told->bits == 8));
    if (!fits || told->width == 0 || told->height == 0) return CIMAGE_UNSUPPORTED;
    if (!told->tile_width != !told->tile_height) return CIMAGE_CORRUPT;
    struct source source = {bytes, count, 0, words, 0, 0};
    TIFF *file = open_at(&source, directory);
    if (!file) return CIMAGE_CORRUPT;
    // The library turns the colours of JPEG into red, green and blue, and sizes rows to match.
    if (ycc) TIFFSetField(file, TIFFTAG_JPEGCOLORMODE, JPEGCOLORMODE_RGB);
    int status = read_open(file, &source, told, pixels);
    TIFFClose(file);
    return status;
}
