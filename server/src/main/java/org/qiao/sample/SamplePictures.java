package org.qiao.sample;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import java.util.function.BiConsumer;
import javax.imageio.ImageIO;

/**
 * Draws the pictures of the sample company: posters, charts, plans. Without a letter in them, so that no server needs a font;
 * always the same, since random numbers have a fixed seed.
 */
final class SamplePictures {

    static final int WIDTH = 1200;
    static final int HEIGHT = 750;

    private SamplePictures() {}

    /** An encoded picture: JPEG for what looks like a photograph, PNG for charts and plans. */
    static byte[] draw(String name) {
        return switch (name) {
            case "poster-snow" -> poster(name, LandscapePainter::snow);
            case "poster-dawn" -> poster(name, LandscapePainter::dawn);
            case "poster-wall" -> poster(name, LandscapePainter::wall);
            case "poster-lantern" -> poster(name, LandscapePainter::lanterns);
            case "bars-monthly" -> chart(name, ChartPainter::bars);
            case "line-response", "line-traffic" -> chart(name, ChartPainter::lines);
            case "donut-sources" -> chart(name, ChartPainter::donut);
            case "plan-suite" -> chart(name, PlanPainter::suite);
            case "map-route" -> chart(name, PlanPainter::route);
            default -> throw new IllegalStateException("No picture is called " + name);
        };
    }

    private static byte[] poster(String name, BiConsumer<Graphics2D, Random> painter) {
        return encode(paint(name, painter), "jpeg");
    }

    private static byte[] chart(String name, BiConsumer<Graphics2D, Random> painter) {
        return encode(paint(name, painter), "png");
    }

    private static BufferedImage paint(String name, BiConsumer<Graphics2D, Random> painter) {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, WIDTH, HEIGHT);
        painter.accept(pen, new Random(name.hashCode()));
        pen.dispose();
        return image;
    }

    private static byte[] encode(BufferedImage image, String format) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(200_000);
        try {
            ImageIO.write(image, format, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
