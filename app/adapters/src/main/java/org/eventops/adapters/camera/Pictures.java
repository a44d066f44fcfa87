package org.eventops.adapters.camera;

import org.eventops.domain.door.camera.GrayFrame;

/** Other pictures of the same thing, in which a code may be easier to read. */
final class Pictures {
    private static final int LOW = 2;
    private static final int HIGH = 98;
    private static final double LEANING = 1.6;

    private Pictures() {}

    static GrayFrame inverted(GrayFrame frame) {
        byte[] out = new byte[frame.width() * frame.height()];
        for (int i = 0; i < out.length; i++) {
            out[i] = (byte) ~frame.pixels()[i];
        }
        return new GrayFrame(out, frame.width(), frame.height());
    }

    /** Each pixel the mean of two by two: smaller codes are lost, noise and fine stripes too. */
    static GrayFrame half(GrayFrame frame) {
        int width = Math.max(1, frame.width() / 2);
        int height = Math.max(1, frame.height() / 2);
        byte[] out = new byte[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int right = Math.min(2 * x + 1, frame.width() - 1);
                int below = Math.min(2 * y + 1, frame.height() - 1);
                int sum =
                        frame.at(2 * x, 2 * y)
                                + frame.at(right, 2 * y)
                                + frame.at(2 * x, below)
                                + frame.at(right, below);
                out[y * width + x] = (byte) (sum / 4);
            }
        }
        return new GrayFrame(out, width, height);
    }

    /** Twice as large with straight lines between the pixels, for modules of hardly two pixels. */
    static GrayFrame twice(GrayFrame frame) {
        int width = frame.width() * 2;
        int height = frame.height() * 2;
        byte[] out = new byte[width * height];
        for (int y = 0; y < height; y++) {
            int top = Math.max(0, (y - 1) / 2);
            int below = Math.min(frame.height() - 1, top + 1);
            int down = y % 2 == 0 ? 3 : 1;
            for (int x = 0; x < width; x++) {
                int left = Math.max(0, (x - 1) / 2);
                int right = Math.min(frame.width() - 1, left + 1);
                int across = x % 2 == 0 ? 3 : 1;
                int upper = frame.at(left, top) * (4 - across) + frame.at(right, top) * across;
                int lower = frame.at(left, below) * (4 - across) + frame.at(right, below) * across;
                out[y * width + x] = (byte) ((upper * (4 - down) + lower * down) / 16);
            }
        }
        return new GrayFrame(out, width, height);
    }

    /**
     * Turned by 45° around its middle, the same size: codes that stand on a corner are found by few
     * lines of the picture otherwise. What was in a corner of the picture is cut off.
     */
    static GrayFrame turned(GrayFrame frame) {
        double part = Math.sqrt(0.5);
        return moved(frame, part, -part, part, part);
    }

    /**
     * Pulled apart in one direction, which sets a code upright that leans away from the camera.
     *
     * @param degrees of the direction, from the right downwards
     */
    static GrayFrame pulled(GrayFrame frame, double degrees) {
        double across = Math.cos(Math.toRadians(degrees));
        double down = Math.sin(Math.toRadians(degrees));
        double less = 1 / LEANING - 1;
        return moved(
                frame,
                1 + less * across * across,
                less * across * down,
                less * across * down,
                1 + less * down * down);
    }

    /** From a place of the new picture to that of the old, both from the middle. */
    private static GrayFrame moved(GrayFrame frame, double xx, double xy, double yx, double yy) {
        int width = frame.width();
        int height = frame.height();
        byte[] out = new byte[width * height];
        for (int y = 0; y < height; y++) {
            double dy = y - height / 2.0;
            for (int x = 0; x < width; x++) {
                double dx = x - width / 2.0;
                out[y * width + x] =
                        between(
                                frame,
                                dx * xx + dy * xy + width / 2.0,
                                dx * yx + dy * yy + height / 2.0);
            }
        }
        return new GrayFrame(out, width, height);
    }

    /** The mean of the four pixels around a place; gray outside. */
    private static byte between(GrayFrame frame, double x, double y) {
        int left = (int) Math.floor(x);
        int top = (int) Math.floor(y);
        if (left < 0 || top < 0 || left + 1 >= frame.width() || top + 1 >= frame.height()) {
            return (byte) 128;
        }
        double across = x - left;
        double down = y - top;
        double upper = frame.at(left, top) * (1 - across) + frame.at(left + 1, top) * across;
        double lower =
                frame.at(left, top + 1) * (1 - across) + frame.at(left + 1, top + 1) * across;
        return (byte) Math.round(upper * (1 - down) + lower * down);
    }

    /** Without the grain of a dark sensor: the mean of three by three. */
    static GrayFrame smooth(GrayFrame frame) {
        return mean(frame, 1);
    }

    /** The brightness that is there spread over all there is; the ends are left to the light. */
    static GrayFrame stretched(GrayFrame frame) {
        int[] counts = new int[256];
        int all = frame.width() * frame.height();
        for (int i = 0; i < all; i++) {
            counts[frame.pixels()[i] & 0xff]++;
        }
        int low = level(counts, (long) all * LOW / 100);
        int high = Math.max(low + 1, level(counts, (long) all * HIGH / 100));
        byte[] out = new byte[all];
        for (int i = 0; i < all; i++) {
            int value = (frame.pixels()[i] & 0xff) - low;
            out[i] = (byte) Math.clamp(value * 255L / (high - low), 0, 255);
        }
        return new GrayFrame(out, frame.width(), frame.height());
    }

    private static int level(int[] counts, long wanted) {
        long seen = 0;
        for (int i = 0; i < counts.length; i++) {
            seen += counts[i];
            if (seen > wanted) {
                return i;
            }
        }
        return counts.length - 1;
    }

    /**
     * What stands out from its surroundings made to stand out more, which undoes some blur.
     *
     * @param radius of the surroundings, pixels
     */
    static GrayFrame sharpened(GrayFrame frame, int radius, int strength) {
        GrayFrame mean = mean(frame, radius);
        byte[] out = new byte[frame.width() * frame.height()];
        for (int i = 0; i < out.length; i++) {
            int value = frame.pixels()[i] & 0xff;
            int around = mean.pixels()[i] & 0xff;
            out[i] = (byte) Math.clamp((long) value + (long) strength * (value - around), 0, 255);
        }
        return new GrayFrame(out, frame.width(), frame.height());
    }

    /** The mean of a square around each pixel, by running sums: the radius costs nothing. */
    static GrayFrame mean(GrayFrame frame, int radius) {
        int width = frame.width();
        int height = frame.height();
        byte[] rows = new byte[width * height];
        for (int y = 0; y < height; y++) {
            run(frame.pixels(), rows, y * width, 1, width, radius);
        }
        byte[] out = new byte[width * height];
        for (int x = 0; x < width; x++) {
            run(rows, out, x, width, height, radius);
        }
        return new GrayFrame(out, width, height);
    }

    private static void run(byte[] in, byte[] out, int start, int step, int length, int radius) {
        int sum = 0;
        int count = 0;
        for (int i = 0; i < Math.min(radius, length); i++) {
            sum += in[start + i * step] & 0xff;
            count++;
        }
        for (int i = 0; i < length; i++) {
            if (i + radius < length) {
                sum += in[start + (i + radius) * step] & 0xff;
                count++;
            }
            if (i - radius - 1 >= 0) {
                sum -= in[start + (i - radius - 1) * step] & 0xff;
                count--;
            }
            out[start + i * step] = (byte) (sum / count);
        }
    }
}
