package org.eventops.launcher.bench.photo;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.eventops.domain.door.camera.GrayFrame;
import org.eventops.launcher.bench.photo.View.Leaning;
import org.eventops.launcher.bench.photo.View.Place;

/**
 * Moving pictures of tickets that are held in front of a camera, 1280 × 720 at 30 frames a second:
 * an empty table, then a ticket that comes in from the side, stays, and is moved as by a hand. The
 * same every time.
 */
public final class Clips {
    /** Frames a second. */
    public static final int RATE = 30;

    private static final int WIDTH = 1280;
    private static final int HEIGHT = 720;
    private static final int EMPTY = 8;
    private static final int COMING = 9;
    private static final int FRAMES = 42;

    private Clips() {}

    /** What makes a clip hard. */
    public enum Trouble {
        TILT,
        MOTION_BLUR,
        DEFOCUS,
        GLARE,
        LOW_LIGHT,
        PARTLY_OUT,
        TWO_CODES
    }

    /**
     * @param visibleFrom number of the first frame in which all codes are wholly in the picture
     */
    public record Clip(Trouble trouble, List<GrayFrame> frames, int visibleFrom) {
        public Clip {
            frames = List.copyOf(frames);
        }
    }

    /** How many codes such a clip shows. */
    public static int codes(Trouble trouble) {
        return trouble == Trouble.TWO_CODES ? 2 : 1;
    }

    /**
     * @param texts of its codes, as many as {@link #codes} says
     */
    public static Clip of(Trouble trouble, List<String> texts, long seed) {
        Random random = new Random(seed);
        List<Hand> hands = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            hands.add(new Hand(trouble, Ticket.of(texts.get(i)), i, texts.size(), random));
        }
        double strength = random.nextDouble();
        List<GrayFrame> frames = new ArrayList<>();
        for (int i = 0; i < FRAMES; i++) {
            frames.add(frame(trouble, hands, i, strength, random));
        }
        int visible =
                IntStream.range(0, FRAMES)
                        .filter(
                                i ->
                                        hands.stream()
                                                .allMatch(
                                                        hand ->
                                                                hand.view(i)
                                                                        .isWhollyIn(WIDTH, HEIGHT)))
                        .findFirst()
                        .orElseThrow();
        return new Clip(trouble, frames, visible);
    }

    /** A table with nothing on it, as a camera mostly sees it. */
    public static List<GrayFrame> nothing(int frames, long seed) {
        Random random = new Random(seed);
        return IntStream.range(0, frames)
                .mapToObj(
                        i -> {
                            Canvas scene = table();
                            Light.noise(scene, 5, random);
                            return scene.frame();
                        })
                .toList();
    }

    private static Canvas table() {
        Canvas scene = new Canvas(WIDTH, HEIGHT);
        for (int i = 0; i < scene.light.length; i++) {
            // boards with seams, so that there is something to look at
            scene.light[i] = (i % WIDTH) % 160 < 3 ? 70 : 120 + (i / WIDTH) % 90 / 6f;
        }
        return scene;
    }

    private static GrayFrame frame(
            Trouble trouble, List<Hand> hands, int number, double strength, Random random) {
        Canvas scene = table();
        hands.forEach(hand -> hand.view(number).drawOver(scene));
        switch (trouble) {
            case MOTION_BLUR ->
                    Light.shake(scene, hands.getFirst().way(), 3 + (int) (strength * 5));
            case DEFOCUS -> Light.defocus(scene, 1.0 + strength * 1.2);
            case GLARE -> Light.glare(scene, hands.getFirst().view(number), random);
            case LOW_LIGHT -> Light.contrast(scene, 0.14 + strength * 0.1, 16);
            default -> {
                // nothing but the noise that every sensor has
            }
        }
        Light.noise(scene, trouble == Trouble.LOW_LIGHT ? 7 : 5, random);
        return scene.frame();
    }

    /** Brings a ticket in from one side and holds it, never quite still. */
    private static final class Hand {
        private final Trouble trouble;
        private final Canvas ticket;
        private final double module;
        private final double turn;
        private final double tilt;
        private final double side;
        private final double rest;
        private final double phase;

        Hand(Trouble trouble, Canvas ticket, int number, int of, Random random) {
            this.trouble = trouble;
            this.ticket = ticket;
            int modules = ticket.width / Ticket.MODULE;
            double room = of == 1 ? 560.0 : 420.0;
            this.module = Math.min(4 + random.nextDouble() * 3, room / modules);
            this.turn = (random.nextDouble() - 0.5) * (trouble == Trouble.TILT ? 6 : 1.2);
            this.tilt = trouble == Trouble.TILT ? 25 + random.nextDouble() * 20 : 6;
            this.side = of == 1 ? (random.nextBoolean() ? 1 : -1) : (number == 0 ? -1 : 1);
            this.rest = of == 1 ? (random.nextDouble() - 0.5) * 200 : side * 320;
            this.phase = random.nextDouble() * Math.PI * 2;
        }

        /** The way it is moved, radians. */
        double way() {
            return phase;
        }

        View view(int frame) {
            double come = Math.clamp((frame - EMPTY) / (double) COMING, 0, 1);
            double outside = side * (WIDTH / 2.0 + 400);
            double held = Math.max(0, frame - EMPTY - COMING) / (double) RATE;
            double sway = 12 * Math.sin(phase + held * 5);
            double x = outside + (rest - outside) * (1 - (1 - come) * (1 - come)) + sway;
            double y = 10 * Math.cos(phase + held * 4) + outOfFrame(held);
            Leaning leaning =
                    new Leaning(turn, tilt + 4 * Math.sin(phase + held * 6), phase + held / 3);
            return new View(ticket, module, leaning, new Place(x, y));
        }

        /** Half below the edge at first, then lifted. */
        private double outOfFrame(double held) {
            return trouble == Trouble.PARTLY_OUT ? Math.max(0, 0.4 - held) / 0.4 * 330 : 0;
        }
    }
}
