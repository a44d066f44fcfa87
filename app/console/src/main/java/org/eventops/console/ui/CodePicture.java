package org.eventops.console.ui;

import javafx.scene.image.ImageView;
import javafx.scene.image.PixelWriter;
import javafx.scene.image.WritableImage;
import org.eventops.domain.sync.CodeDrawing.Drawn;

/** A code in whole points, black on white whatever the theme, with its quiet zone. */
public final class CodePicture {
    private static final int QUIET = 4;
    private static final int BLACK = 0xff000000;
    private static final int WHITE = 0xffffffff;

    private CodePicture() {}

    /**
     * @param widest in points; a code of many modules may be wider
     */
    public static ImageView of(Drawn code, int widest) {
        int side = code.side() + 2 * QUIET;
        int scale = Math.max(2, widest / side);
        WritableImage image = new WritableImage(side * scale, side * scale);
        PixelWriter points = image.getPixelWriter();
        for (int y = 0; y < side * scale; y++) {
            for (int x = 0; x < side * scale; x++) {
                points.setArgb(x, y, isDark(code, x / scale, y / scale) ? BLACK : WHITE);
            }
        }
        return new ImageView(image);
    }

    private static boolean isDark(Drawn code, int x, int y) {
        int inX = x - QUIET;
        int inY = y - QUIET;
        return inX >= 0
                && inY >= 0
                && inX < code.side()
                && inY < code.side()
                && code.isDark(inX, inY);
    }
}
