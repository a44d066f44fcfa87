package org.eventops.launcher.bench.photo;

import org.eventops.domain.door.camera.GrayFrame;

/** Brightness as numbers, so that light can be added and mixed before it is rounded. */
final class Canvas {
    final int width;
    final int height;
    final float[] light;

    Canvas(int width, int height) {
        this.width = width;
        this.height = height;
        this.light = new float[width * height];
    }

    /** Between pixels as well; outside it is as at the edge. */
    float at(double x, double y) {
        double cx = Math.clamp(x, 0, width - 1.001);
        double cy = Math.clamp(y, 0, height - 1.001);
        int left = (int) cx;
        int top = (int) cy;
        float across = (float) (cx - left);
        float down = (float) (cy - top);
        int i = top * width + left;
        float upper = light[i] * (1 - across) + light[i + 1] * across;
        float lower = light[i + width] * (1 - across) + light[i + width + 1] * across;
        return upper * (1 - down) + lower * down;
    }

    GrayFrame frame() {
        byte[] pixels = new byte[light.length];
        for (int i = 0; i < light.length; i++) {
            pixels[i] = (byte) Math.clamp(Math.round(light[i]), 0, 255);
        }
        return new GrayFrame(pixels, width, height);
    }
}
