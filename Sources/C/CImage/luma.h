// Brightness of a colour: ITU-R BT.601, in the sixteen-bit fractions that JPEG decoders use, so
// that a colour gives one grey whatever kind of file it came in.
#ifndef CIMAGE_LUMA_H
#define CIMAGE_LUMA_H

#include <stdint.h>

static inline uint8_t luma(uint32_t red, uint32_t green, uint32_t blue) {
    return (uint8_t)((19595u * red + 38470u * green + 7471u * blue + 32768u) >> 16);
}

#endif
