package org.qiao.sample;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.Paint;
import java.awt.RadialGradientPaint;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.util.Random;

/** Posters: mountains in layers of haze, the wall along a ridge, lanterns above a street at night. */
final class LandscapePainter {

    private static final int W = SamplePictures.WIDTH;
    private static final int H = SamplePictures.HEIGHT;

    private LandscapePainter() {}

    /** Shadow and light of a mountain. */
    private record Tones(Color dark, Color light) {}

    static void snow(Graphics2D pen, Random random) {
        sky(pen, new Color(0x1B3A63), new Color(0xBFD9EE));
        disc(pen, 900, 170, 60, new Color(0xFFF6DC));
        ridge(pen, random, 300, 150, new Tones(new Color(0x8FB2CF), Color.WHITE));
        ridge(pen, random, 420, 130, new Tones(new Color(0x5F8AAF), new Color(0xF2F8FD)));
        ridge(pen, random, 540, 90, new Tones(new Color(0x2F5B82), new Color(0xDCE9F3)));
        trees(pen, random, 690, new Color(0x14324C));
        flakes(pen, random);
    }

    static void dawn(Graphics2D pen, Random random) {
        sky(pen, new Color(0x3A2E5C), new Color(0xFFB37A));
        disc(pen, 420, 400, 95, new Color(0xFFE9B8));
        ridge(pen, random, 400, 120, new Tones(new Color(0xB36A6F), new Color(0xD98F7D)));
        ridge(pen, random, 500, 100, new Tones(new Color(0x7A4A63), new Color(0x9A5F6C)));
        ridge(pen, random, 610, 70, new Tones(new Color(0x40304F), new Color(0x573C59)));
        birds(pen, random, new Color(0x2A2138));
    }

    static void wall(Graphics2D pen, Random random) {
        sky(pen, new Color(0x2C6E8F), new Color(0xF7E3BE));
        disc(pen, 980, 210, 70, new Color(0xFFF1CF));
        ridge(pen, random, 360, 110, new Tones(new Color(0x9CB59A), new Color(0xB7C8A6)));
        ridge(pen, random, 470, 90, new Tones(new Color(0x6C8F6B), new Color(0x86A477)));
        hill(pen, new Color(0x486B45));
        battlements(pen);
        birds(pen, random, new Color(0x27404F));
    }

    static void lanterns(Graphics2D pen, Random random) {
        sky(pen, new Color(0x140B22), new Color(0x5A1F33));
        for (int i = 0; i < 70; i++) {
            glow(pen, random.nextInt(W), 470 + random.nextInt(260), 6 + random.nextInt(26), new Color(0xFFC36B));
        }
        roofs(pen, new Color(0x1E1019));
        for (int row = 0; row < 3; row++) {
            double size = 34 + row * 26.0;
            for (int i = 0; i < 9 - 2 * row; i++) {
                double x = (i + 0.5) * W / (9 - 2 * row) + random.nextInt(30);
                lantern(pen, x, 90 + row * 120 + 30 * Math.sin(x / 90), size);
            }
        }
    }

    private static void sky(Graphics2D pen, Color top, Color bottom) {
        pen.setPaint(new GradientPaint(0, 0, top, 0, H * 0.8f, bottom));
        pen.fillRect(0, 0, W, H);
    }

    private static void disc(Graphics2D pen, int x, int y, int radius, Color color) {
        glow(pen, x, y, radius * 3, color);
        pen.setColor(color);
        pen.fill(new Ellipse2D.Double(x - radius, y - radius, 2.0 * radius, 2.0 * radius));
    }

    private static void glow(Graphics2D pen, int x, int y, int radius, Color color) {
        Paint before = pen.getPaint();
        Color clear = new Color(color.getRed(), color.getGreen(), color.getBlue(), 0);
        Color half = new Color(color.getRed(), color.getGreen(), color.getBlue(), 110);
        pen.setPaint(new RadialGradientPaint(x, y, radius, new float[] {0, 1}, new Color[] {half, clear}));
        pen.fill(new Ellipse2D.Double(x - radius, y - radius, 2.0 * radius, 2.0 * radius));
        pen.setPaint(before);
    }

    /** A mountain chain; its height wanders like a sum of waves, the light falls on the upper part. */
    private static void ridge(Graphics2D pen, Random random, int base, int height, Tones tones) {
        double[] phase = {random.nextDouble() * 7, random.nextDouble() * 7, random.nextDouble() * 7};
        Path2D mountain = new Path2D.Double();
        mountain.moveTo(0, H);
        for (int x = 0; x <= W; x += 6) {
            double wave = Math.sin(x / 170.0 + phase[0])
                    + 0.5 * Math.sin(x / 61.0 + phase[1])
                    + 0.2 * Math.sin(x / 23.0 + phase[2]);
            mountain.lineTo(x, base - height * wave / 1.7 + random.nextInt(5));
        }
        mountain.lineTo(W, H);
        mountain.closePath();
        pen.setPaint(new GradientPaint(0, base - height, tones.light(), 0, base + height * 1.4f, tones.dark()));
        pen.fill(mountain);
    }

    private static void trees(Graphics2D pen, Random random, int ground, Color color) {
        pen.setColor(color);
        pen.fillRect(0, ground, W, H - ground);
        for (int x = -10; x < W; x += 14 + random.nextInt(22)) {
            int tall = 40 + random.nextInt(70);
            for (int step = 0; step < 3; step++) {
                double half = tall * (0.16 + 0.08 * step);
                double top = ground - tall + step * tall * 0.27;
                Path2D branch = new Path2D.Double();
                branch.moveTo(x, top);
                branch.lineTo(x - half, top + tall * 0.42);
                branch.lineTo(x + half, top + tall * 0.42);
                branch.closePath();
                pen.fill(branch);
            }
        }
    }

    private static void flakes(Graphics2D pen, Random random) {
        for (int i = 0; i < 420; i++) {
            pen.setColor(new Color(255, 255, 255, 90 + random.nextInt(150)));
            double size = 1.5 + random.nextDouble() * 4;
            pen.fill(new Ellipse2D.Double(random.nextInt(W), random.nextInt(H), size, size));
        }
    }

    private static void birds(Graphics2D pen, Random random, Color color) {
        pen.setColor(color);
        pen.setStroke(new BasicStroke(2.6f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        for (int i = 0; i < 9; i++) {
            double x = 160 + i * 38 + random.nextInt(30);
            double y = 150 + Math.abs(i - 4) * 18 + random.nextInt(12);
            Path2D bird = new Path2D.Double();
            bird.moveTo(x - 13, y - 6);
            bird.quadTo(x - 5, y - 8, x, y);
            bird.quadTo(x + 5, y - 8, x + 13, y - 6);
            pen.draw(bird);
        }
    }

    private static double crest(double x) {
        return 560 - 90 * Math.sin(x / 260.0) - 34 * Math.sin(x / 97.0 + 1);
    }

    private static void hill(Graphics2D pen, Color color) {
        Path2D hill = new Path2D.Double();
        hill.moveTo(0, H);
        for (int x = 0; x <= W; x += 8) {
            hill.lineTo(x, crest(x));
        }
        hill.lineTo(W, H);
        hill.closePath();
        pen.setColor(color);
        pen.fill(hill);
    }

    private static void battlements(Graphics2D pen) {
        Color stone = new Color(0xB9A27F);
        Color shade = new Color(0x8C7759);
        for (int x = 0; x < W; x += 12) {
            double y = crest(x);
            pen.setColor(stone);
            pen.fillRect(x, (int) y - 34, 13, 44);
            pen.setColor(shade);
            pen.fillRect(x, (int) y - 2, 13, 12);
            if (x / 12 % 2 == 0) {
                pen.setColor(stone);
                pen.fillRect(x, (int) y - 44, 12, 12);
            }
        }
        for (int x : new int[] {150, 520, 930}) {
            int y = (int) crest(x) - 34;
            pen.setColor(stone);
            pen.fillRect(x - 40, y - 70, 80, 90);
            pen.setColor(shade);
            pen.fillRect(x - 46, y - 80, 92, 14);
            for (int window = -24; window <= 14; window += 19) {
                pen.fill(new RoundRectangle2D.Double(x + window, y - 50, 11, 24, 10, 10));
            }
        }
    }

    private static void roofs(Graphics2D pen, Color color) {
        pen.setColor(color);
        for (int i = -1; i < 6; i++) {
            int x = i * 230;
            int y = 560 + i % 2 * 40;
            Path2D roof = new Path2D.Double();
            roof.moveTo(x - 20, y + 46);
            roof.quadTo(x + 40, y + 30, x + 70, y - 26);
            roof.lineTo(x + 190, y - 26);
            roof.quadTo(x + 220, y + 30, x + 280, y + 46);
            roof.closePath();
            pen.fill(roof);
            pen.fillRect(x + 10, y + 40, 240, H);
        }
    }

    private static void lantern(Graphics2D pen, double x, double y, double size) {
        glow(pen, (int) x, (int) y, (int) (size * 1.9), new Color(0xFF8A3C));
        pen.setColor(new Color(0x3B1218));
        pen.setStroke(new BasicStroke(2));
        pen.draw(new java.awt.geom.Line2D.Double(x, 0, x, y - size * 0.7));
        pen.setPaint(new RadialGradientPaint((float) x, (float) y, (float) size, new float[] {0, 1}, new Color[] {
            new Color(0xFFD27A), new Color(0xC8221F)
        }));
        pen.fill(new Ellipse2D.Double(x - size, y - size * 0.72, size * 2, size * 1.44));
        pen.setColor(new Color(0xE9B44C));
        pen.fill(new RoundRectangle2D.Double(x - size * 0.42, y - size * 0.84, size * 0.84, size * 0.18, 5, 5));
        pen.fill(new RoundRectangle2D.Double(x - size * 0.42, y + size * 0.66, size * 0.84, size * 0.18, 5, 5));
        for (int i = -2; i <= 2; i++) {
            pen.draw(new java.awt.geom.Line2D.Double(
                    x + i * size * 0.13, y + size * 0.84, x + i * size * 0.13, y + size * 1.35));
        }
    }
}
