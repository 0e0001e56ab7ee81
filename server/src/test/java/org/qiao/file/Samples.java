package org.qiao.file;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;

/** Files of every sort, honest and not. */
final class Samples {

    private Samples() {}

    /** Left half red, right half blue. */
    static byte[] image(String format, int width, int height, int type) throws IOException {
        BufferedImage image = new BufferedImage(width, height, type);
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.RED);
        pen.fillRect(0, 0, width / 2, height);
        pen.setColor(Color.BLUE);
        pen.fillRect(width / 2, 0, width - width / 2, height);
        pen.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, format, bytes);
        return bytes.toByteArray();
    }

    static byte[] png(int width, int height) throws IOException {
        return image("png", width, height, BufferedImage.TYPE_INT_RGB);
    }

    static byte[] jpeg(int width, int height) throws IOException {
        return image("jpeg", width, height, BufferedImage.TYPE_INT_RGB);
    }

    /** A JPEG whose Exif segment says how the camera was held, and where. */
    static byte[] jpegWithExif(int width, int height, int orientation) throws IOException {
        byte[] plain = jpeg(width, height);
        byte[] note = "GPS-SECRET-PLACE".getBytes(ISO_8859_1);
        ByteBuffer exif = ByteBuffer.allocate(6 + 8 + 2 + 12 + 4 + note.length);
        exif.put("Exif\0\0".getBytes(ISO_8859_1))
                .put("MM\0*".getBytes(ISO_8859_1))
                .putInt(8);
        exif.putShort((short) 1).putShort((short) 0x0112).putShort((short) 3).putInt(1);
        exif.putShort((short) orientation).putShort((short) 0).putInt(0).put(note);
        ByteBuffer all = ByteBuffer.allocate(plain.length + 4 + exif.capacity());
        all.put(plain, 0, 2)
                .putShort((short) 0xFFE1)
                .putShort((short) (exif.capacity() + 2))
                .put(exif.array());
        return all.put(plain, 2, plain.length - 2).array();
    }

    /** A header that claims an enormous picture, with almost nothing behind it. */
    static byte[] pngClaiming(int width, int height) {
        ByteBuffer bytes = ByteBuffer.allocate(8 + 25 + 12);
        bytes.put(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
        ByteBuffer header = ByteBuffer.allocate(17)
                .put("IHDR".getBytes(ISO_8859_1))
                .putInt(width)
                .putInt(height);
        header.put(new byte[] {8, 6, 0, 0, 0});
        CRC32 crc = new CRC32();
        crc.update(header.array());
        bytes.putInt(13).put(header.array()).putInt((int) crc.getValue());
        return bytes.putInt(0)
                .put("IEND".getBytes(ISO_8859_1))
                .putInt(0xAE426082)
                .array();
    }

    static byte[] gifClaiming(int width, int height) {
        byte[] gif = "GIF89a........,........".getBytes(ISO_8859_1);
        ByteBuffer bytes = ByteBuffer.wrap(gif).order(java.nio.ByteOrder.LITTLE_ENDIAN);
        bytes.putShort(6, (short) width).putShort(8, (short) height).put(10, (byte) 0);
        bytes.putInt(14, 0).putShort(18, (short) width).putShort(20, (short) height);
        return gif;
    }

    static byte[] webp(int width, int height) {
        ByteBuffer bytes = ByteBuffer.allocate(64).order(java.nio.ByteOrder.LITTLE_ENDIAN);
        bytes.put("RIFF".getBytes(ISO_8859_1))
                .putInt(56)
                .put("WEBPVP8X".getBytes(ISO_8859_1))
                .putInt(10);
        bytes.putInt(0);
        int w = width - 1;
        int h = height - 1;
        bytes.put((byte) w).put((byte) (w >> 8)).put((byte) (w >> 16));
        bytes.put((byte) h).put((byte) (h >> 8)).put((byte) (h >> 16));
        return bytes.array();
    }

    static byte[] zip(String... names) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write("<x/>".getBytes(ISO_8859_1));
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    /** Ten megabytes of zeros in ten kilobytes. */
    static byte[] bomb() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("zeros"));
            zip.write(new byte[10 * 1024 * 1024]);
            zip.closeEntry();
        }
        return bytes.toByteArray();
    }

    static byte[] join(byte[] first, byte[] second) {
        return ByteBuffer.allocate(first.length + second.length)
                .put(first)
                .put(second)
                .array();
    }
}
