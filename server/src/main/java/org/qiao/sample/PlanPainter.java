package org.qiao.sample;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.util.Random;

/** A hotel suite from above, and a map with a route on it. */
final class PlanPainter {

    private static final int W = SamplePictures.WIDTH;
    private static final int H = SamplePictures.HEIGHT;
    private static final Color WALL = new Color(0x3A4456);

    private PlanPainter() {}

    static void suite(Graphics2D pen, Random random) {
        pen.setColor(new Color(0xF4F1EA));
        pen.fillRect(0, 0, W, H);
        room(pen, new Rectangle(110, 90, 420, 330), new Color(0xE8DCC4));
        room(pen, new Rectangle(530, 90, 300, 330), new Color(0xE3EAF2));
        room(pen, new Rectangle(830, 90, 260, 220), new Color(0xD5E8E4));
        room(pen, new Rectangle(110, 420, 720, 240), new Color(0xF0E6D6));
        room(pen, new Rectangle(830, 310, 260, 350), new Color(0xEADFCB));
        bed(pen, 170, 130, 220, 210);
        bed(pen, 600, 130, 170, 210);
        bed(pen, 880, 420, 130, 190);
        furniture(pen, new Rectangle(160, 560, 270, 70), new Color(0x8FA3BF));
        furniture(pen, new Rectangle(230, 480, 130, 50), new Color(0xC7A77B));
        furniture(pen, new Rectangle(620, 470, 150, 150), new Color(0xC7A77B));
        pen.setColor(Color.WHITE);
        pen.fill(new RoundRectangle2D.Double(860, 115, 90, 150, 50, 50));
        pen.fill(new Ellipse2D.Double(990, 130, 60, 60));
        door(pen, 430, 420, 0);
        door(pen, 760, 420, 0);
        door(pen, 830, 560, 90);
        door(pen, 560, 660, 0);
    }

    static void route(Graphics2D pen, Random random) {
        pen.setColor(new Color(0xEAF0E4));
        pen.fillRect(0, 0, W, H);
        parks(pen, random);
        streets(pen, random);
        water(pen);
        Path2D way = new Path2D.Double();
        way.moveTo(150, 640);
        way.curveTo(260, 520, 320, 560, 440, 450);
        way.curveTo(560, 350, 620, 420, 740, 300);
        way.curveTo(840, 210, 930, 230, 1050, 120);
        pen.setColor(Color.WHITE);
        pen.setStroke(new BasicStroke(18, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        pen.draw(way);
        pen.setColor(new Color(0x2F6BFF));
        pen.setStroke(new BasicStroke(10, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        pen.draw(way);
        pin(pen, 150, 640, new Color(0x22B07D));
        pin(pen, 600, 385, new Color(0xF5A524));
        pin(pen, 1050, 120, new Color(0xE5484D));
    }

    private static void room(Graphics2D pen, Rectangle place, Color floor) {
        pen.setColor(floor);
        pen.fill(place);
        pen.setColor(new Color(0, 0, 0, 14));
        for (int plank = place.y + 24; plank < place.y + place.height; plank += 24) {
            pen.drawLine(place.x, plank, place.x + place.width, plank);
        }
        pen.setColor(WALL);
        pen.setStroke(new BasicStroke(12));
        pen.draw(place);
    }

    private static void bed(Graphics2D pen, int x, int y, int width, int height) {
        furniture(pen, new Rectangle(x, y, width, height), new Color(0xFDFDFB));
        furniture(pen, new Rectangle(x, y + height / 3, width, height * 2 / 3), new Color(0xA9C0DD));
        furniture(pen, new Rectangle(x + width / 12, y + 14, width * 5 / 14, 46), new Color(0xE9EDF3));
        furniture(pen, new Rectangle(x + width * 8 / 14, y + 14, width * 5 / 14, 46), new Color(0xE9EDF3));
    }

    private static void furniture(Graphics2D pen, Rectangle place, Color color) {
        pen.setColor(new Color(0, 0, 0, 28));
        pen.fill(new RoundRectangle2D.Double(place.x + 5, place.y + 6, place.width, place.height, 18, 18));
        pen.setColor(color);
        pen.fill(new RoundRectangle2D.Double(place.x, place.y, place.width, place.height, 18, 18));
    }

    private static void door(Graphics2D pen, int x, int y, int angle) {
        pen.setColor(new Color(0xF4F1EA));
        pen.setStroke(new BasicStroke(14));
        double dx = 70 * Math.cos(Math.toRadians(angle));
        double dy = 70 * Math.sin(Math.toRadians(angle));
        pen.draw(new Line2D.Double(x, y, x + dx, y + dy));
        pen.setColor(WALL);
        pen.setStroke(new BasicStroke(2.5f));
        pen.draw(new Arc2D.Double(x - 70.0, y - 70.0, 140, 140, -angle, 90, Arc2D.PIE));
    }

    private static void parks(Graphics2D pen, Random random) {
        pen.setColor(new Color(0xCFE3BF));
        for (int i = 0; i < 7; i++) {
            double size = 110 + random.nextInt(150);
            pen.fill(new RoundRectangle2D.Double(
                    random.nextInt(W - 200), random.nextInt(H - 150), size * 1.3, size, 60, 60));
        }
    }

    private static void streets(Graphics2D pen, Random random) {
        for (int i = 0; i < 16; i++) {
            boolean wide = i % 4 == 0;
            double slope = (random.nextDouble() - 0.5) * 90;
            double at = i * W / 15.0;
            street(pen, new Line2D.Double(at, 0, at + slope, H), wide);
            double down = i * H / 15.0;
            street(pen, new Line2D.Double(0, down, W, down + slope), wide);
        }
    }

    private static void street(Graphics2D pen, Line2D line, boolean wide) {
        pen.setColor(new Color(0xD4D9D0));
        pen.setStroke(new BasicStroke(wide ? 15 : 7));
        pen.draw(line);
        pen.setColor(wide ? new Color(0xFFE9B0) : Color.WHITE);
        pen.setStroke(new BasicStroke(wide ? 11 : 5));
        pen.draw(line);
    }

    private static void water(Graphics2D pen) {
        Path2D river = new Path2D.Double();
        river.moveTo(-20, 180);
        river.curveTo(250, 60, 420, 330, 700, 560);
        river.curveTo(820, 650, 1000, 590, W + 20.0, 690);
        pen.setColor(new Color(0xA9D3EC));
        pen.setStroke(new BasicStroke(44, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        pen.draw(river);
    }

    private static void pin(Graphics2D pen, int x, int y, Color color) {
        pen.setColor(new Color(0, 0, 0, 40));
        pen.fill(new Ellipse2D.Double(x - 16, y - 6, 32, 12));
        Path2D drop = new Path2D.Double();
        drop.moveTo(x, y);
        drop.curveTo(x - 46, y - 52, x - 30, y - 92, x, y - 92);
        drop.curveTo(x + 30, y - 92, x + 46, y - 52, x, y);
        pen.setColor(color);
        pen.fill(drop);
        pen.setColor(Color.WHITE);
        pen.fill(new Ellipse2D.Double(x - 13, y - 74, 26, 26));
    }
}
