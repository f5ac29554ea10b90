#include "CZXing.h"

#include <ZXing/ReadBarcode.h>
#include <cstring>

extern "C" size_t czxing_read_qr(
    const uint8_t *pixels, int width, int height, char *text, size_t capacity, int *degrees) {
    try {
        ZXing::DecodeHints hints;
        hints.setFormats(ZXing::BarcodeFormat::QRCode);
        hints.setTryHarder(false);
        hints.setTryRotate(false);
        hints.setTryDownscale(false);
        hints.setMaxNumberOfSymbols(1);
        ZXing::ImageView view(pixels, width, height, ZXing::ImageFormat::Lum);
        ZXing::Result result = ZXing::ReadBarcode(view, hints);
        if (!result.isValid()) {
            hints.setTryHarder(true);
            hints.setTryDownscale(true);
            result = ZXing::ReadBarcode(view, hints);
        }
        if (!result.isValid()) return 0;
        const auto &bytes = result.bytes();
        if (bytes.empty() || bytes.size() > capacity) return 0;
        std::memcpy(text, bytes.data(), bytes.size());
        *degrees = result.orientation();
        return bytes.size();
    } catch (...) {
        return 0;
    }
}
