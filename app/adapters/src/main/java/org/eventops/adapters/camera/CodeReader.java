package org.eventops.adapters.camera;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.PlanarYUVLuminanceSource;
import com.google.zxing.Result;
import com.google.zxing.ResultPoint;
import com.google.zxing.multi.qrcode.QRCodeMultiReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eventops.domain.door.camera.CodeReading;
import org.eventops.domain.door.camera.GrayFrame;
import org.eventops.domain.door.camera.SeenCode;

/**
 * Reads the codes in a picture, by a ladder of ever harder tries. What does not fit into the time
 * of one frame is tried in the next, so that each try has its turn while a code is held in front.
 * Of one thread.
 */
public final class CodeReader implements CodeReading {
    private static final Map<DecodeHintType, Object> HINTS =
            Map.of(DecodeHintType.CHARACTER_SET, "UTF-8");

    private static final double MOST_SAVED = 4;

    /** So many steps are tried on every frame: what they cost is little for what they read. */
    private static final int ALWAYS = 2;

    private final List<Step> ladder;
    private final MultiFormatReader every = new MultiFormatReader();
    private final double[] costs;
    private double credit;
    private int next = ALWAYS;

    public CodeReader() {
        this(Step.LADDER);
    }

    CodeReader(List<Step> ladder) {
        this.ladder = List.copyOf(ladder);
        this.costs = new double[ladder.size()];
        Map<DecodeHintType, Object> hard = new EnumMap<>(DecodeHintType.class);
        hard.put(DecodeHintType.TRY_HARDER, true);
        hard.put(DecodeHintType.CHARACTER_SET, "UTF-8");
        hard.put(
                DecodeHintType.POSSIBLE_FORMATS,
                EnumSet.of(
                        BarcodeFormat.QR_CODE,
                        BarcodeFormat.AZTEC,
                        BarcodeFormat.DATA_MATRIX,
                        BarcodeFormat.PDF_417,
                        BarcodeFormat.CODE_128,
                        BarcodeFormat.CODE_39));
        every.setHints(hard);
    }

    /** The names of the tries, in their order. */
    public static List<String> steps() {
        return Step.LADDER.stream().map(Step::name).toList();
    }

    /**
     * Looks at one frame of many: always in the first ways, and at the rest of the ladder as far as
     * the time goes, beginning where the last frame ended. A try that takes longer than what is
     * left of the time is saved up for over some frames, so that on average no frame takes longer
     * than it may.
     *
     * @param budgetNanos what a frame may take on average
     */
    @Override
    public List<SeenCode> look(GrayFrame frame, long budgetNanos) {
        credit =
                Math.clamp(
                        credit + budgetNanos, -MOST_SAVED * budgetNanos, MOST_SAVED * budgetNanos);
        List<SeenCode> seen = List.of();
        for (int step = 0; seen.isEmpty() && step < Math.min(ALWAYS, ladder.size()); step++) {
            seen = timed(step, frame);
        }
        for (int tried = ALWAYS; seen.isEmpty() && tried < ladder.size(); tried++) {
            if (!isPaid(next, budgetNanos)) {
                return seen;
            }
            int step = next;
            next = next + 1 == ladder.size() ? ALWAYS : next + 1;
            seen = timed(step, frame);
        }
        return seen;
    }

    private boolean isPaid(int step, long budgetNanos) {
        return credit >= Math.min(costs[step], MOST_SAVED * budgetNanos);
    }

    private List<SeenCode> timed(int step, GrayFrame frame) {
        long begun = System.nanoTime();
        List<SeenCode> seen = tryOne(ladder.get(step), frame);
        long taken = System.nanoTime() - begun;
        credit -= taken;
        // One that was interrupted by something else must not be thought dear for ever.
        costs[step] = costs[step] == 0 ? taken : (costs[step] * 3 + taken) / 4;
        return seen;
    }

    /** Looks at one picture until the ladder is at its end. */
    public List<SeenCode> study(GrayFrame frame) {
        for (Step step : ladder) {
            List<SeenCode> seen = tryOne(step, frame);
            if (!seen.isEmpty()) {
                return seen;
            }
        }
        return List.of();
    }

    List<SeenCode> tryOne(Step step, GrayFrame frame) {
        GrayFrame picture = step.picture().apply(frame);
        PlanarYUVLuminanceSource light =
                new PlanarYUVLuminanceSource(
                        picture.pixels(),
                        picture.width(),
                        picture.height(),
                        0,
                        0,
                        picture.width(),
                        picture.height(),
                        false);
        Map<String, SeenCode> seen = new LinkedHashMap<>();
        for (Result result : results(step, new BinaryBitmap(step.binarizer().apply(light)))) {
            seen.putIfAbsent(result.getText(), seen(result, step));
        }
        return new ArrayList<>(seen.values());
    }

    private List<Result> results(Step step, BinaryBitmap bitmap) {
        try {
            return switch (step.reading()) {
                case QUICK -> Arrays.asList(new QRCodeMultiReader().decodeMultiple(bitmap, HINTS));
                case CORNERS -> List.of(CornerSearch.read(bitmap, HINTS));
                case HARD -> List.of(every.decodeWithState(bitmap));
            };
        } catch (NotFoundException e) {
            return List.of();
        } catch (RuntimeException e) {
            // Anything may be in a picture; what only looks like a code is none (ZXing also throws
            // unchecked where a damaged one leads it out of bounds).
            return List.of();
        } finally {
            every.reset();
        }
    }

    private static SeenCode seen(Result result, Step step) {
        List<SeenCode.Point> outline =
                Arrays.stream(
                                Objects.requireNonNullElse(
                                        result.getResultPoints(), new ResultPoint[0]))
                        .filter(Objects::nonNull)
                        .map(
                                point ->
                                        new SeenCode.Point(
                                                point.getX() / step.scale(),
                                                point.getY() / step.scale()))
                        .toList();
        return new SeenCode(result.getText(), outline, step.name());
    }
}
