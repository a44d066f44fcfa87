package org.eventops.launcher.bench.photo;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.eventops.domain.door.camera.GrayFrame;

/**
 * Photographs of tickets, 1280 × 720, each with one hardship of the door. The same every time. The
 * size of a module and the strength of the hardship are drawn from what was found to be hard and
 * still fair: a person would call each of these codes fully visible.
 */
public final class HardPhotos {
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 720;
    private static final String LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    private HardPhotos() {}

    /** What makes a photograph hard. */
    public enum Hardship {
        TILTED,
        CURVED,
        DEFOCUSED,
        SHAKEN,
        GLARE,
        INVERTED,
        LOW_CONTRAST,
        TINY,
        SCREEN,
        DARK
    }

    /**
     * @param text what the code in it holds
     */
    public record Photo(Hardship hardship, String text, GrayFrame frame) {}

    /**
     * @param each how many of each hardship
     */
    public static List<Photo> of(int each, long seed) {
        Random random = new Random(seed);
        List<Photo> photos = new ArrayList<>();
        for (Hardship hardship : Hardship.values()) {
            for (int i = 0; i < each; i++) {
                // Every other one a signed ticket, which has the more and so the smaller modules.
                String text = text(random, i % 2 == 0 ? 143 : 10 + random.nextInt(20));
                photos.add(new Photo(hardship, text, photo(hardship, text, random)));
            }
        }
        return photos;
    }

    /** Signed tickets seen squarely from further and further away. */
    public static List<Photo> far(int count, double pixelsToAModule, long seed) {
        Random random = new Random(seed);
        List<Photo> photos = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String text = text(random, 143);
            Canvas scene = View.far(Ticket.of(text), random, pixelsToAModule).draw(WIDTH, HEIGHT);
            Light.gradient(scene, random);
            Light.noise(scene, 5, random);
            photos.add(new Photo(Hardship.TINY, text, scene.frame()));
        }
        return photos;
    }

    private static String text(Random random, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return text.toString();
    }

    private static GrayFrame photo(Hardship hardship, String text, Random random) {
        Canvas ticket = Ticket.of(text);
        if (hardship == Hardship.INVERTED) {
            Light.invert(ticket);
        }
        View view = View.of(hardship, ticket, random);
        Canvas scene = view.draw(WIDTH, HEIGHT);
        switch (hardship) {
            case DEFOCUSED -> Light.defocus(scene, 1.0 + random.nextDouble() * 1.6);
            case SHAKEN -> Light.shake(scene, random.nextDouble() * Math.PI, 3 + random.nextInt(6));
            case GLARE -> Light.glare(scene, view, random);
            case LOW_CONTRAST -> Light.contrast(scene, 0.1 + random.nextDouble() * 0.12, 110);
            case SCREEN -> Light.screen(scene, random);
            case DARK -> Light.contrast(scene, 0.12 + random.nextDouble() * 0.1, 14);
            default -> Light.gradient(scene, random);
        }
        boolean dark = hardship == Hardship.DARK;
        Light.noise(scene, dark ? 7 : hardship == Hardship.LOW_CONTRAST ? 3 : 5, random);
        return scene.frame();
    }
}
