package org.eventops.adapters.files.table;

/** Cells that a spreadsheet takes as they are meant. */
final class SafeCell {
    private SafeCell() {}

    /** A spreadsheet takes these for formulas; the apostrophe makes them text. */
    static String text(String cell) {
        return !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }
}
