// Reading QR and PDF417 codes from a grey picture. A shim: the library is C++ and may throw.
#ifndef CZXING_H
#define CZXING_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

enum czxing_kind { CZXING_QR = 1, CZXING_PDF417 = 2 };

struct czxing_code {
    int kind;        // one of czxing_kind
    int degrees;     // how far the code is turned clockwise
    int corners[8];  // x and y of the code's own top left, top right, bottom right, bottom left
    size_t length;   // bytes of text, at most those there is room for
    char text[4096];
};

// Looks for codes of the kinds (bits of czxing_kind) in a picture whose rows lie `stride` bytes
// apart. A quick search, or one that takes its time. Returns how many were found, at most `most`;
// 0 when there is none that can be read.
size_t czxing_read(
    const uint8_t *pixels, int width, int height, int stride, int kinds, int thorough,
    struct czxing_code *found, size_t most);

#ifdef __cplusplus
}
#endif

#endif
