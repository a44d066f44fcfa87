package org.eventops.adapters.printing;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import javax.print.PrintException;
import javax.print.PrintService;
import javax.print.PrintServiceLookup;
import javax.print.attribute.standard.PrinterIsAcceptingJobs;
import org.eventops.domain.badge.BadgeOutput;
import org.eventops.domain.badge.BadgePapers;
import org.eventops.domain.badge.PrintFailure;
import org.eventops.domain.badge.PrintProblem;
import org.eventops.domain.badge.PrintProblem.Kind;
import org.eventops.domain.badge.Printers;

/** The printers that the system has now, by {@code javax.print}; and a folder for PDFs. */
public final class SystemPrinters implements Printers {
    private final Supplier<List<PrintService>> services;
    private final PdfFolder folder;

    /**
     * @param papers draws what goes into a folder
     */
    public SystemPrinters(BadgePapers papers) {
        this(papers, () -> Arrays.asList(PrintServiceLookup.lookupPrintServices(null, null)));
    }

    SystemPrinters(BadgePapers papers, Supplier<List<PrintService>> services) {
        this.services = services;
        this.folder = new PdfFolder(papers);
    }

    @Override
    public List<String> names() {
        try {
            return services.get().stream().map(PrintService::getName).sorted().toList();
        } catch (RuntimeException | LinkageError e) {
            // A print system that is broken or not installed has no printers.
            return List.of();
        }
    }

    @Override
    public void print(BadgeOutput output, Sheet sheet, String title) throws PrintFailure {
        switch (output) {
            case BadgeOutput.None none -> throw failure(Kind.NOT_CHOSEN, "");
            case BadgeOutput.Folder where -> folder.print(where, sheet, title);
            case BadgeOutput.Printer printer -> print(printer.name(), sheet, title);
        }
    }

    /** Whatever the print system does, it is an answer: its drivers throw what they like. */
    private void print(String name, Sheet sheet, String title) throws PrintFailure {
        try {
            new BadgeJob(accepting(name)).print(sheet, title);
        } catch (PrintFailure e) {
            throw e;
        } catch (PrintException | IOException | RuntimeException | LinkageError e) {
            String said = Objects.requireNonNullElse(e.getMessage(), e.getClass().getSimpleName());
            throw new PrintFailure(new PrintProblem(Kind.REFUSED, said), e);
        }
    }

    private PrintService accepting(String name) throws PrintFailure {
        PrintService service =
                services.get().stream()
                        .filter(each -> each.getName().equals(name))
                        .findFirst()
                        .orElseThrow(() -> failure(Kind.NO_SUCH_PRINTER, name));
        if (service.getAttribute(PrinterIsAcceptingJobs.class)
                == PrinterIsAcceptingJobs.NOT_ACCEPTING_JOBS) {
            throw failure(Kind.NOT_ACCEPTING, name);
        }
        return service;
    }

    private static PrintFailure failure(Kind kind, String detail) {
        return new PrintFailure(new PrintProblem(kind, detail));
    }
}
