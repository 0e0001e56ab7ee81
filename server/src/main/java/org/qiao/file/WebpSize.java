package org.qiao.file;

import java.awt.Dimension;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Width and height of a WebP picture from its first 30 bytes; the JDK cannot read the format itself. */
final class WebpSize {

    private static final int HEADER = 30;
    private static final int FOURTEEN_BITS = 0x3FFF;
    private static final int TWENTY_FOUR_BITS = 0xFFFFFF;

    private WebpSize() {}

    static Optional<Dimension> read(Path file) throws IOException {
        byte[] header;
        try (InputStream in = Files.newInputStream(file)) {
            header = in.readNBytes(HEADER);
        }
        if (header.length < HEADER) {
            return Optional.empty();
        }
        ByteBuffer bytes = ByteBuffer.wrap(header).order(ByteOrder.LITTLE_ENDIAN);
        return switch (new String(header, 12, 4, StandardCharsets.US_ASCII)) {
            case "VP8 " ->
                Optional.of(new Dimension(bytes.getShort(26) & FOURTEEN_BITS, bytes.getShort(28) & FOURTEEN_BITS));
            case "VP8L" -> {
                int bits = bytes.getInt(21);
                yield Optional.of(new Dimension((bits & FOURTEEN_BITS) + 1, (bits >>> 14 & FOURTEEN_BITS) + 1));
            }
            case "VP8X" ->
                Optional.of(new Dimension(
                        (bytes.getInt(24) & TWENTY_FOUR_BITS) + 1, (bytes.getInt(26) >>> 8 & TWENTY_FOUR_BITS) + 1));
            default -> Optional.empty();
        };
    }
}
