package org.eventops.domain.exchange;

import java.util.List;

/**
 * What a file is, before anything is read into the store.
 *
 * @param format {@code event}, {@code pretix}, {@code eventbrite}, {@code hievents}, {@code alfio}
 *     or {@code table} for any other list
 * @param headers of a list, in order; empty for an event file
 * @param sample first rows of a list
 * @param mapping what the columns mean: known by the format, remembered, or guessed from the
 *     headers
 * @param certain whether the mapping needs no look by a person
 */
public record ImportPreview(
        String format,
        List<String> headers,
        List<List<String>> sample,
        ColumnMapping mapping,
        boolean certain) {
    public ImportPreview {
        headers = List.copyOf(headers);
        sample = List.copyOf(sample);
    }
}
