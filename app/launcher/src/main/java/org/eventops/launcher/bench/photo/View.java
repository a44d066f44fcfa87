package org.eventops.launcher.bench.photo;

import java.util.Random;
import org.eventops.launcher.bench.photo.HardPhotos.Hardship;

/** Where the camera stands: from a place in the photograph to the place on the ticket. */
final class View {
    private static final float TABLE = 120;

    private final Canvas ticket;
    private final double scale;
    private final double turn;
    private final double tilt;
    private final double tiltWay;
    private final double bend;
    private final double shiftX;
    private final double shiftY;

    private View(Canvas ticket, Random random, double module, double tilt, double bend) {
        this.ticket = ticket;
        this.scale = module / Ticket.MODULE;
        this.turn = (random.nextDouble() - 0.5) * Math.PI * 2;
        this.tilt = Math.toRadians(tilt);
        this.tiltWay = random.nextDouble() * Math.PI * 2;
        this.bend = bend;
        this.shiftX = (random.nextDouble() - 0.5) * 120;
        this.shiftY = (random.nextDouble() - 0.5) * 40;
    }

    /**
     * @param at where the middle of the code is, from the middle of the picture
     */
    View(Canvas ticket, double module, Leaning leaning, Place at) {
        this.ticket = ticket;
        this.scale = module / Ticket.MODULE;
        this.turn = leaning.turn();
        this.tilt = Math.toRadians(leaning.tilt());
        this.tiltWay = leaning.way();
        this.bend = 0;
        this.shiftX = at.x();
        this.shiftY = at.y();
    }

    /**
     * @param turn radians, in the plane of the picture
     * @param tilt degrees, away from the camera
     * @param way radians, to which side it leans
     */
    record Leaning(double turn, double tilt, double way) {}

    /** Pixels. */
    record Place(double x, double y) {}

    /**
     * Modules of so many pixels and degrees of leaning: the hardship decides how many there may be
     * at least.
     */
    static View of(Hardship hardship, Canvas ticket, Random random) {
        double some = random.nextDouble();
        return switch (hardship) {
            case TILTED -> new View(ticket, random, 6 + some * 3, 35 + some * 23, 0);
            case CURVED -> new View(ticket, random, 6 + some * 3, 8, 0.55 + some * 0.4);
            case TINY -> new View(ticket, random, 2.2 + some * 0.9, 0, 0);
            case DEFOCUSED, SHAKEN -> new View(ticket, random, 5 + some * 3, 8, 0);
            case SCREEN -> new View(ticket, random, 5 + some * 3, 8, 0);
            default -> new View(ticket, random, 4 + some * 4, 12, 0);
        };
    }

    static View far(Canvas ticket, Random random, double module) {
        return new View(ticket, random, module, 0, 0);
    }

    Canvas draw(int width, int height) {
        Canvas scene = new Canvas(width, height);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                scene.light[y * width + x] = light(x - width / 2.0, y - height / 2.0);
            }
        }
        return scene;
    }

    /** Lays the paper on what is there. */
    void drawOver(Canvas scene) {
        for (int y = 0; y < scene.height; y++) {
            for (int x = 0; x < scene.width; x++) {
                double px = x - scene.width / 2.0;
                double py = y - scene.height / 2.0;
                if (isOnPaper(px, py)) {
                    scene.light[y * scene.width + x] = light(px, py);
                }
            }
        }
    }

    /** Whether the whole code, its white border not counted, is in a picture of this size. */
    boolean isWhollyIn(int width, int height) {
        boolean middle = Math.abs(shiftX) < width / 2.0 && Math.abs(shiftY) < height / 2.0;
        for (int x = 0; middle && x < width; x += 2) {
            middle =
                    !isCode(x - width / 2.0, -height / 2.0)
                            && !isCode(x - width / 2.0, height / 2.0);
        }
        for (int y = 0; middle && y < height; y += 2) {
            middle =
                    !isCode(-width / 2.0, y - height / 2.0)
                            && !isCode(width / 2.0, y - height / 2.0);
        }
        return middle;
    }

    private boolean isOnPaper(double x, double y) {
        return isWithin(x, y, ticket.width / 2.0);
    }

    private boolean isCode(double x, double y) {
        return isWithin(x, y, ticket.width / 2.0 - Ticket.BORDER);
    }

    private boolean isWithin(double x, double y, double half) {
        Place place = onTicket(x, y);
        return Math.abs(place.x()) < half && Math.abs(place.y()) < half;
    }

    /** Four looks into each pixel, as the sensor adds up all that falls on it. */
    private float light(double x, double y) {
        float sum = 0;
        for (int i = 0; i < 4; i++) {
            sum += single(x + (i % 2) / 2.0 - 0.25, y + (i > 1 ? 0.25 : -0.25));
        }
        return sum / 4;
    }

    private float single(double x, double y) {
        double half = ticket.width / 2.0;
        Place place = onTicket(x, y);
        double rx = place.x();
        double ry = place.y();
        if (bend > 0) {
            // on a cylinder: what is seen is the sine of what is on the paper
            double seen = rx / half * Math.sin(bend);
            if (Math.abs(seen) > 0.99) {
                return TABLE;
            }
            rx = Math.asin(seen) / bend * half;
        }
        boolean onPaper = Math.abs(rx) < half && Math.abs(ry) < half;
        return onPaper ? ticket.at(rx + half, ry + half) : TABLE;
    }

    /** On flat paper, from its middle. */
    private Place onTicket(double x, double y) {
        double px = x - shiftX;
        double py = y - shiftY;
        // a pinhole four codes' widths away, looking at paper that leans away from it
        double away = reach() * 8;
        double leaning = px * Math.cos(tiltWay) + py * Math.sin(tiltWay);
        double level = -px * Math.sin(tiltWay) + py * Math.cos(tiltWay);
        double along = leaning / (Math.cos(tilt) - leaning * Math.sin(tilt) / away);
        double aside = level * (1 + along * Math.sin(tilt) / away);
        double cx = along * Math.cos(tiltWay) - aside * Math.sin(tiltWay);
        double cy = along * Math.sin(tiltWay) + aside * Math.cos(tiltWay);
        double rx = (cx * Math.cos(turn) + cy * Math.sin(turn)) / scale;
        double ry = (-cx * Math.sin(turn) + cy * Math.cos(turn)) / scale;
        return new Place(rx, ry);
    }

    double middleX(int width) {
        return width / 2.0 + shiftX;
    }

    double middleY(int height) {
        return height / 2.0 + shiftY;
    }

    /** Pixels from the middle of the code to its side. */
    double reach() {
        return ticket.width / 2.0 * scale;
    }
}
