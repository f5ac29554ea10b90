#include "CImage.h"

#include <png.h>
#include <stdlib.h>
#include <string.h>

int cimage_read_png(const uint8_t *bytes, size_t count, uint64_t most_pixels, struct cimage *out) {
    memset(out, 0, sizeof *out);
    png_image image;
    memset(&image, 0, sizeof image);
    image.version = PNG_IMAGE_VERSION;
    if (!png_image_begin_read_from_memory(&image, bytes, count)) {
        strncpy(out->message, image.message, sizeof out->message - 1);
        return CIMAGE_CORRUPT;
    }
    out->width = image.width;
    out->height = image.height;
    if (image.width == 0 || image.height == 0
        || (uint64_t)image.width * image.height > most_pixels) {
        png_image_free(&image);
        return CIMAGE_TOO_LARGE;
    }
    image.format = PNG_FORMAT_GRAY;
    out->pixels = malloc((size_t)image.width * image.height);
    if (!out->pixels) {
        png_image_free(&image);
        return CIMAGE_NO_MEMORY;
    }
    // Transparent paper is white paper.
    png_color white = {255, 255, 255};
    if (!png_image_finish_read(&image, &white, out->pixels, 0, NULL)) {
        strncpy(out->message, image.message, sizeof out->message - 1);
        cimage_free(out);
        return CIMAGE_CORRUPT;
    }
    return CIMAGE_OK;
}

void cimage_free(struct cimage *image) {
    free(image->pixels);
    image->pixels = NULL;
}
