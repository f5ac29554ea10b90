// Reading one QR code from a grey picture. A shim: the library is C++ and may throw.
#ifndef CZXING_H
#define CZXING_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

// Writes the text of the first QR code found and how far the code is turned, in degrees
// clockwise. Returns the text's length in bytes, 0 when there is no code that can be read or its
// text is longer than `capacity`.
size_t czxing_read_qr(
    const uint8_t *pixels, int width, int height, char *text, size_t capacity, int *degrees);

#ifdef __cplusplus
}
#endif

#endif
