package org.eventops.launcher.bench.photo;

import java.util.Random;

/** What light, lens and sensor do to a picture. */
final class Light {
    private Light() {}

    static void invert(Canvas canvas) {
        for (int i = 0; i < canvas.light.length; i++) {
            canvas.light[i] = 255 - canvas.light[i];
        }
    }

    /** Brighter on one side than on the other, as under any lamp. */
    static void gradient(Canvas canvas, Random random) {
        double angle = random.nextDouble() * Math.PI * 2;
        for (int y = 0; y < canvas.height; y++) {
            for (int x = 0; x < canvas.width; x++) {
                double place =
                        (x - canvas.width / 2.0) * Math.cos(angle)
                                + (y - canvas.height / 2.0) * Math.sin(angle);
                canvas.light[y * canvas.width + x] *= (float) (0.8 + place / canvas.width * 0.7);
            }
        }
    }

    /** Less between black and white, around a brightness. */
    static void contrast(Canvas canvas, double share, double around) {
        for (int i = 0; i < canvas.light.length; i++) {
            canvas.light[i] = (float) (around + (canvas.light[i] - 128) * share);
        }
    }

    static void noise(Canvas canvas, double deviation, Random random) {
        for (int i = 0; i < canvas.light.length; i++) {
            canvas.light[i] += (float) (random.nextGaussian() * deviation);
        }
    }

    /**
     * @param deviation of the blur, pixels
     */
    static void defocus(Canvas canvas, double deviation) {
        int reach = (int) Math.ceil(deviation * 3);
        float[] weights = new float[2 * reach + 1];
        float all = 0;
        for (int i = 0; i < weights.length; i++) {
            double distance = i - reach;
            weights[i] = (float) Math.exp(-distance * distance / (2 * deviation * deviation));
            all += weights[i];
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] /= all;
        }
        smear(canvas, weights, reach, 1, 0);
        smear(canvas, weights, reach, 0, 1);
    }

    /** A hand or a head that moves while the shutter is open. */
    static void shake(Canvas canvas, double angle, int length) {
        float[] weights = new float[length];
        java.util.Arrays.fill(weights, 1f / length);
        smear(canvas, weights, length / 2, Math.cos(angle), Math.sin(angle));
    }

    private static void smear(
            Canvas canvas, float[] weights, int reach, double across, double down) {
        Canvas before = new Canvas(canvas.width, canvas.height);
        System.arraycopy(canvas.light, 0, before.light, 0, canvas.light.length);
        for (int y = 0; y < canvas.height; y++) {
            for (int x = 0; x < canvas.width; x++) {
                float sum = 0;
                for (int i = 0; i < weights.length; i++) {
                    int step = i - reach;
                    sum += weights[i] * before.at(x + step * across, y + step * down);
                }
                canvas.light[y * canvas.width + x] = sum;
            }
        }
    }

    /**
     * A lamp in the plastic over the ticket; not on a corner pattern, without which it is no code.
     */
    static void glare(Canvas canvas, View view, Random random) {
        gradient(canvas, random);
        double angle = random.nextDouble() * Math.PI * 2;
        double away = view.reach() * random.nextDouble() * 0.25;
        double cx = view.middleX(canvas.width) + Math.cos(angle) * away;
        double cy = view.middleY(canvas.height) + Math.sin(angle) * away;
        double size = view.reach() * (0.12 + random.nextDouble() * 0.12);
        for (int y = 0; y < canvas.height; y++) {
            for (int x = 0; x < canvas.width; x++) {
                double distance = Math.hypot(x - cx, y - cy) / size;
                canvas.light[y * canvas.width + x] +=
                        (float) (260 * Math.exp(-distance * distance));
            }
        }
    }

    /** Stripes between the pixels of a phone and those of the camera, and its bright glass. */
    static void screen(Canvas canvas, Random random) {
        double period = 2.3 + random.nextDouble() * 4;
        double angle = random.nextDouble() * Math.PI;
        double strength = 14 + random.nextDouble() * 16;
        for (int y = 0; y < canvas.height; y++) {
            for (int x = 0; x < canvas.width; x++) {
                double place = x * Math.cos(angle) + y * Math.sin(angle);
                int i = y * canvas.width + x;
                canvas.light[i] =
                        (float)
                                (canvas.light[i] * 0.85
                                        + 35
                                        + strength * Math.sin(place * 2 * Math.PI / period));
            }
        }
    }
}
