#include "CImage.h"
#include "luma.h"

#include <png.h>
#include <setjmp.h>
#include <stdlib.h>
#include <string.h>

// Chunks beside the pixels (profiles, texts) that unpack to more are no part of a scan.
static const png_alloc_size_t most_chunk = 4u << 20;

struct reading {
    const uint8_t *bytes;
    size_t count;
    size_t at;
    struct cimage_words *words;
    int pixels_begun;
    uint32_t width;
    uint32_t height;
    uint64_t most_scratch;
    uint8_t *pixels;
    uint8_t *scratch;
    uint8_t **rows;
    uint8_t levels[256]; // grey of each palette entry
    int has_palette;
    int status;
};

static void fail(png_structp png, png_const_charp text) {
    struct reading *reading = png_get_error_ptr(png);
    strncpy(reading->words->text, text, sizeof reading->words->text - 1);
    png_longjmp(png, 1);
}

// A bad profile before the pixels does no harm; a warning among the pixels means that they are not
// what was scanned.
static void warn(png_structp png, png_const_charp text) {
    struct reading *reading = png_get_error_ptr(png);
    if (reading->pixels_begun) fail(png, text);
}

static void give(png_structp png, png_bytep into, size_t size) {
    struct reading *reading = png_get_io_ptr(png);
    if (size > reading->count - reading->at) png_error(png, "the file ends early");
    memcpy(into, reading->bytes + reading->at, size);
    reading->at += size;
}

// Paper shines through: what is transparent is white.
static uint32_t over_white(uint32_t value, uint32_t alpha) {
    return (value * alpha + 255u * (255u - alpha) + 127u) / 255u;
}

static void read_palette(png_structp png, png_infop info, struct reading *reading) {
    png_colorp palette = NULL;
    png_bytep alpha = NULL;
    int entries = 0, alphas = 0;
    if (!png_get_PLTE(png, info, &palette, &entries)) png_error(png, "the palette is missing");
    png_get_tRNS(png, info, &alpha, &alphas, NULL);
    for (int i = 0; i < entries && i < 256; i++) {
        uint32_t a = alpha && i < alphas ? alpha[i] : 255;
        reading->levels[i] = luma(
            over_white(palette[i].red, a), over_white(palette[i].green, a),
            over_white(palette[i].blue, a));
    }
    reading->has_palette = 1;
}

static void put_row(const struct reading *reading, const uint8_t *from, uint8_t *to, int channels) {
    uint32_t width = reading->width;
    switch (channels) {
    case 1:
        if (reading->has_palette) {
            for (uint32_t x = 0; x < width; x++) to[x] = reading->levels[from[x]];
        } else if (from != to) {
            memcpy(to, from, width);
        }
        break;
    case 2:
        for (uint32_t x = 0; x < width; x++) {
            to[x] = (uint8_t)over_white(from[2 * (size_t)x], from[2 * (size_t)x + 1]);
        }
        break;
    case 3:
        for (uint32_t x = 0; x < width; x++, from += 3) to[x] = luma(from[0], from[1], from[2]);
        break;
    default:
        for (uint32_t x = 0; x < width; x++, from += 4) {
            to[x] = luma(
                over_white(from[0], from[3]), over_white(from[1], from[3]),
                over_white(from[2], from[3]));
        }
    }
}

static void read_all(png_structp png, png_infop info, struct reading *reading) {
    png_read_info(png, info);
    if (png_get_image_width(png, info) != reading->width
        || png_get_image_height(png, info) != reading->height) {
        png_error(png, "the size is told twice");
    }
    if (png_get_bit_depth(png, info) == 16) png_error(png, "16 bits a sample");
    int colour = png_get_color_type(png, info);
    if (colour == PNG_COLOR_TYPE_PALETTE) {
        read_palette(png, info, reading);
        png_set_packing(png);
    } else {
        png_set_expand(png); // 1, 2 and 4 bits to 8, and one transparent colour to alpha
    }
    int passes = png_set_interlace_handling(png);
    png_read_update_info(png, info);
    // The palette is looked up here, so its transparency asks for no second channel.
    int channels = png_get_channels(png, info);
    size_t stride = png_get_rowbytes(png, info);
    if (channels < 1 || channels > 4 || stride != (size_t)reading->width * channels) {
        png_error(png, "rows of an odd length");
    }
    reading->pixels_begun = 1;
    int direct = channels == 1 && !reading->has_palette;
    uint64_t scratch = direct ? 0 : passes == 1 ? stride : (uint64_t)stride * reading->height;
    if (scratch > reading->most_scratch) {
        reading->status = CIMAGE_NO_MEMORY;
        png_longjmp(png, 1);
    }
    if (scratch && !(reading->scratch = malloc(scratch))) {
        reading->status = CIMAGE_NO_MEMORY;
        png_longjmp(png, 1);
    }
    for (int pass = 0; pass < passes; pass++) {
        for (uint32_t y = 0; y < reading->height; y++) {
            uint8_t *row = reading->pixels + (size_t)y * reading->width;
            uint8_t *line = direct ? row : passes == 1 ? reading->scratch : reading->scratch + y * stride;
            png_read_row(png, line, NULL);
            if (pass == passes - 1) put_row(reading, line, row, channels);
        }
    }
    png_read_end(png, NULL);
}

int cimage_read_png(
    const uint8_t *bytes, size_t count, uint32_t width, uint32_t height, uint64_t most_scratch,
    uint8_t *pixels, struct cimage_words *words) {
    memset(words, 0, sizeof *words);
    struct reading reading = {
        .bytes = bytes, .count = count, .words = words, .width = width, .height = height,
        .most_scratch = most_scratch, .pixels = pixels, .status = CIMAGE_CORRUPT};
    png_structp png = png_create_read_struct(PNG_LIBPNG_VER_STRING, &reading, fail, warn);
    png_infop info = png ? png_create_info_struct(png) : NULL;
    if (!info) {
        png_destroy_read_struct(&png, NULL, NULL);
        return CIMAGE_NO_MEMORY;
    }
    png_set_read_fn(png, &reading, give);
    png_set_user_limits(png, width, height);
    png_set_chunk_malloc_max(png, most_chunk);
    png_set_crc_action(png, PNG_CRC_ERROR_QUIT, PNG_CRC_ERROR_QUIT);
    // Nothing but the palette, its transparency and the pixels is looked at.
    png_set_keep_unknown_chunks(png, PNG_HANDLE_CHUNK_NEVER, NULL, -1);
    if (!setjmp(png_jmpbuf(png))) {
        read_all(png, info, &reading);
        reading.status = CIMAGE_OK;
    }
    png_destroy_read_struct(&png, &info, NULL);
    free(reading.scratch);
    return reading.status;
}
