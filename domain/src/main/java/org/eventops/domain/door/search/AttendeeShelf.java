package org.eventops.domain.door.search;

import java.util.BitSet;
import java.util.List;
import java.util.UUID;
import org.eventops.domain.ticketing.TicketId;

/**
 * Many attendees in two long texts, with where each of them starts. A search is a few passes of the
 * machine's own text search over them, which is what makes it quick.
 */
final class AttendeeShelf {
    /** Every word starts a word of theirs. */
    static final int STARTS = 0;

    /** Every word is in there somewhere. */
    static final int INSIDE = 1;

    /** Some word only with a typing error. */
    static final int MISTYPED = 2;

    static final int RANKS = 3;
    private static final int NOT = -1;

    private final String text;
    private final String codes;
    private final int[] textStarts;
    private final int[] codeStarts;
    private final long[] ids;

    private AttendeeShelf(
            String text, String codes, int[] textStarts, int[] codeStarts, long[] ids) {
        this.text = text;
        this.codes = codes;
        this.textStarts = textStarts;
        this.codeStarts = codeStarts;
        this.ids = ids;
    }

    static AttendeeShelf of(List<SearchText> rows) {
        StringBuilder text = new StringBuilder();
        StringBuilder codes = new StringBuilder();
        int[] textStarts = new int[rows.size() + 1];
        int[] codeStarts = new int[rows.size() + 1];
        long[] ids = new long[rows.size() * 2];
        int i = 0;
        for (SearchText row : rows) {
            text.append(row.text());
            codes.append(row.codes());
            ids[2 * i] = row.id().value().getMostSignificantBits();
            ids[2 * i + 1] = row.id().value().getLeastSignificantBits();
            i++;
            textStarts[i] = text.length();
            codeStarts[i] = codes.length();
        }
        return new AttendeeShelf(text.toString(), codes.toString(), textStarts, codeStarts, ids);
    }

    TicketId id(int row) {
        return new TicketId(new UUID(ids[2 * row], ids[2 * row + 1]));
    }

    /** The rows that hold this word as it is. */
    BitSet holding(SearchWord word) {
        BitSet rows = new BitSet(textStarts.length);
        mark(rows, word.text(), text, textStarts);
        mark(rows, word.inCodes(), codes, codeStarts);
        return rows;
    }

    private static void mark(BitSet rows, String word, String text, int[] starts) {
        int row = 0;
        int at = text.indexOf(word);
        while (at >= 0) {
            row = rowAt(starts, row, at);
            rows.set(row);
            at = text.indexOf(word, starts[row + 1]);
        }
    }

    /** The rows that hold this word with one typing error, and maybe some that hold it as it is. */
    BitSet mistyping(OneTypo typo) {
        BitSet rows = new BitSet(textStarts.length);
        String[] seeds = typo.seeds();
        for (int seed = 0; seed < seeds.length; seed++) {
            int row = 0;
            int at = text.indexOf(seeds[seed]);
            while (at >= 0) {
                row = rowAt(textStarts, row, at);
                int end = textStarts[row + 1];
                boolean here = rows.get(row) || typo.isAt(seed, text, at, textStarts[row], end);
                rows.set(row, here);
                at = text.indexOf(seeds[seed], here ? end : at + 1);
            }
        }
        return rows;
    }

    private static int rowAt(int[] starts, int from, int place) {
        int row = from;
        while (starts[row + 1] <= place) {
            row++;
        }
        return row;
    }

    /** How well the words fit a row, the lower the better; negative when they do not. */
    int rank(int row, List<SearchWord> words) {
        int worst = STARTS;
        for (SearchWord word : words) {
            int rank = rank(row, word);
            if (rank < 0) {
                return NOT;
            }
            worst = Math.max(worst, rank);
        }
        return worst;
    }

    private int rank(int row, SearchWord word) {
        int inText = place(word.text(), text, textStarts[row], textStarts[row + 1]);
        if (inText == STARTS) {
            return STARTS;
        }
        int inCodes = place(word.inCodes(), codes, codeStarts[row], codeStarts[row + 1]);
        if (inText >= 0 || inCodes >= 0) {
            return inCodes == STARTS ? STARTS : INSIDE;
        }
        OneTypo typo = word.typo();
        boolean mistyped = typo != null && typo.isIn(text, textStarts[row], textStarts[row + 1]);
        return mistyped ? MISTYPED : NOT;
    }

    private static int place(String word, String text, int from, int to) {
        int at = text.indexOf(word, from, to);
        if (at < 0) {
            return NOT;
        }
        while (at > from && Character.isLetterOrDigit(text.charAt(at - 1))) {
            at = text.indexOf(word, at + 1, to);
            if (at < 0) {
                return INSIDE;
            }
        }
        return STARTS;
    }
}
