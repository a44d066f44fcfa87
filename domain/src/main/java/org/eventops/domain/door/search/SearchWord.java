package org.eventops.domain.door.search;

import org.jspecify.annotations.Nullable;

/**
 * One word of a search, folded.
 *
 * @param inCodes the word as it is looked for in codes and phone numbers
 * @param typo finds it with one typing error; absent for a word too short for that
 */
record SearchWord(String text, String inCodes, @Nullable OneTypo typo) {
    static SearchWord of(String folded) {
        boolean number = Folding.isNumber(folded);
        OneTypo typo = OneTypo.mayHave(folded) && !number ? new OneTypo(folded) : null;
        return new SearchWord(folded, number ? Folding.digits(folded) : folded, typo);
    }
}
