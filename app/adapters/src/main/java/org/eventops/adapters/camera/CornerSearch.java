package org.eventops.adapters.camera;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.NotFoundException;
import com.google.zxing.ReaderException;
import com.google.zxing.Result;
import com.google.zxing.ResultPoint;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.common.DecoderResult;
import com.google.zxing.common.DetectorResult;
import com.google.zxing.common.GridSampler;
import com.google.zxing.common.PerspectiveTransform;
import com.google.zxing.qrcode.decoder.Decoder;
import com.google.zxing.qrcode.detector.Detector;
import java.util.Map;
import java.util.Optional;

/**
 * Reads a QR code that leans away from the camera and has no pattern in its fourth corner: where
 * that corner stands is tried all around where it would be if nothing leaned. A wrong place gives
 * wrong modules, which the code's own error correction refuses.
 */
final class CornerSearch {
    private static final int SMALLEST = 21;
    private static final int NEXT = 4;
    private static final double FURTHEST = 0.3;
    private static final double STEP = 0.05;
    private static final float TO_MIDDLE = 3.5f;

    private CornerSearch() {}

    /**
     * @throws NotFoundException if three corner patterns are not there, or no fourth corner fits
     */
    static Result read(BinaryBitmap bitmap, Map<DecodeHintType, ?> hints) throws NotFoundException {
        BitMatrix black = bitmap.getBlackMatrix();
        DetectorResult found;
        try {
            found = new Detector(black).detect(hints);
        } catch (ReaderException e) {
            throw NotFoundException.getNotFoundInstance();
        }
        ResultPoint[] corners = found.getPoints();
        int guess = found.getBits().getHeight();
        Decoder decoder = new Decoder();
        for (int side : new int[] {guess, guess - NEXT, guess + NEXT}) {
            if (side < SMALLEST) {
                continue;
            }
            for (double right = -FURTHEST; right <= FURTHEST; right += STEP) {
                for (double down = -FURTHEST; down <= FURTHEST; down += STEP) {
                    Optional<DecoderResult> read =
                            decoded(decoder, black, corners, side, 1 + right, 1 + down);
                    if (read.isPresent()) {
                        return new Result(
                                read.get().getText(), null, corners, BarcodeFormat.QR_CODE);
                    }
                }
            }
        }
        throw NotFoundException.getNotFoundInstance();
    }

    private static Optional<DecoderResult> decoded(
            Decoder decoder,
            BitMatrix black,
            ResultPoint[] corners,
            int side,
            double right,
            double down) {
        ResultPoint bottomLeft = corners[0];
        ResultPoint topLeft = corners[1];
        ResultPoint topRight = corners[2];
        float x =
                (float)
                        (topLeft.getX()
                                + right * (topRight.getX() - topLeft.getX())
                                + down * (bottomLeft.getX() - topLeft.getX()));
        float y =
                (float)
                        (topLeft.getY()
                                + right * (topRight.getY() - topLeft.getY())
                                + down * (bottomLeft.getY() - topLeft.getY()));
        float far = side - TO_MIDDLE;
        PerspectiveTransform transform =
                PerspectiveTransform.quadrilateralToQuadrilateral(
                        TO_MIDDLE,
                        TO_MIDDLE,
                        far,
                        TO_MIDDLE,
                        far,
                        far,
                        TO_MIDDLE,
                        far,
                        topLeft.getX(),
                        topLeft.getY(),
                        topRight.getX(),
                        topRight.getY(),
                        x,
                        y,
                        bottomLeft.getX(),
                        bottomLeft.getY());
        try {
            BitMatrix modules = GridSampler.getInstance().sampleGrid(black, side, side, transform);
            return Optional.of(decoder.decode(modules));
        } catch (ReaderException e) {
            // Not this corner; the next is tried.
            return Optional.empty();
        }
    }
}
