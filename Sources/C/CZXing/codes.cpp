#include "CZXing.h"

#include <ZXing/ReadBarcode.h>
#include <cstring>

static ZXing::BarcodeFormats formats(int kinds) {
    ZXing::BarcodeFormats wanted;
    if (kinds & CZXING_QR) wanted |= ZXing::BarcodeFormat::QRCode;
    if (kinds & CZXING_PDF417) wanted |= ZXing::BarcodeFormat::PDF417;
    return wanted;
}

static bool keep(const ZXing::Result &result, czxing_code &code) {
    const auto &bytes = result.bytes();
    if (!result.isValid() || bytes.empty() || bytes.size() > sizeof code.text) return false;
    std::memcpy(code.text, bytes.data(), bytes.size());
    code.length = bytes.size();
    code.kind = result.format() == ZXing::BarcodeFormat::PDF417 ? CZXING_PDF417 : CZXING_QR;
    code.degrees = result.orientation();
    for (int i = 0; i < 4; i++) {
        code.corners[2 * i] = result.position()[i].x;
        code.corners[2 * i + 1] = result.position()[i].y;
    }
    return true;
}

extern "C" size_t czxing_read(
    const uint8_t *pixels, int width, int height, int stride, int kinds, int thorough,
    struct czxing_code *found, size_t most) {
    try {
        ZXing::DecodeHints hints;
        hints.setFormats(formats(kinds));
        hints.setTryHarder(thorough != 0);
        // PDF417 is read along its rows, so that it must be sought upright and lying.
        hints.setTryRotate((kinds & CZXING_PDF417) != 0);
        hints.setTryDownscale(thorough != 0);
        hints.setMaxNumberOfSymbols(static_cast<uint8_t>(most < 255 ? most : 255));
        ZXing::ImageView view(pixels, width, height, ZXing::ImageFormat::Lum, stride);
        size_t count = 0;
        for (const auto &result : ZXing::ReadBarcodes(view, hints)) {
            if (count < most && keep(result, found[count])) count++;
        }
        return count;
    } catch (...) {
        return 0;
    }
}
