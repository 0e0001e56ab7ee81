package org.qiao.file;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** How a camera was held: the orientation tag (0x0112) in the Exif segment of a JPEG. Reads nothing else of the metadata. */
final class ExifOrientation {

    static final int UPRIGHT = 1;

    private static final int START_OF_IMAGE = 0xFFD8;
    private static final int EXIF_SEGMENT = 0xFFE1;
    private static final int START_OF_SCAN = 0xFFDA;
    private static final int ORIENTATION_TAG = 0x0112;
    private static final int MOST_SEGMENTS = 200;
    private static final int ENTRY_BYTES = 12;
    private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);

    private ExifOrientation() {}

    /** 1 to 8 as the standard numbers them; 1 for everything that is missing or broken. */
    static int read(Path jpeg) throws IOException {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(jpeg)))) {
            if (in.readUnsignedShort() != START_OF_IMAGE) {
                return UPRIGHT;
            }
            for (int i = 0; i < MOST_SEGMENTS; i++) {
                int marker = in.readUnsignedShort();
                int length = in.readUnsignedShort() - 2;
                if (marker == START_OF_SCAN || marker >>> 8 != 0xFF || length < 0) {
                    return UPRIGHT;
                }
                byte[] segment = in.readNBytes(length);
                if (marker == EXIF_SEGMENT && startsWithExif(segment)) {
                    return orientation(ByteBuffer.wrap(segment, EXIF.length, segment.length - EXIF.length)
                            .slice());
                }
            }
            return UPRIGHT;
        } catch (EOFException e) {
            return UPRIGHT;
        }
    }

    private static boolean startsWithExif(byte[] segment) {
        return segment.length > EXIF.length
                && ByteBuffer.wrap(segment, 0, EXIF.length).equals(ByteBuffer.wrap(EXIF));
    }

    /** The TIFF structure inside: byte order, offset of the first directory, its entries. */
    private static int orientation(ByteBuffer tiff) {
        if (tiff.limit() < 8) {
            return UPRIGHT;
        }
        tiff.order(tiff.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        if (directory < 8 || directory > tiff.limit() - 2) {
            return UPRIGHT;
        }
        int entries = Short.toUnsignedInt(tiff.getShort(directory));
        for (int i = 0; i < entries; i++) {
            int entry = directory + 2 + i * ENTRY_BYTES;
            if (entry + ENTRY_BYTES > tiff.limit()) {
                return UPRIGHT;
            }
            if (Short.toUnsignedInt(tiff.getShort(entry)) == ORIENTATION_TAG) {
                int value = tiff.getShort(entry + 8);
                return value >= 1 && value <= 8 ? value : UPRIGHT;
            }
        }
        return UPRIGHT;
    }

    /** True when width and height change places. */
    static boolean isSideways(int orientation) {
        return orientation >= 5;
    }
}
