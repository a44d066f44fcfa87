package org.eventops.adapters.camera;

import com.google.zxing.Binarizer;
import com.google.zxing.LuminanceSource;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.eventops.domain.door.camera.GrayFrame;

/**
 * One try of the ladder.
 *
 * @param picture of the frame in which it looks
 * @param scale how many times larger that picture is
 * @param binarizer tells black from white
 * @param reading how it looks for codes
 */
record Step(
        String name,
        UnaryOperator<GrayFrame> picture,
        double scale,
        Function<LuminanceSource, Binarizer> binarizer,
        Reading reading) {
    /** How a step looks for codes. */
    enum Reading {
        /** Several QR codes, in every few lines. */
        QUICK,
        /** One QR code, its fourth corner looked for. */
        CORNERS,
        /** One code of any kind, in every line. */
        HARD
    }

    /** By what each gained for what it cost, see docs/benchmarks.md. */
    static final List<Step> LADDER =
            List.of(
                    of("plain", UnaryOperator.identity(), 1),
                    corners("corners", UnaryOperator.identity()),
                    new Step(
                            "histogram",
                            UnaryOperator.identity(),
                            1,
                            GlobalHistogramBinarizer::new,
                            Reading.QUICK),
                    of("half", Pictures::half, 0.5),
                    of("inverted", Pictures::inverted, 1),
                    corners("corners, turned", Pictures::turned),
                    of("stretched", Pictures::stretched, 1),
                    of("sharpened", frame -> Pictures.sharpened(frame, 4, 3), 1),
                    of("turned", Pictures::turned, 1),
                    of("smooth", frame -> Pictures.stretched(Pictures.smooth(frame)), 1),
                    of("twice", Pictures::twice, 2),
                    of(
                            "smooth and turned",
                            frame -> Pictures.turned(Pictures.stretched(Pictures.smooth(frame))),
                            1),
                    of(
                            "inverted and turned",
                            frame -> Pictures.turned(Pictures.inverted(frame)),
                            1),
                    of("pulled sideways", frame -> Pictures.pulled(frame, 0), 1),
                    hard("hard", UnaryOperator.identity(), 1));

    private static Step of(String name, UnaryOperator<GrayFrame> picture, double scale) {
        return new Step(name, picture, scale, HybridBinarizer::new, Reading.QUICK);
    }

    private static Step corners(String name, UnaryOperator<GrayFrame> picture) {
        return new Step(name, picture, 1, HybridBinarizer::new, Reading.CORNERS);
    }

    private static Step hard(String name, UnaryOperator<GrayFrame> picture, double scale) {
        return new Step(name, picture, scale, HybridBinarizer::new, Reading.HARD);
    }
}
