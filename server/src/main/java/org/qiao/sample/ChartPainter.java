package org.qiao.sample;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.util.Random;

/** Charts as a report would show them, with grid and colours but without letters. */
final class ChartPainter {

    private static final int W = SamplePictures.WIDTH;
    private static final int H = SamplePictures.HEIGHT;
    private static final int LEFT = 90;
    private static final int RIGHT = W - 70;
    private static final int TOP = 90;
    private static final int BOTTOM = H - 90;
    private static final Color BLUE = new Color(0x2F6BFF);
    private static final Color GREEN = new Color(0x22B07D);
    private static final Color AMBER = new Color(0xF5A524);
    private static final Color GREY = new Color(0xC9D2E3);

    private ChartPainter() {}

    /** Two columns a month: last year pale, this year strong. */
    static void bars(Graphics2D pen, Random random) {
        frame(pen);
        int step = (RIGHT - LEFT) / 10;
        for (int month = 0; month < 10; month++) {
            double before = 0.35 + 0.25 * Math.sin(month / 1.6) + random.nextDouble() * 0.08;
            double now = before * 1.18 + random.nextDouble() * 0.05;
            int x = LEFT + month * step + 18;
            column(pen, x, before, GREY, GREY);
            column(pen, x + 34, now, new Color(0x6C9BFF), BLUE);
        }
    }

    static void lines(Graphics2D pen, Random random) {
        frame(pen);
        curve(pen, random, 0.34, GREY, false);
        curve(pen, random, 0.52, BLUE, true);
    }

    static void donut(Graphics2D pen, Random random) {
        pen.setColor(new Color(0xF7F9FC));
        pen.fillRect(0, 0, W, H);
        double[] shares = {41, 27, 19, 13};
        Color[] colors = {BLUE, GREEN, AMBER, GREY};
        double from = 90;
        for (int i = 0; i < shares.length; i++) {
            double angle = -360 * shares[i] / 100;
            pen.setColor(colors[i]);
            pen.fill(new Arc2D.Double(180, 125, 500, 500, from, angle + 1.2, Arc2D.PIE));
            from += angle;
            int y = 230 + i * 85;
            pen.fill(new RoundRectangle2D.Double(800, y, 34, 34, 10, 10));
            pen.setColor(new Color(0xE3E8F1));
            pen.fill(new RoundRectangle2D.Double(856, y + 9, 250, 16, 16, 16));
            pen.setColor(colors[i]);
            pen.fill(new RoundRectangle2D.Double(856, y + 9, 250 * shares[i] / 41, 16, 16, 16));
        }
        pen.setColor(new Color(0xF7F9FC));
        pen.fill(new Ellipse2D.Double(290, 235, 280, 280));
    }

    private static void frame(Graphics2D pen) {
        pen.setColor(new Color(0xF7F9FC));
        pen.fillRect(0, 0, W, H);
        pen.setColor(Color.WHITE);
        pen.fill(new RoundRectangle2D.Double(36, 36, W - 72.0, H - 72.0, 28, 28));
        pen.setColor(new Color(0xE3E8F1));
        pen.setStroke(new BasicStroke(1.5f));
        for (int i = 0; i <= 5; i++) {
            double y = BOTTOM - i * (BOTTOM - TOP) / 5.0;
            pen.draw(new Line2D.Double(LEFT, y, RIGHT, y));
        }
    }

    private static void column(Graphics2D pen, int x, double share, Color top, Color bottom) {
        double height = (BOTTOM - TOP) * Math.min(1, share);
        pen.setPaint(new GradientPaint(0, (float) (BOTTOM - height), top, 0, BOTTOM, bottom));
        pen.fill(new RoundRectangle2D.Double(x, BOTTOM - height, 28, height, 10, 10));
    }

    private static void curve(Graphics2D pen, Random random, double level, Color color, boolean filled) {
        Path2D line = new Path2D.Double();
        double lastX = LEFT;
        double lastY = y(level);
        line.moveTo(lastX, lastY);
        for (int hour = 1; hour <= 24; hour++) {
            double bump = 0.22 * Math.exp(-Math.pow(hour - 11, 2) / 9) + 0.3 * Math.exp(-Math.pow(hour - 20, 2) / 7);
            double x = LEFT + hour * (RIGHT - LEFT) / 24.0;
            double y = y(level * 0.6 + bump + random.nextDouble() * 0.05);
            line.curveTo((lastX + x) / 2, lastY, (lastX + x) / 2, y, x, y);
            lastX = x;
            lastY = y;
        }
        if (filled) {
            Path2D area = new Path2D.Double(line);
            area.lineTo(RIGHT, BOTTOM);
            area.lineTo(LEFT, BOTTOM);
            area.closePath();
            pen.setPaint(new GradientPaint(0, TOP, new Color(47, 107, 255, 90), 0, BOTTOM, new Color(47, 107, 255, 5)));
            pen.fill(area);
        }
        pen.setColor(color);
        pen.setStroke(new BasicStroke(5, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        pen.draw(line);
    }

    private static double y(double share) {
        return BOTTOM - (BOTTOM - TOP) * share;
    }
}
