package org.qiao.file;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** Scales a decoded picture to preview size, upright, and encodes it anew, so nothing of the original's metadata remains. */
final class ThumbnailPainter {

    static final int LONGEST_SIDE = 480;

    private static final float QUALITY = 0.82f;

    private ThumbnailPainter() {}

    static Picture.Preview paint(BufferedImage image, int orientation) throws IOException {
        boolean transparent = image.getColorModel().hasAlpha();
        double scale = Math.min(1, (double) LONGEST_SIDE / Math.max(image.getWidth(), image.getHeight()));
        int width = Math.max(1, (int) Math.round(image.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(image.getHeight() * scale));
        BufferedImage small = image;
        while (small.getWidth() >= 2 * width && small.getHeight() >= 2 * height) {
            small = draw(small, small.getWidth() / 2, small.getHeight() / 2, transparent);
        }
        small = draw(small, width, height, transparent);
        BufferedImage upright = turn(small, orientation);
        return transparent
                ? new Picture.Preview("image/png", png(upright))
                : new Picture.Preview("image/jpeg", jpeg(upright));
    }

    private static BufferedImage draw(BufferedImage image, int width, int height, boolean transparent) {
        BufferedImage target = canvas(width, height, transparent);
        Graphics2D pen = target.createGraphics();
        if (!transparent) {
            pen.setColor(Color.WHITE);
            pen.fillRect(0, 0, width, height);
        }
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.drawImage(image, 0, 0, width, height, null);
        pen.dispose();
        return target;
    }

    /** The eight orientations of Exif: mirrored when 2, 4, 5, 7; 5 to 8 lie on their side. */
    private static BufferedImage turn(BufferedImage image, int orientation) {
        if (orientation == ExifOrientation.UPRIGHT) {
            return image;
        }
        double w = image.getWidth();
        double h = image.getHeight();
        AffineTransform turn =
                switch (orientation) {
                    case 2 -> new AffineTransform(-1, 0, 0, 1, w, 0);
                    case 3 -> new AffineTransform(-1, 0, 0, -1, w, h);
                    case 4 -> new AffineTransform(1, 0, 0, -1, 0, h);
                    case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
                    case 6 -> new AffineTransform(0, 1, -1, 0, h, 0);
                    case 7 -> new AffineTransform(0, -1, -1, 0, h, w);
                    default -> new AffineTransform(0, -1, 1, 0, 0, w);
                };
        boolean sideways = ExifOrientation.isSideways(orientation);
        BufferedImage target = canvas(
                sideways ? image.getHeight() : image.getWidth(),
                sideways ? image.getWidth() : image.getHeight(),
                image.getColorModel().hasAlpha());
        Graphics2D pen = target.createGraphics();
        pen.drawImage(image, turn, null);
        pen.dispose();
        return target;
    }

    private static BufferedImage canvas(int width, int height, boolean transparent) {
        return new BufferedImage(width, height, transparent ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
    }

    private static byte[] png(BufferedImage image) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }

    private static byte[] jpeg(BufferedImage image) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(QUALITY);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), param);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
