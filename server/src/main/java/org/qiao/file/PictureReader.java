package org.qiao.file;

import java.awt.Dimension;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.concurrent.Semaphore;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Measures pictures and makes their previews. A picture is measured from its header before anything is decoded; what claims
 * to be enormous is stored and shown as it is but never decoded here. Decoding drops pixels while it reads, so it needs little
 * memory, and only few megapixels are in work at the same time.
 */
@Component
class PictureReader {

    static final long MOST_PIXELS = 50_000_000;
    static final int LONGEST_SIDE = 20_000;

    private static final Logger log = LoggerFactory.getLogger(PictureReader.class);
    private static final int MEGAPIXEL = 1_000_000;
    private static final int MEGAPIXELS_AT_ONCE = 60;
    private static final int LEAST_SHARE = 30; // so at most two pictures at once

    private final Semaphore megapixels = new Semaphore(MEGAPIXELS_AT_ONCE, true);

    /** Never fails for a broken picture: it has no preview then, like any other file. */
    Picture read(Path file, String type) throws IOException {
        if (type.equals("image/webp")) {
            return WebpSize.read(file)
                    .map(size -> new Picture(type, size.width, size.height, null))
                    .orElseGet(() -> Picture.none(type));
        }
        Iterator<ImageReader> readers = ImageIO.getImageReadersByMIMEType(type);
        if (!FileType.isPicture(type) || !readers.hasNext()) {
            return Picture.none(type);
        }
        ImageReader reader = readers.next();
        try (FileImageInputStream in = new FileImageInputStream(file.toFile())) {
            reader.setInput(in, true, true); // metadata ignored: compressed texts in it can be bombs as well
            return read(file, type, reader);
        } finally {
            reader.dispose();
        }
    }

    private Picture read(Path file, String type, ImageReader reader) throws IOException {
        Dimension size = size(reader);
        if (size == null) {
            return Picture.none(type);
        }
        int orientation = type.equals("image/jpeg") ? ExifOrientation.read(file) : ExifOrientation.UPRIGHT;
        boolean sideways = ExifOrientation.isSideways(orientation);
        int width = sideways ? size.height : size.width;
        int height = sideways ? size.width : size.height;
        return new Picture(type, width, height, preview(reader, size, orientation));
    }

    private static @Nullable Dimension size(ImageReader reader) {
        try {
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            return width > 0 && height > 0 ? new Dimension(width, height) : null;
        } catch (IOException | RuntimeException e) { // the JDK's readers throw anything for broken input
            log.debug("Unreadable picture header", e);
            return null;
        }
    }

    private Picture.@Nullable Preview preview(ImageReader reader, Dimension size, int orientation) {
        long pixels = (long) size.width * size.height;
        if (pixels > MOST_PIXELS || Math.max(size.width, size.height) > LONGEST_SIDE) {
            return null;
        }
        int share = Math.max(LEAST_SHARE, (int) (pixels / MEGAPIXEL));
        megapixels.acquireUninterruptibly(share);
        try {
            return ThumbnailPainter.paint(decode(reader, size), orientation);
        } catch (IOException | RuntimeException e) { // the JDK's readers throw anything for broken input
            log.debug("Undecodable picture", e);
            return null;
        } finally {
            megapixels.release(share);
        }
    }

    /** Reads every n-th pixel only, so that at least twice the preview's size is left to scale down smoothly. */
    private static BufferedImage decode(ImageReader reader, Dimension size) throws IOException {
        int step = Math.max(1, Math.max(size.width, size.height) / (2 * ThumbnailPainter.LONGEST_SIDE));
        ImageReadParam param = reader.getDefaultReadParam();
        param.setSourceSubsampling(Math.min(step, size.width), Math.min(step, size.height), 0, 0);
        return reader.read(0, param);
    }
}
