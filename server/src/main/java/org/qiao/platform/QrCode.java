package org.qiao.platform;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import javax.imageio.ImageIO;

/** A QR code, black on white whatever the theme, as readers expect it: as SVG, one path and sharp at any size, or as PNG. */
public final class QrCode {

    /** Modules of white around the code; the standard asks for four. */
    private static final int QUIET = 4;

    private static final int BLACK = 0xff000000;
    private static final int WHITE = 0xffffffff;

    private QrCode() {}

    public static String svg(String text) {
        ByteMatrix modules = modules(text);
        int size = modules.getWidth() + 2 * QUIET;
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < modules.getHeight(); y++) {
            for (int x = 0; x < modules.getWidth(); x++) {
                if (modules.get(x, y) == 1) {
                    int end = x;
                    while (end < modules.getWidth() && modules.get(end, y) == 1) {
                        end++;
                    }
                    path.append('M').append(x + QUIET).append(' ').append(y + QUIET);
                    path.append('h')
                            .append(end - x)
                            .append("v1h-")
                            .append(end - x)
                            .append('z');
                    x = end;
                }
            }
        }
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %1$d" shape-rendering="crispEdges">\
                <rect width="%1$d" height="%1$d" fill="#fff"/><path d="%2$s" fill="#000"/></svg>
                """.formatted(size, path);
    }

    /** @param pixels of one side at least; a module is a whole number of pixels */
    public static byte[] png(String text, int pixels) {
        ByteMatrix modules = modules(text);
        int size = modules.getWidth() + 2 * QUIET;
        int scale = Math.max(1, (pixels + size - 1) / size);
        BufferedImage image = new BufferedImage(size * scale, size * scale, BufferedImage.TYPE_BYTE_BINARY);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                image.setRGB(x, y, isDark(modules, x / scale - QUIET, y / scale - QUIET) ? BLACK : WHITE);
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static boolean isDark(ByteMatrix modules, int x, int y) {
        boolean inside = x >= 0 && y >= 0 && x < modules.getWidth() && y < modules.getHeight();
        return inside && modules.get(x, y) == 1;
    }

    private static ByteMatrix modules(String text) {
        try {
            return Encoder.encode(text, ErrorCorrectionLevel.M, Map.of(EncodeHintType.CHARACTER_SET, "UTF-8"))
                    .getMatrix();
        } catch (WriterException e) {
            throw PlatformProblem.INVALID.problem("field", "address"); // it begins with what the client says of itself
        }
    }
}
