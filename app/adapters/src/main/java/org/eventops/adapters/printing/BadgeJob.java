package org.eventops.adapters.printing;

import java.io.IOException;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import javax.print.DocFlavor;
import javax.print.PrintException;
import javax.print.PrintService;
import javax.print.SimpleDoc;
import javax.print.attribute.HashPrintRequestAttributeSet;
import javax.print.attribute.PrintRequestAttributeSet;
import javax.print.attribute.standard.JobName;
import javax.print.attribute.standard.Media;
import javax.print.attribute.standard.MediaPrintableArea;
import javax.print.attribute.standard.MediaSize;
import javax.print.attribute.standard.MediaSizeName;
import javax.print.attribute.standard.OrientationRequested;
import javax.print.attribute.standard.PrinterResolution;
import org.eventops.adapters.documents.BadgeDrawing;
import org.eventops.domain.badge.BadgeLayout;
import org.eventops.domain.badge.Printers.Sheet;
import org.jspecify.annotations.Nullable;

/** Sends a badge to a print service: on the badge's own paper, at the printer's own dots. */
final class BadgeJob {
    private static final double INCH = 25.4;

    /** Millimetres by which a paper may differ from the badge and still be its paper. */
    private static final float SAME = 1;

    private final PrintService service;

    BadgeJob(PrintService service) {
        this.service = service;
    }

    void print(Sheet sheet, String title) throws PrintException, IOException {
        BadgeLayout layout = sheet.layout();
        BadgeDrawing drawing = BadgeDrawing.of(layout, sheet.language());
        BadgePage page = new BadgePage(drawing, layout, sheet.face(), dots());
        service.createPrintJob()
                .print(
                        new SimpleDoc(page, DocFlavor.SERVICE_FORMATTED.PAGEABLE, null),
                        wishes(layout, title));
    }

    private PrintRequestAttributeSet wishes(BadgeLayout layout, String title) {
        PrintRequestAttributeSet wishes = new HashPrintRequestAttributeSet();
        wishes.add(new JobName(title, null));
        wishes.add(OrientationRequested.PORTRAIT);
        wishes.add(
                new MediaPrintableArea(
                        0,
                        0,
                        (float) layout.width(),
                        (float) layout.height(),
                        MediaPrintableArea.MM));
        paper(layout).ifPresent(wishes::add);
        return wishes;
    }

    /** The printer's own name for this size; where it has none, the page says how large it is. */
    private Optional<MediaSizeName> paper(BadgeLayout layout) {
        Object known = service.getSupportedAttributeValues(Media.class, null, null);
        if (!(known instanceof Media[] media)) {
            return Optional.empty();
        }
        return Arrays.stream(media)
                .filter(MediaSizeName.class::isInstance)
                .map(MediaSizeName.class::cast)
                .filter(name -> isSize(MediaSize.getMediaSizeForName(name), layout))
                .findFirst();
    }

    private static boolean isSize(@Nullable MediaSize size, BadgeLayout layout) {
        return size != null
                && Math.abs(size.getX(MediaSize.MM) - layout.width()) < SAME
                && Math.abs(size.getY(MediaSize.MM) - layout.height()) < SAME;
    }

    private double dots() {
        Object said = service.getDefaultAttributeValue(PrinterResolution.class);
        return said instanceof PrinterResolution resolution
                ? Objects.requireNonNull(resolution).getCrossFeedResolution(PrinterResolution.DPI)
                        / INCH
                : 0;
    }
}
