package org.eventops.domain.badge;

/** Where badges come out. */
public sealed interface BadgeOutput {
    /** Nowhere yet. */
    record None() implements BadgeOutput {}

    /**
     * A printer of this machine.
     *
     * @param name as the system calls it
     */
    record Printer(String name) implements BadgeOutput {}

    /**
     * One PDF for each badge in a folder, which is made when it is not there.
     *
     * @param path as this machine writes it
     */
    record Folder(String path) implements BadgeOutput {}

    /** As {@link #of} reads it; kept in this console's settings. */
    default String kept() {
        return switch (this) {
            case None none -> "";
            case Printer printer -> "printer:" + printer.name();
            case Folder folder -> "folder:" + folder.path();
        };
    }

    /** Nowhere, if the text is none of ours. */
    static BadgeOutput of(String kept) {
        int colon = kept.indexOf(':');
        String what = colon < 0 ? "" : kept.substring(0, colon);
        String which = kept.substring(colon + 1);
        return switch (which.isBlank() ? "" : what) {
            case "printer" -> new Printer(which);
            case "folder" -> new Folder(which);
            default -> new None();
        };
    }
}
