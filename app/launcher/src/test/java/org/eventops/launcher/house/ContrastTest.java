package org.eventops.launcher.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eventops.resources.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Colours by role, held against WCAG 2.1 and against eyes that do not tell red from green. */
class ContrastTest {
    private static final Pattern ROLE = Pattern.compile("(-[a-z-]+):\\s*(#[0-9a-f]{6});");

    /** Text upon what it stands on. */
    private static final List<List<String>> PAIRS =
            List.of(
                    List.of("-eo-muted", "-eo-canvas"),
                    List.of("-eo-muted", "-eo-card"),
                    List.of("-eo-nav-text", "-eo-nav"),
                    List.of("-eo-ok-fg", "-eo-ok-bg"),
                    List.of("-eo-warn-fg", "-eo-warn-bg"),
                    List.of("-eo-bad-fg", "-eo-bad-bg"),
                    List.of("-eo-bad-fg", "-eo-card"),
                    List.of("-eo-info-fg", "-eo-info-bg"),
                    List.of("-eo-quiet-fg", "-eo-quiet-bg"),
                    List.of("-eo-go-fg", "-eo-go-bg"),
                    List.of("-eo-wait-fg", "-eo-wait-bg"),
                    List.of("-eo-stop-fg", "-eo-stop-bg"),
                    List.of("-eo-note-fg", "-eo-note-bg"));

    private static Map<String, double[]> roles(String... sheets) throws IOException {
        Map<String, double[]> roles = new HashMap<>();
        for (String sheet : sheets) {
            try (InputStream in =
                    Objects.requireNonNull(
                            Texts.class.getResourceAsStream("/org/eventops/theme/" + sheet))) {
                Matcher each = ROLE.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8));
                while (each.find()) {
                    roles.put(each.group(1), light(each.group(2)));
                }
            }
        }
        return roles;
    }

    /** Red, green and blue as light, 0 to 1. */
    private static double[] light(String hex) {
        double[] light = new double[3];
        for (int i = 0; i < 3; i++) {
            double value = Integer.parseInt(hex.substring(1 + 2 * i, 3 + 2 * i), 16) / 255.0;
            light[i] = value <= 0.03928 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
        }
        return light;
    }

    private static double luminance(double[] light) {
        return 0.2126 * light[0] + 0.7152 * light[1] + 0.0722 * light[2];
    }

    private static double contrast(double[] one, double[] other) {
        double a = luminance(one) + 0.05;
        double b = luminance(other) + 0.05;
        return Math.max(a, b) / Math.min(a, b);
    }

    private static void holds(Map<String, double[]> roles, double least) {
        for (List<String> pair : PAIRS) {
            assertThat(
                            contrast(
                                    Objects.requireNonNull(roles.get(pair.getFirst())),
                                    Objects.requireNonNull(roles.get(pair.getLast()))))
                    .as(pair.toString())
                    .isGreaterThanOrEqualTo(least);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"light.css", "dark.css"})
    void everyTextStandsOutByFourAndAHalf(String theme) throws IOException {
        holds(roles(theme), 4.5);
        holds(roles(theme, "colourblind.css"), 4.5);
    }

    @Test
    void highContrastStandsOutBySeven() throws IOException {
        holds(roles("contrast.css"), 7);
        holds(roles("contrast.css", "colourblind.css"), 7);
    }

    /**
     * As an eye without the cones for red, or for green, gets it (Viénot, Brettel, Mollon 1999).
     */
    private static double[] without(double[] light, boolean red) {
        double l = 17.8824 * light[0] + 43.5161 * light[1] + 4.11935 * light[2];
        double m = 3.45565 * light[0] + 27.1554 * light[1] + 3.86714 * light[2];
        double s = 0.0299566 * light[0] + 0.184309 * light[1] + 1.46709 * light[2];
        double seenL = red ? 2.02344 * m - 2.52581 * s : l;
        double seenM = red ? m : 0.494207 * l + 1.24827 * s;
        return new double[] {
            0.0809445 * seenL - 0.130504 * seenM + 0.116721 * s,
            -0.0102485 * seenL + 0.0540194 * seenM - 0.113615 * s,
            -0.000365294 * seenL - 0.00412163 * seenM + 0.693513 * s
        };
    }

    /** Distance in CIELAB; about 2 is just seen side by side, 40 across a room. */
    private static double distance(double[] one, double[] other) {
        double[] a = lab(one);
        double[] b = lab(other);
        return Math.sqrt(
                Math.pow(a[0] - b[0], 2) + Math.pow(a[1] - b[1], 2) + Math.pow(a[2] - b[2], 2));
    }

    private static double[] lab(double[] light) {
        double x = 0.4124 * light[0] + 0.3576 * light[1] + 0.1805 * light[2];
        double z = 0.0193 * light[0] + 0.1192 * light[1] + 0.9505 * light[2];
        double fx = root(x / 0.9505);
        double fy = root(luminance(light));
        double fz = root(z / 1.089);
        return new double[] {116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)};
    }

    private static double root(double t) {
        return t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116.0;
    }

    @ParameterizedTest
    @ValueSource(strings = {"light.css", "dark.css", "contrast.css"})
    void theThreeVerdictsAreToldApartWithoutRedOrGreen(String theme) throws IOException {
        Map<String, double[]> roles = roles(theme, "colourblind.css");
        List<double[]> grounds =
                List.of("-eo-go-bg", "-eo-wait-bg", "-eo-stop-bg").stream()
                        .map(name -> Objects.requireNonNull(roles.get(name)))
                        .toList();
        for (boolean red : new boolean[] {true, false}) {
            for (int i = 0; i < grounds.size(); i++) {
                double[] one = without(grounds.get(i), red);
                double[] other = without(grounds.get((i + 1) % grounds.size()), red);
                assertThat(distance(one, other)).as("%s %s", i, red).isGreaterThan(40);
            }
        }
    }

    @Test
    void noColourStandsOutsideTheRolesOfTheVerdicts() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(
                        Texts.class.getResourceAsStream("/org/eventops/theme/console.css"))) {
            String sheet = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(sheet.lines().filter(line -> line.startsWith(".verdict")))
                    .isNotEmpty()
                    .noneMatch(line -> line.contains("#") || line.contains("white"));
        }
    }
}
